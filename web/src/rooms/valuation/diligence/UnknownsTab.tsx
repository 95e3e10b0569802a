import { Button, Table } from 'antd';
import { useState } from 'react';
import type { DiligenceResult, DiligenceUnknown } from '../../../api/diligenceTypes';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { AnswerDialog } from './AnswerDialog';
import { grouped } from './judged';

interface Line {
  item: string;
  each: DiligenceUnknown[];
}

/** What nobody knows, what to bring, and where to say it. */
export function UnknownsTab({ result }: { result: DiligenceResult }) {
  const t = useT();
  const may = useMay('valuation.diligence.answer');
  const [open, setOpen] = useState<DiligenceUnknown | null>(null);
  const numbers = new Map(result.rights.map(right => [right.id, right.number]));
  const lines = grouped(result.unknowns).sort((a, b) => Number(b.each.some(one => one.must)) - Number(a.each.some(one => one.must)));
  const of = (one: DiligenceUnknown) => (one.right === null ? t('diligence.firm') : (numbers.get(one.right) ?? one.right));
  if (lines.length === 0) return <Nothing>{t('diligence.unknowns.none')}</Nothing>;
  return (
    <Panel title={t('diligence.unknowns')} note={t('diligence.unknowns.note')}>
      <Table<Line>
        size="small"
        rowKey="item"
        dataSource={lines}
        pagination={false}
        scroll={{ x: 760 }}
        expandable={{
          rowExpandable: line => line.each.length > 1,
          expandedRowRender: line => (
            <Table<DiligenceUnknown>
              size="small"
              rowKey={one => `${one.item} ${one.right}`}
              dataSource={line.each}
              pagination={line.each.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
              showHeader={false}
              columns={[
                { render: (_, one) => <span translate="no">{of(one)}</span>, width: 200 },
                { render: (_, one) => t.code('unknownWhy', one.why) },
                { width: 100, render: (_, one) => may && <Button size="small" onClick={() => setOpen(one)}>{t('diligence.answer.act')}</Button> },
              ]}
            />
          ),
        }}
        columns={[
          { title: t('diligence.item'), width: 260, render: (_, line) => <>{capital(line.each[0]?.text ?? '')} {line.each.some(one => one.must) && <StateMark tone="red">{t('diligence.must')}</StateMark>}</> },
          { title: t('diligence.of'), width: 180, render: (_, line) => (line.each.length === 1 && line.each[0] !== undefined ? <span translate="no">{of(line.each[0])}</span> : t('diligence.rights.of', { count: line.each.length })) },
          { title: t('diligence.bring'), render: (_, line) => (line.each[0]?.ask.length === 0 ? t('shell.none') : line.each[0]?.ask.join(t('right.event.fact.and'))) },
          { title: t('version.actions'), width: 100, render: (_, line) => may && line.each.length === 1 && line.each[0] !== undefined && <Button size="small" onClick={() => setOpen(line.each[0] ?? null)}>{t('diligence.answer.act')}</Button> },
        ]}
      />
      {open !== null && <AnswerDialog unknown={open} firm={result.firm.id} name={of(open)} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

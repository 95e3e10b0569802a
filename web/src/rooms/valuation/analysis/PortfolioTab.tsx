import { Table } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { AnalysisResult } from '../../../api/diligenceTypes';
import { ChartPanel } from '../../../chart/ChartPanel';
import { formatDate, formatNumber, formatPercent } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { usePreferences } from '../../../shell/Preferences';
import { useT } from '../../../words';
import styles from '../Valuation.module.css';
import { heat, heatOption } from './heat';

type Citation = AnalysisResult['citations'][number];
type Ending = AnalysisResult['endings'][number];
type Infringed = AnalysisResult['infringed'][number];

/** Where the rights lie, how they are cited, what ends soon, what others copied. */
export function PortfolioTab({ result }: { result: AnalysisResult }) {
  const t = useT();
  const { palette } = usePreferences();
  const made = useMemo(() => heat(result.map, t('shell.unknown')), [result.map, t]);
  const name = t('appraisals.rights');
  const option = useMemo(() => heatOption(palette, made, name), [palette, made, name]);
  const rights = new Map(result.rights.map(right => [right.id, right]));
  const number = (id: string) => <Link translate="no" to={`/rights/${id}`}>{rights.get(id)?.number ?? id}</Link>;
  return (
    <div className={styles['stack']}>
      <ChartPanel
        title={t('analyses.map')}
        note={t('analyses.map.note')}
        option={option}
        height={Math.max(260, made.fields.length * 34 + 130)}
        table={{ heads: [t('analyses.field'), t('analyses.kind'), t('analyses.year'), t('analyses.standing'), name], rows: result.map.map(cell => [cell.field ?? t('shell.unknown'), t.code('rightKind', cell.kind), cell.year ?? t('shell.unknown'), t.code('rightStanding', cell.standing), cell.count]) }}
      />
      <div className={styles['pair']}>
        <Panel title={t('analyses.citations')} note={t('analyses.citations.note')}>
          <Table<Citation>
            size="small"
            rowKey="right"
            dataSource={result.citations}
            scroll={{ x: 520 }}
            locale={{ emptyText: <Nothing>{t('analyses.citations.none')}</Nothing> }}
            pagination={result.citations.length > 12 ? { pageSize: 12, showSizeChanger: false } : false}
            columns={[
              { title: t('rights.number'), width: 150, render: (_, one) => number(one.right) },
              { title: t('analyses.field'), width: 80, render: (_, one) => one.field ?? <span className="soft">{t('shell.unknown')}</span> },
              { title: t('analyses.cited'), width: 90, align: 'right', render: (_, one) => one.citedBy ?? <span className="soft">{t('shell.unknown')}</span> },
              { title: t('analyses.percentile'), width: 110, align: 'right', render: (_, one) => (one.percentile === null ? <span className="soft">{t('analyses.thin', { count: one.sample })}</span> : `${formatPercent(one.percentile, 0)} (${one.sample})`) },
            ]}
          />
        </Panel>
        <div className={styles['stack']}>
          <Panel title={t('analyses.families')}>
            <dl className={styles['facts']}>
              <dt>{t('analyses.families.known')}</dt>
              <dd>{t('analyses.of', { part: result.families.known, all: result.families.patents })}</dd>
              <dt>{t('analyses.families.beyond')}</dt>
              <dd>{result.families.beyondOne}</dd>
              <dt>{t('analyses.families.largest')}</dt>
              <dd>{result.families.largest ?? t('shell.unknown')}</dd>
              <dt>{t('analyses.families.mean')}</dt>
              <dd>{result.families.mean === null ? t('shell.unknown') : formatNumber(result.families.mean, 2)}</dd>
            </dl>
          </Panel>
          <Panel title={t('analyses.endings')}>
            <Table<Ending>
              size="small"
              rowKey={one => `${one.right} ${one.what}`}
              dataSource={result.endings}
              locale={{ emptyText: <Nothing>{t('analyses.endings.none')}</Nothing> }}
              pagination={result.endings.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
              scroll={{ x: 420 }}
              columns={[
                { title: t('rights.number'), render: (_, one) => number(one.right) },
                { title: t('analyses.what'), width: 90, render: (_, one) => <StateMark tone="amber">{t(`analysisEnding.${one.what}`)}</StateMark> },
                { title: t('analyses.on'), width: 104, render: (_, one) => formatDate(one.on) },
                { title: t('analyses.days'), width: 80, align: 'right', render: (_, one) => one.days },
              ]}
            />
          </Panel>
        </div>
      </div>
      <Panel title={t('analyses.infringed.title')} note={t('analyses.infringed.note')}>
        <Table<Infringed>
          size="small"
          rowKey="right"
          dataSource={result.infringed}
          locale={{ emptyText: <Nothing>{t('analyses.infringed.none')}</Nothing> }}
          pagination={result.infringed.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
          scroll={{ x: 760 }}
          columns={[
            { title: t('rights.number'), width: 150, render: (_, one) => number(one.right) },
            { title: t('analyses.first'), width: 110, render: (_, one) => formatDate(one.first) },
            { title: t('analyses.times'), width: 80, align: 'right', render: (_, one) => one.times },
            { title: t('analyses.outcome'), width: 110, render: (_, one) => (one.outcome === null ? <span className="soft">{t('shell.unknown')}</span> : t.code('factWord', one.outcome)) },
            { title: t('analyses.late'), width: 130, render: (_, one) => (one.late === null ? <span className="soft">{t('shell.unknown')}</span> : one.late ? <StateMark tone="red">{t('analyses.late.yes')}</StateMark> : t('analyses.late.no')) },
            { title: t('value.source'), render: (_, one) => <span translate="no">{[one.text, one.source].filter(part => part !== '').join(' · ')}</span> },
          ]}
        />
      </Panel>
    </div>
  );
}

import { Table } from 'antd';
import type { DiligenceResult, EffectLine } from '../../../api/diligenceTypes';
import { formatPercent } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { usePreferences } from '../../../shell/Preferences';
import { useT } from '../../../words';
import { unitWord } from '../appraisals/appraisalColumns';
import styles from '../Valuation.module.css';

/** What the findings leave of each right's value, and which of them counted. */
export function EffectsTab({ result }: { result: DiligenceResult }) {
  const t = useT();
  const { unit } = usePreferences();
  const effects = result.effects;
  const rights = new Map(result.rights.map(right => [right.id, right]));
  if (effects === null) return <Nothing>{t('diligence.effects.none')}</Nothing>;
  const word = { unit: unitWord(t, unit) };
  return (
    <Panel title={t('diligence.effects')} note={t('diligence.effects.note')}>
      <Table<EffectLine>
        size="small"
        rowKey="right"
        dataSource={effects.lines}
        scroll={{ x: 900 }}
        pagination={effects.lines.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={[
          { title: t('rights.number'), fixed: 'left', width: 150, render: (_, line) => <span translate="no">{rights.get(line.right)?.number ?? line.right}</span> },
          { title: t('diligence.before', word), width: 126, align: 'right', render: (_, line) => <Amount value={line.before} /> },
          { title: t('diligence.factor'), width: 90, align: 'right', render: (_, line) => formatPercent(line.factor) },
          { title: t('diligence.after', word), width: 126, align: 'right', render: (_, line) => <Amount value={line.after} /> },
          {
            title: t('diligence.reasons'),
            render: (_, line) =>
              line.reasons.length === 0 ? (
                t('batch.findings.none')
              ) : (
                <ul className={styles['list']} style={{ fontSize: 12 }}>
                  {line.reasons.map(reason => (
                    <li key={reason.key} className={reason.counts ? undefined : 'soft'}>
                      {reason.text} {t('value.factor', { factor: formatPercent(reason.factor) })} {!reason.counts && t('diligence.notCounted')}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>{t('value.sum', { count: effects.lines.length })}</Table.Summary.Cell>
            <Table.Summary.Cell index={1} align="right"><Amount value={effects.before} /></Table.Summary.Cell>
            <Table.Summary.Cell index={2} />
            <Table.Summary.Cell index={3} align="right"><Amount value={effects.after} /></Table.Summary.Cell>
            <Table.Summary.Cell index={4} />
          </Table.Summary.Row>
        )}
      />
    </Panel>
  );
}

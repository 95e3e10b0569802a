import { Table } from 'antd';
import type { PolicyFieldChange } from '../../../api/creditPolicyTypes';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { grouped, type ItemChange } from './changes';
import styles from './Policies.module.css';

const tones = { added: 'green', removed: 'red', changed: 'amber' } as const;

/** What differs from the version it started from: rows added, removed, changed, cell by cell. */
export function DiffPanel({ changes, against }: { changes: readonly PolicyFieldChange[]; against: string }) {
  const t = useT();
  const parts = grouped(changes);
  return (
    <Panel title={t('policyDiff.title')} note={t('policyDiff.note', { count: changes.length, version: against })}>
      {parts.length === 0 ? <p>{t('policyDiff.none')}</p> : parts.map(part => (
        <section key={part.part}>
          <h3 translate="no">{part.part === '' ? t('policySection.general') : part.part}</h3>
          <Table<ItemChange>
            size="small"
            rowKey="item"
            pagination={false}
            scroll={{ x: 520 }}
            dataSource={[...part.items]}
            columns={[
              { title: t('policyDiff.item'), width: 150, render: (_, row) => <span translate="no">{row.item || '—'}</span> },
              { title: t('policyDiff.kind'), width: 90, render: (_, row) => <StateMark tone={tones[row.kind]}>{t(`policyDiff.${row.kind}`)}</StateMark> },
              { title: t('policyDiff.cells'), render: (_, row) => row.fields.map(one => <div key={one.field}><code translate="no">{one.field || '·'}</code> {one.before !== null && <span className={styles['before']}>{one.before || '—'}</span>} {one.after !== null && <span className={styles['after']}>{one.after || '—'}</span>}</div>) },
            ]}
          />
        </section>
      ))}
    </Panel>
  );
}

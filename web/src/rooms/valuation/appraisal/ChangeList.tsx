import { Table } from 'antd';
import type { AppraisalChange, ValueRequest } from '../../../api/valuationTypes';
import { none } from '../../../format';
import { useT } from '../../../words';
import { pathLabel } from '../labels';
import styles from '../Valuation.module.css';

/** Field by field, what it was and what it is. */
export function ChangeList({ request, changes, marked }: { request: ValueRequest; changes: readonly AppraisalChange[]; marked?: ReadonlySet<string> }) {
  const t = useT();
  if (changes.length === 0) return <span className="soft">{t('value.version.same')}</span>;
  return (
    <Table<AppraisalChange>
      size="small"
      rowKey="path"
      dataSource={[...changes]}
      pagination={changes.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      scroll={{ x: 400 }}
      columns={[
        { title: t('value.version.field'), render: (_, change) => <span className={marked?.has(change.path) === true ? styles['gap'] : undefined} title={change.path}>{pathLabel(t, request, change.path)}</span> },
        { title: t('value.version.before'), width: 110, render: (_, change) => <span translate="no" className={styles['red']}>{change.before ?? none}</span> },
        { title: t('value.version.after'), width: 110, render: (_, change) => <span translate="no" className={styles['green']}>{change.after ?? none}</span> },
      ]}
    />
  );
}

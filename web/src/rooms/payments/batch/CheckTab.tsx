import { Alert, Skeleton, Table } from 'antd';
import { useFindings } from '../../../api/paymentQueries';
import type { Batch, ConfirmedWarning } from '../../../api/paymentTypes';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { PayFindings } from '../PayFindings';
import styles from '../Payments.module.css';
import { itemOf } from './warnings';

/** What a check says of a draft now; of a checked batch, what was taken on by whom. */
export function CheckTab({ batch }: { batch: Batch }) {
  const t = useT();
  const draft = batch.state === 'draft';
  const found = useFindings(batch.id, batch.version, draft);
  const place = (path: string) => {
    const number = itemOf(path);
    return number === null ? (path === '*' ? t('pay.check.all') : path) : t('pay.item.number', { number });
  };
  return (
    <div className={styles['stack']}>
      {draft && (
        <Panel title={t('pay.check.findings')} note={t('pay.check.findings.note')}>
          {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
          {found.isPending && <Skeleton active title={false} />}
          {found.data !== undefined && (found.data.findings.length === 0 ? <Alert type="success" showIcon message={t('pay.check.clean')} /> : <PayFindings findings={found.data.findings} />)}
        </Panel>
      )}
      {!draft && (
        <Panel title={t('pay.check.confirmed')} note={batch.checkedBy === null ? undefined : t('pay.check.by', { name: t.code('person', batch.checkedBy) })}>
          <Table<ConfirmedWarning>
            size="small"
            rowKey={one => `${one.code}${one.path}${one.found}`}
            dataSource={batch.confirmed}
            pagination={false}
            scroll={{ x: 760 }}
            locale={{ emptyText: <Nothing>{t('pay.check.confirmed.none')}</Nothing> }}
            columns={[
              { title: t('pay.check.code'), width: 100, dataIndex: 'code' },
              { title: t('pay.check.place'), width: 110, render: (_, one) => place(one.path) },
              { title: t('pay.check.found'), render: (_, one) => (one.path === '*' ? t('pay.check.count', { count: one.found }) : one.found) },
              { title: t('pay.check.reason'), dataIndex: 'reason' },
              { title: t('pay.check.who'), width: 110, render: (_, one) => t.code('person', one.by) },
              { title: t('pay.at'), width: 140, render: (_, one) => formatInstant(one.at) },
            ]}
          />
        </Panel>
      )}
    </div>
  );
}

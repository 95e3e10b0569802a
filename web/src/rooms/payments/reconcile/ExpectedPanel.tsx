import { PlusOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { cancelReceipt } from '../../../api/payments';
import { useDifferences, useReceipts } from '../../../api/paymentQueries';
import type { Difference, Receipt } from '../../../api/reconciliationTypes';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { withSeparators } from '../differences/amounts';
import { Two } from '../Two';
import { usePayWrite } from '../usePayWrite';
import { PlanReceiptDialog } from './PlanReceiptDialog';

/** While no line is chosen: receipts still expected, and payments of ours the bank's statement does not have. */
export function ExpectedPanel({ account }: { account: string }) {
  const t = useT();
  const write = usePayWrite();
  const mayPlan = useMay('payments.receipt.plan');
  const [planning, setPlanning] = useState(false);
  const [page, setPage] = useState(1);
  const receipts = useReceipts({ accountId: account, state: 'expected', page, pageSize: 20 });
  const missing = useDifferences({ accountId: account, state: 'open', kind: 'missing_payment', pageSize: 50 });
  const cancel = (receipt: Receipt) =>
    write.run(
      () => cancelReceipt(receipt.id),
      () => t('pay.receipt.cancelled'),
    );
  return (
    <>
      <Panel
        title={t('pay.bench.expected')}
        note={t('pay.bench.expected.note')}
        extra={
          mayPlan && (
            <Button size="small" icon={<PlusOutlined />} onClick={() => setPlanning(true)}>
              {t('pay.receipt.plan')}
            </Button>
          )
        }
      >
        {receipts.isError && <Failure reason={receipts.error} onRetry={() => void receipts.refetch()} />}
        {receipts.isPending && <Skeleton active title={false} />}
        {receipts.data !== undefined && (
          <Table<Receipt>
            size="small"
            rowKey="id"
            dataSource={receipts.data.items}
            scroll={{ x: 430 }}
            pagination={{ current: page, pageSize: 20, total: receipts.data.total, hideOnSinglePage: true, showSizeChanger: false, onChange: setPage }}
            locale={{ emptyText: <Nothing>{t('pay.receipt.none')}</Nothing> }}
            columns={[
              { title: t('pay.receipt.due'), width: 100, dataIndex: 'due' },
              { title: t('pay.receipt.payer'), render: (_, one) => <Two first={one.payerName} second={[one.purpose, one.loanNo].filter(part => part !== null).join(' · ')} /> },
              { title: t('pay.amount.yuan'), width: 130, align: 'right', render: (_, one) => <Fen value={one.amount} /> },
              {
                title: <span className="visually-hidden">{t('hold.actions')}</span>,
                width: 64,
                render: (_, one) =>
                  mayPlan ? (
                    <Popconfirm title={t('pay.receipt.cancel.ask')} okText={t('pay.receipt.cancel')} cancelText={t('shell.cancel')} onConfirm={() => void cancel(one)}>
                      <Button size="small">{t('pay.receipt.cancel')}</Button>
                    </Popconfirm>
                  ) : null,
              },
            ]}
          />
        )}
      </Panel>
      <Panel title={t('pay.bench.missing')} note={t('pay.bench.missing.note')}>
        {missing.isError && <Failure reason={missing.error} onRetry={() => void missing.refetch()} />}
        {missing.isPending && <Skeleton active title={false} />}
        {missing.data !== undefined && (
          <Table<Difference>
            size="small"
            rowKey="id"
            dataSource={missing.data.items}
            pagination={false}
            scroll={{ x: 430 }}
            locale={{ emptyText: <Nothing>{t('pay.bench.missing.none')}</Nothing> }}
            columns={[
              { title: t('pay.day'), width: 100, dataIndex: 'day' },
              { title: t('pay.diff.subject'), render: (_, one) => <Link to={`/payments/differences?open=${one.id}&date=${one.day}`}>{one.subject}</Link> },
              { title: t('pay.diff.ours'), render: (_, one) => withSeparators(one.ours) },
            ]}
          />
        )}
      </Panel>
      {planning && <PlanReceiptDialog account={account} onClose={() => setPlanning(false)} />}
    </>
  );
}

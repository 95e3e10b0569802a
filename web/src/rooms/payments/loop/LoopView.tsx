import { Alert, Table } from 'antd';
import { Link } from 'react-router';
import type { ClosedLoop, Source, Use } from '../../../api/reconciliationTypes';
import { formatMoney, isZero } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Figures } from '../Figures';
import styles from '../Payments.module.css';
import { tonesOfUse } from '../tones';
import { Two } from '../Two';
import { byPurpose, type PurposeSum } from './sums';

/** Sources, uses and what is left, with the line that says whether they agree to the fen. */
export function LoopView({ loop }: { loop: ClosedLoop }) {
  const t = useT();
  const yuan = (amount: string | null) => formatMoney(amount, 'yuan');
  const equation = t('pay.loop.equation', { sources: yuan(loop.sources), used: yuan(loop.used), reserved: yuan(loop.reserved), left: yuan(loop.left) });
  const names = new Map(loop.sourceList.map(source => [source.id, source.from]));
  const unmatched = !isZero(loop.unmatchedIn) || !isZero(loop.unmatchedOut);
  return (
    <>
      <Figures
        figures={[
          { label: t('pay.loop.sources'), value: <Fen value={loop.sources} />, note: t('pay.loop.count', { count: loop.sourceList.length }) },
          { label: t('pay.loop.used'), value: <Fen value={loop.used} /> },
          { label: t('pay.loop.reserved'), value: <Fen value={loop.reserved} /> },
          { label: t('pay.loop.left'), value: <Fen value={loop.left} /> },
          { label: t('pay.loop.bank'), value: <Fen value={loop.bank} />, note: loop.bankDay },
        ]}
      />
      <Alert type={loop.agrees ? 'success' : 'error'} showIcon message={t(loop.agrees ? 'pay.loop.agrees' : 'pay.loop.differs')} description={equation} />
      {loop.explained !== null && <Alert type={loop.explained ? 'success' : 'error'} showIcon message={t(loop.explained ? 'pay.loop.bank.same' : 'pay.loop.bank.off', { bank: yuan(loop.bank), day: loop.bankDay ?? '' })} />}
      {unmatched && (
        <Alert
          type="warning"
          showIcon
          message={t('pay.loop.unmatched', { in: yuan(loop.unmatchedIn), out: yuan(loop.unmatchedOut) })}
          description={<Link to={`/payments/reconciliation?account=${loop.account.id}&state=open`}>{t('pay.loop.unmatched.go')}</Link>}
        />
      )}
      <Panel title={t('pay.loop.purposes')} note={t('pay.loop.purposes.note')}>
        <Table<PurposeSum>
          size="small"
          rowKey="purpose"
          dataSource={byPurpose(loop)}
          pagination={false}
          scroll={{ x: 560 }}
          columns={[
            { title: t('pay.purpose'), render: (_, one) => <Two first={one.purpose} second={one.permitted ? null : <StateMark tone="red">{t('pay.loop.notPermitted')}</StateMark>} /> },
            { title: t('pay.batch.count'), width: 80, align: 'right', dataIndex: 'count' },
            { title: t('pay.loop.used'), width: 160, align: 'right', render: (_, one) => <Fen value={one.used} /> },
            { title: t('pay.loop.reserved'), width: 160, align: 'right', render: (_, one) => <Fen value={one.reserved} /> },
          ]}
        />
      </Panel>
      <Panel title={t('pay.loop.sources')} note={t('pay.loop.sources.note')}>
        <Table<Source>
          size="small"
          rowKey="id"
          dataSource={loop.sourceList}
          pagination={loop.sourceList.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          scroll={{ x: 760 }}
          locale={{ emptyText: <Nothing action={<Link to={`/payments/reconciliation?account=${loop.account.id}`}>{t('pay.reconcile')}</Link>}>{t('pay.loop.sources.none')}</Nothing> }}
          columns={[
            { title: t('pay.day'), width: 104, dataIndex: 'day' },
            { title: t('pay.sources.from'), render: (_, one) => <Two first={one.from} second={one.reference} /> },
            { title: t('pay.amount.yuan'), width: 150, align: 'right', render: (_, one) => <Fen value={one.amount} /> },
            { title: t('pay.loop.taken'), width: 150, align: 'right', render: (_, one) => <Fen value={one.used} /> },
            { title: t('pay.loop.left'), width: 150, align: 'right', render: (_, one) => <Fen value={one.left} /> },
          ]}
        />
      </Panel>
      <Panel title={t('pay.loop.uses')} note={t('pay.loop.uses.note')}>
        <Table<Use>
          className={styles['rows'] ?? ''}
          size="small"
          rowKey={use => `${use.batch} ${use.item} ${use.sourceId}`}
          dataSource={loop.uses}
          pagination={loop.uses.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          scroll={{ x: 900 }}
          locale={{ emptyText: <Nothing>{t('pay.loop.uses.none')}</Nothing> }}
          columns={[
            { title: t('pay.item'), width: 160, render: (_, one) => <Link to={`/payments/batches/${one.batchId}`}>{`${one.batch} #${one.item}`}</Link> },
            { title: t('pay.payee'), render: (_, one) => one.payeeName },
            { title: t('pay.purpose'), width: 150, dataIndex: 'purpose' },
            { title: t('pay.sources.from'), width: 200, render: (_, one) => names.get(one.sourceId) ?? '—' },
            { title: t('pay.amount.yuan'), width: 150, align: 'right', render: (_, one) => <Fen value={one.amount} /> },
            { title: t('pay.state'), width: 92, render: (_, one) => <StateMark tone={tonesOfUse[one.state]}>{t.code('payUse', one.state)}</StateMark> },
            { title: t('pay.booked'), width: 104, render: (_, one) => one.booked ?? '—' },
          ]}
        />
      </Panel>
    </>
  );
}

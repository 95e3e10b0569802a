import { FileProtectOutlined } from '@ant-design/icons';
import { Alert, Button, Dropdown, Table, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useLoan, useLoanPostings } from '../../../api/loans';
import type { LoanDetail, LoanEntry } from '../../../api/loanShapes';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { PapersButton } from '../papers/PapersButton';
import { ChecksTab } from '../checks/ChecksTab';
import { OverdueCheck } from '../checks/OverdueCheck';
import { ProceedsTab } from '../proceeds/ProceedsTab';
import { PromisesTab } from '../promises/PromisesTab';
import { DatedCell } from './DatedCell';
import { DoubtAlert } from './DoubtAlert';
import { EventDialog } from './EventDialog';
import { loanEvents, type LoanEventName } from './eventOrders';
import { classTones, loanTones, payoutTones } from './loanTones';
import { MoneyDialog } from './MoneyDialog';
import { ScheduleTab } from './ScheduleTab';
import { TryTab } from './TryTab';

const tabs = ['schedule', 'checks', 'proceeds', 'promises', 'events', 'postings', 'payouts', 'try'] as const;

/** One loan: what is owed today, its layouts, what happened, what was posted, and what a prepayment would do. */
export default function LoanPage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = '', tab = '' } = useParams();
  const current = tabs.find(name => name === tab) ?? 'schedule';
  const may = { receive: useMay('lending.loan.receive'), prepay: useMay('lending.loan.prepay'), share: useMay('access.share.grant') };
  const found = useLoan(id);
  const [door, setDoor] = useState<'receipts' | 'prepayments' | null>(null);
  const [event, setEvent] = useState<LoanEventName | null>(null);
  const mays: Record<LoanEventName, boolean> = { fees: useMay('lending.loan.charge'), repricings: useMay('lending.loan.reprice'), extensions: useMay('lending.loan.extend'), restructurings: useMay('lending.loan.restructure'), misuses: useMay('lending.loan.misuse'), judgments: useMay('lending.loan.judge'), 'write-off': useMay('lending.loan.writeoff'), undo: useMay('lending.loan.undo') };
  const allowed = loanEvents.filter(name => mays[name]);
  const back = <Link to="/loans">← {t('loan.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  const detail = found.data;
  const { row, now } = detail;
  const open = detail.breaches.filter(one => one.open);
  const shown = {
    schedule: () => <ScheduleTab schedules={detail.schedules} />,
    checks: () => <ChecksTab id={id} />,
    proceeds: () => <ProceedsTab id={id} />,
    promises: () => <PromisesTab id={id} />,
    events: () => <EventsTable detail={detail} />,
    postings: () => <PostingsTable id={id} />,
    payouts: () => <PayoutsTable detail={detail} />,
    try: () => <TryTab detail={detail} />,
  };
  return (
    <>
      <PageHead
        named
        title={row.number}
        back={back}
        state={
          <>
            <StateMark tone={loanTones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark> <StateMark tone={classTones[now?.class ?? row.class] ?? 'grey'}>{now?.classTitle ?? row.classTitle}</StateMark>{' '}
            <span translate="no">{row.borrower} · {row.purpose}</span> · <Link translate="no" to={`/facilities/${row.facilityId}`}>{row.facilityNumber}</Link>
          </>
        }
        actions={
          <>
            <PapersButton about="loan" id={row.id} name={row.number} />
            <PapersButton about="loan_file" id={row.id} name={row.number} label={t('paper.duty')} />
            {may.receive && may.share && <Link to={`/loans/${row.id}/share`}><Button>{t('share.open.loan')}</Button></Link>}
            <Link to={`/evidence?kind=loan&subject=${row.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('registration.evidence')}</Button>
            </Link>
            {row.state === 'active' && allowed.length > 0 && (
              <Dropdown trigger={['click']} menu={{ items: allowed.map(name => ({ key: name, label: t(`loanEvent.${name}`), danger: name === 'write-off', onClick: () => setEvent(name) })) }}>
                <Button>{t('loanEvent.more')}</Button>
              </Dropdown>
            )}
            {row.state === 'active' && may.prepay && <Button onClick={() => setDoor('prepayments')}>{t('loan.prepay')}</Button>}
            {row.state === 'active' && may.receive && <Button type="primary" onClick={() => setDoor('receipts')}>{t('loan.receive')}</Button>}
          </>
        }
      />
      {row.fault !== '' && <Alert type="error" showIcon message={t('loan.fault')} description={row.fault} style={{ marginBottom: 10 }} />}
      {open.map(one => (
        <Alert key={one.id} type={one.dueOn < today() ? 'error' : 'warning'} showIcon style={{ marginBottom: 10 }} message={`${one.kindTitle} · ${t('breach.due', { day: formatDate(one.dueOn) })}`} description={<>{asked(one.facts)}{one.short === '0.00' ? null : <>{t('breach.short')} <Fen value={one.short} /> · </>}{t('breach.assigned')} <span translate="no">{one.assigned}</span></>} />
      ))}
      <OverdueCheck id={row.id} />
      {detail.doubts.map(one => (
        <DoubtAlert key={one.receiptId} detail={detail} doubt={one} />
      ))}
      <Figures
        figures={
          now === null || now === undefined
            ? [
                { label: t('loan.principal'), value: <Fen value={row.principal} />, note: t('loan.waiting') },
                { label: t('loan.next'), value: <DatedCell row={row} /> },
              ]
            : [
                { label: t('loan.part.balance'), value: <Fen value={now.balance} />, note: <>{t('loan.principal')} <Fen value={row.principal} /></> },
                { label: t('loan.arrears'), value: <Fen value={now.due} />, note: now.pastDue > 0 ? <span className={styles['late']}>{t('loan.overdue.days', { days: now.pastDue })}</span> : null },
                { label: t('loan.part.interest'), value: <Fen value={now.interest} />, note: <>{t('loan.accrued')} <Fen value={now.accrued} /></> },
                { label: t('loan.penalties'), value: <Fen value={now.penalty} />, note: <>{t('loan.compound')} <Fen value={now.compound} /></> },
                { label: t('loan.credit'), value: <Fen value={now.credit} /> },
                { label: t('loan.payoff'), value: <Fen value={now.payoff} />, note: formatDate(now.day) },
                { label: t('loan.next'), value: <DatedCell row={row} />, note: row.nextAmount === null || row.nextAmount === undefined ? null : <Fen value={row.nextAmount} /> },
              ]
        }
      />
      <Tabs className={styles['tabs'] ?? ''} activeKey={current} onChange={chosen => void navigate(chosen === 'schedule' ? `/loans/${id}` : `/loans/${id}/${chosen}`)} items={tabs.filter(name => name !== 'try' || row.state === 'active').map(name => ({ key: name, label: t(`loan.tab.${name}`), children: name === current ? shown[name]() : null }))} />
      {event !== null && <EventDialog detail={detail} name={event} onClose={() => setEvent(null)} />}
      {door !== null && <MoneyDialog detail={detail} door={door} onClose={() => setDoor(null)} />}
    </>
  );
}

/** What a person asked to be put right; nothing of breaches that follow from the security. */
function asked(facts: unknown) {
  const what = Array.isArray(facts) ? (facts as { what?: string }[])[0]?.what : undefined;
  return what === undefined ? null : <><span translate="no">{what}</span> · </>;
}

function EventsTable({ detail }: { detail: LoanDetail }) {
  const t = useT();
  return (
    <Table
      className={styles['table']}
      size="small"
      rowKey="n"
      dataSource={[...detail.events].reverse()}
      pagination={detail.events.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: 820 }}
      locale={{ emptyText: t('loan.events.empty') }}
      columns={[
        { title: t('loan.n'), dataIndex: 'n', width: 56 },
        { title: t('loan.what'), width: 120, render: (_, one) => <Two first={one.kindTitle} second={one.undoneOn === null || one.undoneOn === undefined ? null : <span className={styles['late']}>{t('loan.undone', { day: formatDate(one.undoneOn) })}</span>} /> },
        { title: t('loan.effective'), width: 130, render: (_, one) => <Two first={formatDate(one.effective)} second={one.recorded > one.effective ? <span className={styles['soon']}>{t('loan.backdated', { day: formatDate(one.recorded) })}</span> : null} /> },
        { title: t('loan.amount'), width: 140, align: 'right', render: (_, one) => <Fen value={one.amount ?? null} /> },
        { title: t('loan.reference'), render: (_, one) => <Two first={<span translate="no">{one.reference}</span>} second={one.note === '' ? null : one.note} /> },
        { title: t('loan.by'), width: 150, render: (_, one) => <span translate="no">{one.by}</span> },
      ]}
    />
  );
}

function PostingsTable({ id }: { id: string }) {
  const t = useT();
  const [page, setPage] = useState(1);
  const found = useLoanPostings(id, { page, pageSize: 50 }, true);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Table<LoanEntry>
      className={styles['table']}
      size="small"
      rowKey="n"
      loading={found.data === undefined}
      dataSource={[...(found.data?.items ?? [])]}
      scroll={{ x: 820 }}
      locale={{ emptyText: t('loan.postings.empty') }}
      pagination={{ current: page, pageSize: 50, total: found.data?.total ?? 0, showSizeChanger: false, onChange: setPage }}
      columns={[
        { title: t('loan.n'), dataIndex: 'n', width: 64 },
        { title: t('loan.effective'), width: 130, render: (_, one) => <Two first={formatDate(one.effective)} second={one.closedOn > one.effective ? <span className="soft">{t('loan.closedOn', { day: formatDate(one.closedOn) })}</span> : null} /> },
        { title: t('loan.what'), width: 130, render: (_, one) => t.code('postingCause', one.cause) },
        { title: t('loan.debit'), width: 100, render: (_, one) => <span translate="no">{one.debit}</span> },
        { title: t('loan.creditSide'), width: 100, render: (_, one) => <span translate="no">{one.credit}</span> },
        { title: t('loan.amount'), width: 140, align: 'right', render: (_, one) => <Fen value={one.amount} /> },
        { title: t('loan.entry'), render: (_, one) => <Link to={`/evidence?kind=entry&subject=${one.entryId}`}>{t('loan.entry.open')}</Link> },
      ]}
    />
  );
}

function PayoutsTable({ detail }: { detail: LoanDetail }) {
  const t = useT();
  return (
    <Table
      className={styles['table']}
      size="small"
      rowKey="n"
      dataSource={[...detail.payouts]}
      pagination={false}
      scroll={{ x: 820 }}
      locale={{ emptyText: t('loan.payouts.empty') }}
      columns={[
        { title: t('loan.payee'), width: 220, render: (_, one) => <Two first={<span translate="no">{one.payee}</span>} second={<span translate="no">{one.account}</span>} /> },
        { title: t('loan.contract'), width: 180, render: (_, one) => <Two first={<span translate="no">{one.contractNo}</span>} second={<span translate="no">{one.purpose}</span>} /> },
        { title: t('loan.amount'), width: 150, align: 'right', render: (_, one) => <Fen value={one.amount} /> },
        { title: t('loan.state'), width: 150, render: (_, one) => <Two first={<StateMark tone={payoutTones[one.state] ?? 'grey'}>{one.stateTitle}</StateMark>} second={one.paidOn === null || one.paidOn === undefined ? null : formatDate(one.paidOn)} /> },
        { title: t('loan.batch'), render: (_, one) => <Link translate="no" to={`/payments/batches/${one.batchId}`}>{one.batchCode}</Link> },
      ]}
    />
  );
}

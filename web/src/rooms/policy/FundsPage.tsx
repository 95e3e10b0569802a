import { Button, Table } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import { closeTask, policyKeys, useBudgets, useFunds, usePolicyTasks } from '../../api/policy';
import type { BudgetRow, FundRow, PolicyTask } from '../../api/policyTypes';
import { formatDate, formatPercent } from '../../format';
import { Amount } from '../../shell/Amount';
import { DayField } from '../../shell/DayField';
import { Failure } from '../../shell/Failure';
import { Nothing } from '../../shell/Nothing';
import { PageHead } from '../../shell/PageHead';
import { Panel } from '../../shell/Panel';
import { StateMark } from '../../shell/StateMark';
import { UnitSwitch } from '../../shell/UnitSwitch';
import { useAddress } from '../../shell/useAddress';
import { useWriting } from '../../shell/useWriting';
import { useT } from '../../words';
import { Two } from '../payments/Two';
import { today } from '../today';
import styles from '../valuation/Valuation.module.css';
import { BudgetDialog } from './BudgetDialogs';
import { OpenFundDialog } from './FundDialogs';
import { schemePath } from './SchemesPage';
import { outcomeTones } from './tones';

const rest = { from: '', to: '' };

/** What funds hold and have filed, the year's money, and what falls due on which day. */
export default function FundsPage() {
  const t = useT();
  return (
    <>
      <PageHead title={t('funds.title')} actions={<UnitSwitch />} />
      <div className={styles['stack']}>
        <Tasks />
        <Funds />
        <Budgets />
      </div>
    </>
  );
}

function Tasks() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const from = address.from === '' ? today() : address.from;
  const to = address.to === '' ? dayjs(from).add(90, 'day').format('YYYY-MM-DD') : address.to;
  const found = usePolicyTasks(from, to);
  const write = useWriting([policyKeys]);
  const close = (task: PolicyTask) => void write.run(() => closeTask(task.taskId ?? '', task.version ?? 0), () => t('aid.move.done'));
  return (
    <Panel title={t('tasks.title')} extra={<span className={styles['actions']}>{t('tasks.from')} <DayField label={t('tasks.from')} value={from} onChange={next => change({ from: next })} /> {t('tasks.to')} <DayField label={t('tasks.to')} value={to} min={from} onChange={next => change({ to: next })} /></span>}>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      <Table<PolicyTask>
        size="small"
        rowKey={row => `${row.kind}/${row.subjectId}/${row.due}/${row.taskId ?? ''}`}
        loading={found.isPending}
        pagination={false}
        scroll={{ x: 700 }}
        locale={{ emptyText: <Nothing>{t('tasks.empty')}</Nothing> }}
        dataSource={found.data?.rows ?? []}
        columns={[
          { title: t('tasks.due'), width: 150, render: (_, row) => <span className={row.overdue ? styles['red'] : undefined}>{formatDate(row.due)}{row.overdue ? ` ${t('tasks.overdue')}` : ''}</span> },
          { title: t('policy.kind'), width: 150, render: (_, row) => t.code('taskKind', row.kind) },
          { title: t('tasks.what'), render: (_, row) => <Two first={row.subjectKind === 'aid' ? <Link to={`/policy/applications/${row.subjectId}`}>{row.title}</Link> : row.subjectKind === 'scheme' ? <Link to={schemePath({ kind: 'subsidy', code: row.subjectId })}>{row.title}</Link> : <span translate="no">{row.title}</span>} second={row.note === '' ? undefined : <span translate="no">{row.note}</span>} /> },
          { title: '', width: 110, render: (_, row) => (row.taskId === null ? null : row.state === 'done' ? t('tasks.closed') : <Button size="small" loading={write.busy} onClick={() => close(row)}>{t('tasks.close')}</Button>) },
        ]}
      />
    </Panel>
  );
}

function Funds() {
  const t = useT();
  const [opening, setOpening] = useState(false);
  const found = useFunds();
  return (
    <Panel title={t('funds.funds')} extra={<Button onClick={() => setOpening(true)}>{t('funds.open')}</Button>}>
      {opening && <OpenFundDialog onClose={() => setOpening(false)} />}
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      <Table<FundRow>
        size="small"
        rowKey="id"
        loading={found.isPending}
        pagination={false}
        scroll={{ x: 1000 }}
        locale={{ emptyText: <Nothing>{t('funds.empty')}</Nothing> }}
        dataSource={found.data?.rows ?? []}
        columns={[
          { title: t('funds.name'), width: 230, render: (_, row) => <Two first={<Link translate="no" to={`/policy/funds/${row.id}`}>{row.name}</Link>} second={row.schemeTitle} /> },
          { title: t('funds.size'), width: 130, align: 'right', render: (_, row) => <Amount value={row.size} /> },
          { title: t('funds.balance'), width: 130, align: 'right', render: (_, row) => <Amount value={row.balance} /> },
          { title: t('funds.portfolio'), width: 130, align: 'right', render: (_, row) => <Amount value={row.portfolio} /> },
          { title: t('funds.most'), width: 130, align: 'right', render: (_, row) => (row.maxPortfolio === null ? t('shell.none') : <Amount value={row.maxPortfolio} />) },
          { title: t('funds.rate'), width: 130, align: 'right', render: (_, row) => <Two first={row.claimRate === null ? t('shell.none') : formatPercent(row.claimRate, 2)} second={row.suspendAbove === null ? undefined : t('funds.above', { rate: formatPercent(row.suspendAbove, 2) })} /> },
          { title: t('funds.taking'), width: 150, render: (_, row) => <Two first={<StateMark tone={outcomeTones[row.taking] ?? 'grey'}>{t(row.taking === 'yes' ? 'policy.yes' : row.taking === 'no' ? 'policy.no' : 'shell.unknown')}</StateMark>} second={row.state === 'suspended' ? t('funds.suspended', { why: row.because }) : undefined} /> },
          { title: t('funds.book'), width: 80, render: (_, row) => <Link to={`/ledger/books/${row.bookId}`}>{t('funds.book')}</Link> },
        ]}
      />
    </Panel>
  );
}

function Budgets() {
  const t = useT();
  const [setting, setSetting] = useState(false);
  const found = useBudgets();
  return (
    <Panel title={t('budgets.title')} extra={<Button onClick={() => setSetting(true)}>{t('budgets.new')}</Button>}>
      {setting && <BudgetDialog row={null} onClose={() => setSetting(false)} />}
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      <Table<BudgetRow>
        size="small"
        rowKey="id"
        loading={found.isPending}
        pagination={false}
        scroll={{ x: 900 }}
        locale={{ emptyText: <Nothing>{t('budgets.empty')}</Nothing> }}
        dataSource={found.data?.rows ?? []}
        columns={[
          { title: t('policy.name'), width: 260, render: (_, row) => <Two first={<Link to={`/policy/budgets/${row.id}`}>{row.schemeTitle}</Link>} second={`${row.year}`} /> },
          { title: t('budgets.limit'), width: 130, align: 'right', render: (_, row) => <Amount value={row.limit} /> },
          { title: t('aid.approved'), width: 130, align: 'right', render: (_, row) => <Amount value={row.approved} /> },
          { title: t('aid.paid'), width: 130, align: 'right', render: (_, row) => <Amount value={row.paid} /> },
          { title: t('budgets.left'), width: 130, align: 'right', render: (_, row) => <Amount value={row.left} /> },
          { title: t('budgets.closes'), width: 120, render: (_, row) => (row.closesOn === null ? t('shell.none') : <span className={row.state === 'open' && row.closesOn < today() ? styles['red'] : undefined}>{formatDate(row.closesOn)}</span>) },
          { title: t('aid.state'), width: 100, render: (_, row) => <StateMark tone={row.state === 'open' ? 'blue' : 'green'}>{t(`budgetState.${row.state}`)}</StateMark> },
        ]}
      />
    </Panel>
  );
}

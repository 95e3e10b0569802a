import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useBudget } from '../../api/policy';
import type { AidRow, CapRow } from '../../api/policyTypes';
import { formatDate } from '../../format';
import { Amount } from '../../shell/Amount';
import { Failure } from '../../shell/Failure';
import { Nothing } from '../../shell/Nothing';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { Panel } from '../../shell/Panel';
import { StateMark } from '../../shell/StateMark';
import { UnitSwitch } from '../../shell/UnitSwitch';
import { useT } from '../../words';
import { Figures } from '../payments/Figures';
import { Two } from '../payments/Two';
import styles from '../valuation/Valuation.module.css';
import { BudgetDialog, expenses, ReceiveDialog, ScaleDialog } from './BudgetDialogs';
import { schemePath } from './SchemesPage';
import { aidTones } from './tones';
import { useInUnit } from './useInUnit';

/** The year's ledger of a scheme: its money, who was approved in which order, and what is used of which cap. */
export default function BudgetPage() {
  const t = useT();
  const inUnit = useInUnit();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const [dialog, setDialog] = useState<'change' | 'receive' | 'scale' | null>(null);
  const found = useBudget(id);
  const back = <Link to="/policy/funds">← {t('funds.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? <>{back}<Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={12} />;
  }
  const { row, pool, held, applications, caps } = found.data;
  const close = () => setDialog(null);
  const open = row.state === 'open';
  const amount = (value: string | null) => (value === null ? t('shell.none') : <Amount value={value} />);
  const account = expenses.find(code => code === row.expense);
  return (
    <>
      <PageHead
        title={`${row.schemeTitle} ${row.year}`}
        back={back}
        state={<><StateMark tone={open ? 'blue' : 'green'}>{t(`budgetState.${row.state}`)}</StateMark> · <Link to={schemePath({ kind: 'subsidy', code: row.scheme })}>{t('policy.rule')}</Link> · {row.bookId === null ? t('budgets.book.none') : <Link to={`/ledger/books/${row.bookId}`}>{t('budgets.book')}</Link>}{row.bookId !== null && account !== undefined && <> · {t(`aidExpense.${account}`)}</>}</>}
        actions={<><UnitSwitch />{open && <Button onClick={() => setDialog('change')}>{t('budgets.change')}</Button>}{row.bookId !== null && <Button onClick={() => setDialog('receive')}>{t('budgets.receive')}</Button>}{pool && open && <Button type="primary" onClick={() => setDialog('scale')}>{t('budgets.scale')}</Button>}</>}
      />
      <Figures
        figures={[
          { label: inUnit('budgets.limit'), value: <Amount value={row.limit} />, note: row.closesOn === null ? undefined : `${t('budgets.closes')} ${formatDate(row.closesOn)}` },
          { label: inUnit('aid.approved'), value: <Amount value={row.approved} /> },
          { label: inUnit('budgets.left'), value: <Amount value={row.left} /> },
          { label: inUnit('aid.paid'), value: <Amount value={row.paid} /> },
          { label: inUnit('budgets.received'), value: amount(row.bookId === null ? null : row.received) },
          { label: inUnit('budgets.held'), value: amount(held) },
        ]}
      />
      <div className={styles['stack']}>
        <Panel title={t('budgets.applications')} note={t('budgets.applications.note')}>
          <Table<AidRow>
            size="small"
            rowKey="id"
            className={styles['rows'] ?? ''}
            pagination={applications.length > 50 ? { pageSize: 50 } : false}
            scroll={{ x: 860 }}
            dataSource={applications}
            locale={{ emptyText: <Nothing>{t('aid.empty')}</Nothing> }}
            onRow={one => ({ onClick: () => void navigate(`/policy/applications/${one.id}`) })}
            columns={[
              { title: t('budgets.order'), width: 70, align: 'right', render: (_, one) => one.approvedNo ?? t('shell.none') },
              { title: t('aid.firm'), render: (_, one) => <Two first={<Link translate="no" to={`/policy/applications/${one.id}`} onClick={event => event.stopPropagation()}>{one.firmName}</Link>} second={<code>{one.firmCode}</code>} /> },
              { title: t('aid.state'), width: 130, render: (_, one) => <StateMark tone={aidTones[one.state] ?? 'grey'}>{t.code('aidState', one.state)}</StateMark> },
              { title: t('aid.asked'), width: 120, align: 'right', render: (_, one) => (one.asked === null ? <span className="soft">{t('shell.unknown')}</span> : <Amount value={one.asked} />) },
              { title: t('aid.approved'), width: 120, align: 'right', render: (_, one) => amount(one.approved) },
              ...(pool ? [{ title: t('aid.scaled'), width: 120, align: 'right' as const, render: (_: unknown, one: AidRow) => amount(one.scaled) }] : []),
              { title: t('aid.paid'), width: 120, align: 'right', render: (_, one) => <Amount value={one.paid} /> },
              { title: t('aid.clawed'), width: 120, align: 'right', render: (_, one) => <Amount value={one.clawed} /> },
            ]}
          />
        </Panel>
        <Panel title={t('budgets.caps')} note={t('budgets.caps.note')}>
          <Table<CapRow>
            size="small"
            rowKey={one => `${one.cap}/${one.subject}`}
            pagination={caps.length > 50 ? { pageSize: 50 } : false}
            scroll={{ x: 860 }}
            dataSource={caps}
            locale={{ emptyText: <Nothing>{t('budgets.caps.empty')}</Nothing> }}
            columns={[
              { title: t('budgets.cap'), render: (_, one) => <Two first={one.title} second={t.code('capScope', one.scope)} /> },
              { title: t('budgets.whose'), render: (_, one) => <Two first={<span translate="no">{one.firmName}</span>} second={<code>{one.subject}</code>} /> },
              { title: t('budgets.capLimit'), width: 120, align: 'right', render: (_, one) => amount(one.limit) },
              { title: t('budgets.used'), width: 120, align: 'right', render: (_, one) => <Amount value={one.used} /> },
              { title: t('budgets.freed'), width: 120, align: 'right', render: (_, one) => <Amount value={one.freed} /> },
              { title: t('budgets.count'), width: 90, align: 'right', render: (_, one) => one.applications },
            ]}
          />
        </Panel>
      </div>
      {dialog === 'change' && <BudgetDialog row={row} onClose={close} />}
      {dialog === 'receive' && <ReceiveDialog row={row} onClose={close} />}
      {dialog === 'scale' && <ScaleDialog row={row} onClose={close} />}
    </>
  );
}

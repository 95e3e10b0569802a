import { Table } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useBreaches, useDunning, useLoans } from '../../api/loans';
import type { DunningRow } from '../../api/loanShapes';
import { useRegistrations } from '../../api/lendingQueries';
import { formatDate } from '../../format';
import { Failure } from '../../shell/Failure';
import { Fen } from '../../shell/Fen';
import { Nothing } from '../../shell/Nothing';
import { Panel } from '../../shell/Panel';
import { useT } from '../../words';
import { Figures } from '../payments/Figures';
import { Two } from '../payments/Two';
import styles from './HomePage.module.css';

const one = { page: 1, pageSize: 1 } as const;
const most = 8;

/** What of the lending book wants somebody today: days that have passed and days near, each a door to its list. */
export function LendingToday() {
  const t = useT();
  const [late, week] = [useLoans({ due: 'overdue', ...one }), useLoans({ due: 'week', ...one })];
  const breaches = useBreaches({ open: 'true', ...one });
  const [filings, dated] = [useRegistrations({ due: 'overdue', ...one }), useRegistrations({ due: 'any', ...one })];
  const dunning = useDunning(true);
  const failed = [late, week, breaches, filings, dated, dunning].find(found => found.isError);
  if (failed !== undefined) return <Panel title={t('home.lending')}><Failure reason={failed.error} onRetry={() => void failed.refetch()} /></Panel>;
  const door = (to: string, count: number | undefined, red = false): ReactNode => <Link to={to} className={red && (count ?? 0) > 0 ? styles['late'] : undefined}>{count ?? '…'}</Link>;
  const rows = dunning.data?.rows ?? [];
  return (
    <Panel title={t('home.lending')} extra={<Link to="/loans">{t('loan.title')}</Link>}>
      <Figures
        figures={[
          { label: t('home.late'), value: door('/loans?due=overdue', late.data?.total, true) },
          { label: t('home.week'), value: door('/loans?due=week', week.data?.total) },
          { label: t('home.breaches'), value: door('/loans/breaches?open=true', breaches.data?.total, true) },
          { label: t('home.filings'), value: door('/registrations?due=overdue', filings.data?.total, true) },
          { label: t('home.days'), value: door('/registrations?due=any', dated.data?.total) },
        ]}
      />
      <Table<DunningRow>
        size="small"
        rowKey="loanId"
        loading={dunning.isPending}
        pagination={false}
        scroll={{ x: 620 }}
        dataSource={rows.slice(0, most)}
        locale={{ emptyText: <Nothing>{t('home.lending.none')}</Nothing> }}
        columns={[
          { title: t('loan.number'), width: 170, render: (_, row) => <Link translate="no" to={`/loans/${row.loanId}`}>{row.number}</Link> },
          { title: t('loan.borrower'), width: 220, render: (_, row) => <Two first={<span translate="no">{row.borrower}</span>} second={<span translate="no">{row.officer}</span>} /> },
          { title: t('loan.dueOn'), width: 110, render: (_, row) => <span className={row.days > 0 ? styles['late'] : undefined}>{formatDate(row.dueOn)}</span> },
          { title: t('dunning.amount'), width: 130, align: 'right', render: (_, row) => <Fen value={row.amount} /> },
        ]}
      />
      {rows.length > most && <p><Link to="/loans/dunning">{t('home.more', { count: rows.length })}</Link></p>}
    </Panel>
  );
}

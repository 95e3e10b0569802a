import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { statementFile } from '../../../api/ledger';
import { useAccounts, useStatement } from '../../../api/ledgerQueries';
import type { AccountRow, Statement } from '../../../api/ledgerTypes';
import { ChartPanel } from '../../../chart/ChartPanel';
import { formatDate, formatMoney, wallTime } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { usePreferences } from '../../../shell/Preferences';
import { useAddress } from '../../../shell/useAddress';
import { useT, type Translate } from '../../../words';
import { EntryDrawer } from '../entry/EntryDrawer';
import { useOpenEntry } from '../entry/useOpenEntry';
import { balanceOption } from './balanceChart';
import { endOfDays } from './running';
import styles from './Statement.module.css';
import { atRest, StatementFilters, type StatementAddress } from './StatementFilters';
import { StatementTable } from './StatementTable';

function Sums({ statement }: { statement: Statement }) {
  const t = useT();
  const sums: [string, string][] = [
    [t('statement.opening'), statement.opening],
    [t('statement.debits'), statement.debits],
    [t('statement.credits'), statement.credits],
    [t('statement.closing'), statement.closing],
  ];
  return (
    <dl className={styles['sums']}>
      {sums.map(([name, value]) => (
        <div key={name}>
          <dt>
            {name} ({t('shell.unit.yuan')})
          </dt>
          <dd>
            <Fen value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function BalanceChart({ statement, order }: { statement: Statement; order: string }) {
  const t = useT();
  const { palette, unit } = usePreferences();
  const { items, total } = statement.page;
  const points = useMemo(
    () => endOfDays(items, line => (order === 'effective' ? formatDate(line.effective) : (wallTime(line.recordedAt) ?? '').slice(0, 10))),
    [items, order],
  );
  const option = useMemo(() => balanceOption(t, palette, unit, points), [t, palette, unit, points]);
  const title = t('statement.chart', { unit: t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan') });
  const heads = [t(order === 'effective' ? 'journal.effective' : 'journal.recordedAt'), t('statement.balance')];
  const rows = points.map(point => [point.day, formatMoney(point.balance, 'yuan')]);
  if (points.length < 2) return null;
  return <ChartPanel title={title} note={total > items.length ? t('statement.chart.page') : undefined} option={option} table={{ heads, rows }} height={190} />;
}

function stateOf(t: Translate, { account, book }: Statement): string {
  const rule = account.rule === 'limit' ? t('rule.limit.of', { limit: formatMoney(account.limit, 'yuan') }) : t.code('rule', account.rule);
  return [`${book.code} ${book.name}`, t.code('class', account.class), t('statement.normal', { side: t.code('side', account.normal) }), rule, ...(account.closed ? [t('account.closed')] : [])].join(' · ');
}

interface ShownProps {
  id: string;
  statement: Statement;
  accounts: readonly AccountRow[];
  address: StatementAddress;
  loading: boolean;
  change: (change: Partial<StatementAddress>) => void;
}

function Shown({ id, statement, accounts, address, loading, change }: ShownProps) {
  const t = useT();
  const { language } = usePreferences();
  const { open } = useOpenEntry();
  const { account, book } = statement;
  const { from, to, recorded, order } = address;
  const download = (
    <Button icon={<DownloadOutlined />} href={statementFile(id, { from, to, recorded, order }, language)} download>
      {t('statement.export')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('statement.title', { code: account.code, name: t.either(account.zh, account.en) })}
        back={<Link to={`/ledger/books/${book.id}`}>← {book.name}</Link>}
        state={stateOf(t, statement)}
        actions={download}
      />
      <StatementFilters address={address} onChange={change} />
      <div className={styles['page']}>
        <Sums statement={statement} />
        <BalanceChart statement={statement} order={order} />
        <Panel title={t('statement.lines')}>
          <StatementTable
            statement={statement}
            accounts={accounts}
            order={order}
            loading={loading}
            onOpen={open}
            onPage={(page, pageSize) => change({ page, pageSize })}
          />
        </Panel>
      </div>
      <EntryDrawer />
    </>
  );
}

/** An account's statement; period, order and knowledge live in the address. */
export default function AccountPage() {
  const { id = '' } = useParams();
  const [address, change] = useAddress(atRest);
  const { from, to, recorded, order, page, pageSize } = address;
  const statement = useStatement(id, { from, to, recorded, order, page, pageSize });
  const accounts = useAccounts(statement.data?.book.id ?? null);
  if (statement.isError) return <Failure reason={statement.error} onRetry={() => void statement.refetch()} />;
  if (statement.data === undefined) return <PageSkeleton rows={12} />;
  return <Shown id={id} statement={statement.data} accounts={accounts.data ?? []} address={address} loading={statement.isPlaceholderData} change={change} />;
}

import { Button, Segmented, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePlanned } from '../../../../api/ledgerQueries';
import type { BookRow, PlannedPage, PlannedRow } from '../../../../api/ledgerTypes';
import { isZero, sum } from '../../../../format';
import { DayField } from '../../../../shell/DayField';
import { Failure } from '../../../../shell/Failure';
import { Fen } from '../../../../shell/Fen';
import { Nothing } from '../../../../shell/Nothing';
import { Panel } from '../../../../shell/Panel';
import { pageSizes, useAddress } from '../../../../shell/useAddress';
import { useT } from '../../../../words';
import { daysOverdue } from '../dates';
import { MatchDialog } from './MatchDialog';
import { Matches } from './Matches';
import styles from './Planned.module.css';
import { plannedColumns } from './plannedColumns';

const rest = { state: '', from: '', to: '', page: 1, pageSize: 50 };

function Totals({ page, book }: { page: PlannedPage; book: BookRow }) {
  const t = useT();
  const overdue = sum(page.items.filter(one => daysOverdue(one, book.businessDate) > 0).map(one => one.open)) ?? '0.00';
  const totals: [string, string][] = [
    [t('planned.total.planned'), page.totals.planned],
    [t('planned.total.matched'), page.totals.matched],
    [t('planned.total.open'), page.totals.open],
    [t('planned.total.overdue'), overdue],
  ];
  return (
    <dl className={styles['totals']}>
      {totals.map(([name, value], index) => (
        <div key={name}>
          <dt>
            {name} ({t('shell.unit.yuan')})
          </dt>
          <dd className={index === 3 && !isZero(value) ? styles['overdue'] : undefined}>
            <Fen value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was planned beside what was really posted; lateness counts on the book's business date. */
export function PlannedTab({ book }: { book: BookRow }) {
  const t = useT();
  const [address, change] = useAddress(rest);
  const planned = usePlanned(book.id, address);
  const [matching, setMatching] = useState<PlannedRow | null>(null);
  const filtered = address.state !== '' || address.from !== '' || address.to !== '';
  const empty = filtered ? (
    <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('planned.empty.filtered')}</Nothing>
  ) : (
    <Nothing
      action={
        <Link to="/deals">
          <Button type="primary">{t('planned.goDeals')}</Button>
        </Link>
      }
    >
      {t('planned.empty')}
    </Nothing>
  );
  return (
    <Panel title={t('book.tab.planned')} note={t('book.state', { date: book.businessDate })}>
      <div className={styles['filters']}>
        <Segmented
          aria-label={t('hold.state')}
          value={address.state}
          onChange={state => change({ state })}
          options={[{ value: '', label: t('planned.state.all') }, ...['open', 'matched', 'cancelled'].map(value => ({ value, label: t.code('planned.state', value) }))]}
        />
        <DayField label={t('planned.from')} value={address.from} onChange={from => change({ from })} />
        <DayField label={t('planned.to')} value={address.to} onChange={to => change({ to })} />
      </div>
      {planned.isError && <Failure reason={planned.error} onRetry={() => void planned.refetch()} />}
      {planned.isPending && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
      {planned.data !== undefined && planned.data.total > 0 && !planned.isError && <Totals page={planned.data} book={book} />}
      {planned.data !== undefined && !planned.isError && (
        <Table<PlannedRow>
          size="small"
          rowKey="id"
          loading={planned.isPlaceholderData}
          columns={plannedColumns(t, book, setMatching)}
          dataSource={planned.data.items}
          scroll={{ x: 1080 }}
          locale={{ emptyText: empty }}
          expandable={{ rowExpandable: one => one.matches.length > 0, expandedRowRender: one => <Matches planned={one} /> }}
          pagination={{
            current: address.page,
            pageSize: address.pageSize,
            total: planned.data.total,
            pageSizeOptions: pageSizes,
            hideOnSinglePage: planned.data.total <= 20,
            showTotal: count => t('shell.total', { count }),
            onChange: (page, pageSize) => change({ page, pageSize }),
          }}
        />
      )}
      {matching !== null && <MatchDialog bookId={book.id} planned={matching} onClose={() => setMatching(null)} />}
    </Panel>
  );
}

import { Button, Grid, Segmented, Select, Table } from 'antd';
import { useNavigate } from 'react-router';
import { useApprovalCount, useApprovals } from '../../../api/approvalQueries';
import { caseStates, type ApprovalRow } from '../../../api/approvalTypes';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { pageSizes, useAddress } from '../../../shell/useAddress';
import { useT, type Word } from '../../../words';
import styles from '../Approvals.module.css';
import { inboxColumns } from './inboxColumns';

const views = ['inbox', 'mine', 'all'] as const;
const rest = { view: 'inbox', state: '', page: 1, pageSize: 50 };

/** What waits for a decision of the reader, what he began himself, and all of his organisation. */
export default function InboxPage() {
  const t = useT();
  const navigate = useNavigate();
  const phone = Grid.useBreakpoint().md === false;
  const [address, change] = useAddress(rest);
  const view = views.find(one => one === address.view) ?? 'inbox';
  const count = useApprovalCount(true).data;
  const { state, ...paged } = address;
  const cases = useApprovals(view === 'inbox' ? { ...paged, view } : { ...paged, view, state });
  const filtered = view !== 'inbox' && state !== '';
  const told = filtered ? 'approvals.empty.filtered' : (`approvals.empty.${view}` as Word);
  const empty = <Nothing action={filtered ? <Button onClick={() => change({ state: '' })}>{t('approvals.clear')}</Button> : undefined}>{t(told)}</Nothing>;
  return (
    <>
      <PageHead title={t('approvals.title')} state={count === undefined ? <>&nbsp;</> : t('approvals.state', { inbox: count.inbox, returned: count.returned })} />
      <div className={styles['filters']}>
        <Segmented<string> aria-label={t('approvals.view')} value={view} onChange={next => change({ view: next, state: '' })} options={views.map(value => ({ value, label: t(`approvals.view.${value}`) }))} />
        {view !== 'inbox' && (
          <Select
            aria-label={t('approvals.filter.state')}
            popupMatchSelectWidth={false}
            value={state}
            onChange={next => change({ state: next })}
            options={[{ value: '', label: t('approvals.filter.all') }, ...caseStates.map(value => ({ value, label: t.code('caseState', value) }))]}
          />
        )}
      </div>
      {cases.isError && <Failure reason={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.isPending && <PageSkeleton rows={10} />}
      {cases.data !== undefined && !cases.isError && (
        <Table<ApprovalRow>
          className={`${styles['table'] ?? ''} ${styles['rows'] ?? ''}`}
          size="small"
          rowKey="id"
          columns={inboxColumns(t, view === 'inbox', phone)}
          dataSource={cases.data.items}
          loading={cases.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: phone ? 0 : 1000 }}
          sticky={{ offsetHeader: 48 }}
          onRow={row => ({ onClick: () => void navigate(`/approvals/${row.id}`) })}
          pagination={{
            current: address.page,
            pageSize: address.pageSize,
            total: cases.data.total,
            pageSizeOptions: pageSizes,
            showSizeChanger: true,
            hideOnSinglePage: cases.data.total <= 20,
            showTotal: total => t('shell.total', { count: total }),
            onChange: (page, pageSize) => change({ page, pageSize }),
          }}
        />
      )}
    </>
  );
}

import { Button, Select, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link, useNavigate } from 'react-router';
import { useJobs, type JobRow } from '../../api/jobs';
import { formatInstant, none } from '../../format';
import { Failure } from '../../shell/Failure';
import { Nothing } from '../../shell/Nothing';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { pageSizes, useAddress } from '../../shell/useAddress';
import { useT, type Translate } from '../../words';
import styles from './Jobs.module.css';
import { JobProgress, JobStateMark } from './JobMarks';
import { formatLength, tookSeconds } from './jobTime';

const rest = { state: '', page: 1, pageSize: 50 };
const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;

function columns(t: Translate): ColumnsType<JobRow> {
  return [
    { title: t('jobs.name'), render: (_, job) => <Link to={`/jobs/${job.id}`}>{t.either(job.titleZh, job.titleEn)}</Link> },
    { title: t('jobs.state'), width: 92, render: (_, job) => <JobStateMark state={job.state} /> },
    { title: t('jobs.progress'), width: 210, render: (_, job) => <JobProgress job={job} /> },
    { title: t('jobs.kind'), width: 104, render: (_, job) => t.code('jobKind', job.kind) },
    { title: t('jobs.by'), width: 110, render: (_, job) => t.code('person', job.by) },
    { title: t('jobs.created'), width: 136, render: (_, job) => formatInstant(job.createdAt) },
    {
      title: t('jobs.took'),
      width: 110,
      align: 'right',
      render: (_, job) => {
        const took = tookSeconds(job);
        return took === null ? none : formatLength(took, t);
      },
    },
  ];
}

/** Long work of the organisation, newest first. */
export default function JobsPage() {
  const t = useT();
  const navigate = useNavigate();
  const [address, change] = useAddress(rest);
  const jobs = useJobs(address);
  const empty =
    address.state === '' ? (
      <Nothing action={<Button onClick={() => void navigate('/deals')}>{t('jobs.goDeals')}</Button>}>{t('jobs.empty')}</Nothing>
    ) : (
      <Nothing>{t('jobs.empty.filtered')}</Nothing>
    );
  return (
    <>
      <PageHead title={t('jobs.title')} state={jobs.data === undefined ? undefined : t('shell.total', { count: jobs.data.total })} />
      <div className={styles['filters']}>
        <Select
          aria-label={t('jobs.state')}
          popupMatchSelectWidth={false}
          value={address.state}
          onChange={state => change({ state })}
          options={[{ value: '', label: t('jobs.state.all') }, ...states.map(value => ({ value, label: t.code('jobState', value) }))]}
        />
      </div>
      {jobs.isError && <Failure reason={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.isPending && <PageSkeleton rows={8} />}
      {jobs.data !== undefined && !jobs.isError && (
        <Table<JobRow>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          columns={columns(t)}
          dataSource={jobs.data.items}
          locale={{ emptyText: empty }}
          scroll={{ x: 980 }}
          sticky={{ offsetHeader: 48 }}
          onRow={job => ({ onClick: () => void navigate(`/jobs/${job.id}`) })}
          pagination={{
            current: address.page,
            pageSize: address.pageSize,
            total: jobs.data.total,
            pageSizeOptions: pageSizes,
            showSizeChanger: true,
            hideOnSinglePage: jobs.data.total <= 20,
            showTotal: count => t('shell.total', { count }),
            onChange: (page, pageSize) => change({ page, pageSize }),
          }}
        />
      )}
    </>
  );
}

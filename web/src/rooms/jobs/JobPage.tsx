import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { active, useJob, type JobDetail, type JobRow, type ShardRow } from '../../api/jobs';
import { formatInstant, none } from '../../format';
import { Failure } from '../../shell/Failure';
import { Nothing } from '../../shell/Nothing';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { Panel } from '../../shell/Panel';
import { useT } from '../../words';
import { JobActions } from './JobActions';
import styles from './Jobs.module.css';
import { JobProgress, JobStateMark } from './JobMarks';
import { formatLength, tookSeconds } from './jobTime';

/** Where a job's result is looked at; the record it is about where it has none of its own. */
function resultAddress(job: JobRow): string | null {
  if (job.kind === 'securitization.stress-grid') return `/deals/${job.subjectId}/stress?job=${job.id}`;
  if (job.kind === 'assets.right-import') return `/rights/import?source=${job.subjectId}`;
  return job.subjectKind === 'deal' ? `/deals/${job.subjectId}` : null;
}

function Facts({ job, detail }: { job: JobRow; detail: JobDetail }) {
  const t = useT();
  const took = tookSeconds(job);
  const facts: [string, ReactNode][] = [
    [t('jobs.kind'), t.code('jobKind', job.kind)],
    [t('jobs.by'), t.code('person', job.by)],
    [t('jobs.created'), formatInstant(job.createdAt)],
    [t('jobs.finished'), detail.cancelledBy === null ? formatInstant(job.finishedAt) : `${formatInstant(job.finishedAt)} · ${t('job.cancelledBy', { name: t.code('person', detail.cancelledBy) })}`],
    [t('jobs.took'), took === null ? none : formatLength(took, t)],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([title, value]) => [<dt key={title}>{title}</dt>, <dd key={`${title}-value`}>{value}</dd>])}
    </dl>
  );
}

function Shards({ shards, going }: { shards: readonly ShardRow[]; going: boolean }) {
  const t = useT();
  return (
    <Panel title={t(going ? 'job.shards' : 'job.shards.left')} note={t('job.shards.note')}>
      <Table<ShardRow>
        size="small"
        rowKey="no"
        pagination={false}
        dataSource={[...shards]}
        locale={{ emptyText: <Nothing>{t('job.shards.none')}</Nothing> }}
        scroll={{ x: 560 }}
        columns={[
          { title: t('job.shard'), width: 80, align: 'right', render: (_, shard) => shard.no + 1 },
          { title: t('jobs.state'), width: 130, render: (_, shard) => t.code('shardState', shard.state) },
          { title: t('job.tries'), width: 80, align: 'right', render: (_, shard) => shard.tries },
          { title: t('job.error'), render: (_, shard) => shard.error ?? none },
        ]}
      />
    </Panel>
  );
}

/** One job: how far it is, why it failed, what can be done. */
export default function JobPage() {
  const t = useT();
  const { id = '' } = useParams();
  const one = useJob(id);
  if (one.data === undefined) return one.isError ? <Failure reason={one.error} onRetry={() => void one.refetch()} /> : <PageSkeleton rows={8} />;
  const { job, findings, shards, retries } = one.data;
  const address = resultAddress(job);
  return (
    <>
      <PageHead
        title={t.either(job.titleZh, job.titleEn)}
        back={<Link to="/jobs">← {t('jobs.title')}</Link>}
        state={
          <>
            <JobStateMark state={job.state} />
            {retries > 0 && <> · {t('job.retries', { count: retries })}</>}
          </>
        }
        actions={
          <>
            {address !== null && (
              <Link to={address}>
                <Button type={job.state === 'done' ? 'primary' : 'default'}>{t(job.state === 'done' ? 'job.result' : 'job.subject')}</Button>
              </Link>
            )}
            <JobActions job={job} />
          </>
        }
      />
      <div className={styles['parts']}>
        <Panel title={t('jobs.progress')}>
          <JobProgress job={job} wide />
          <Facts job={job} detail={one.data} />
        </Panel>
        {findings.length > 0 && (
          <Panel title={t('job.why')}>
            {findings.map(finding => (
              <div key={`${finding.code}${finding.path}`} className={styles['finding']}>
                <strong>{finding.message}</strong>
                <span>
                  <code>{finding.code}</code> {finding.path} {finding.found}
                </span>
                <span className="soft">{t('job.expected', { expected: finding.expected ?? none })}</span>
              </div>
            ))}
          </Panel>
        )}
        {(active(job) || shards.length > 0) && <Shards shards={shards} going={active(job)} />}
      </div>
    </>
  );
}

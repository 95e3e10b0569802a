import { Button, Select, Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useJob, useJobs, type GridOrder, type GridResult, type JobRow } from '../../../../api/jobs';
import type { Outline } from '../../../../api/types';
import { formatInstant } from '../../../../format';
import { JobActions } from '../../../jobs/JobActions';
import { JobProgress, JobStateMark } from '../../../jobs/JobMarks';
import { Failure } from '../../../../shell/Failure';
import { Nothing } from '../../../../shell/Nothing';
import { Panel } from '../../../../shell/Panel';
import { useT } from '../../../../words';
import { GridForm } from './GridForm';
import { GridTable } from './GridTable';
import styles from './Stress.module.css';

interface Props {
  dealId: string;
  version: number;
  draftChanged: boolean;
  outline: Outline | null;
  periods: number | null;
}

function Grid({ id, rows, onPick }: { id: string; rows: readonly JobRow[]; onPick: (id: string) => void }) {
  const t = useT();
  const one = useJob(id);
  const picker = (
    <Select
      size="small"
      aria-label={t('grid.list')}
      popupMatchSelectWidth={false}
      value={id}
      onChange={onPick}
      options={rows.map(job => ({ value: job.id, label: `${formatInstant(job.createdAt)} · ${t.code('jobState', job.state)}` }))}
    />
  );
  if (one.isError) return <Failure reason={one.error} onRetry={() => void one.refetch()} />;
  if (one.data === undefined) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  const { job, input, result } = one.data;
  const order = input as GridOrder;
  return (
    <Panel title={t('deal.tab.stress')} note={t('grid.title', { version: order.version, period: order.period, lag: order.lag })} extra={picker}>
      {result === null ? (
        <div className={styles['fields']}>
          <div className={styles['tools']}>
            <JobStateMark state={job.state} />
            <Link to={`/jobs/${job.id}`}>
              <Button>{t('job.notice.open')}</Button>
            </Link>
            <JobActions job={job} />
          </div>
          <JobProgress job={job} wide />
        </div>
      ) : (
        <GridTable key={job.id} order={order} result={result as GridResult} />
      )}
    </Panel>
  );
}

/** The stress grids of a deal: start one, watch it, read it. The one shown stands in the address. */
export function StressTab({ dealId, version, draftChanged, outline, periods }: Props) {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const jobs = useJobs({ kind: 'securitization.stress-grid', subjectKind: 'deal', subjectId: dealId, pageSize: 50 });
  const rows = jobs.data?.items ?? [];
  const asked = search.get('job');
  const shown = asked ?? rows[0]?.id ?? null;
  const show = (job: string) => setSearch({ job });
  return (
    <div className={styles['tab']}>
      {outline === null || periods === null ? (
        <Skeleton active title={false} paragraph={{ rows: 6 }} />
      ) : (
        <GridForm dealId={dealId} version={version} draftChanged={draftChanged} obligors={outline.obligors.length} periods={periods} onStarted={show} />
      )}
      <div className={styles['main']}>
        {jobs.isError && <Failure reason={jobs.error} onRetry={() => void jobs.refetch()} />}
        {jobs.isPending && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
        {jobs.data !== undefined && shown === null && (
          <Panel title={t('deal.tab.stress')}>
            <Nothing>{t('grid.empty')}</Nothing>
          </Panel>
        )}
        {shown !== null && <Grid id={shown} rows={rows} onPick={show} />}
      </div>
    </div>
  );
}

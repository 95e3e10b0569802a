import { Progress } from 'antd';
import { active, type JobRow, type JobState } from '../../api/jobs';
import { StateMark, type Tone } from '../../shell/StateMark';
import { usePreferences } from '../../shell/Preferences';
import { useT } from '../../words';
import styles from './Jobs.module.css';
import { formatLength } from './jobTime';

const tones: Record<JobState, Tone> = { waiting: 'grey', running: 'blue', done: 'green', failed: 'red', cancelled: 'grey' };

export function JobStateMark({ state }: { state: JobState }) {
  return <StateMark tone={tones[state]}>{useT().code('jobState', state)}</StateMark>;
}

/** How far a job is, in shards, and how long it will still take. */
export function JobProgress({ job, wide = false }: { job: JobRow; wide?: boolean }) {
  const t = useT();
  const { palette } = usePreferences();
  const colour = job.state === 'failed' ? palette.red : job.state === 'done' ? palette.green : job.state === 'cancelled' ? palette.grey : palette.blue;
  const left = active(job) && job.leftSeconds !== null ? ` · ${t('jobs.left', { time: formatLength(job.leftSeconds, t) })}` : '';
  return (
    <div className={wide ? styles['wide'] : styles['progress']}>
      <Progress
        percent={job.total === 0 ? 0 : Math.floor((job.done / job.total) * 100)}
        showInfo={false}
        size={wide ? { height: 10 } : 'small'}
        strokeColor={colour}
        trailColor={palette.line}
        aria-label={t('jobs.progress')}
      />
      <span className="tabular soft">
        {t('jobs.progress.of', { done: job.done, total: job.total })}
        {left}
      </span>
    </div>
  );
}

import type { JobRow } from '../../api/jobs';
import type { Translate } from '../../words';

/** A length of time as people say it: seconds, then minutes, then hours. */
export function formatLength(seconds: number, t: Translate): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return t('time.seconds', { seconds: whole });
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return t('time.minutes', { minutes, seconds: whole % 60 });
  return t('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** Seconds from the first shard to the end; null while a job has no end. */
export function tookSeconds(job: Pick<JobRow, 'startedAt' | 'finishedAt'>): number | null {
  if (job.startedAt === null || job.finishedAt === null) return null;
  return Math.max(0, (Date.parse(job.finishedAt) - Date.parse(job.startedAt)) / 1000);
}

/** Jobs that were under way when last asked and have ended since, by themselves: what the person is told. */
export function endedSince(before: readonly JobRow[] | null, now: readonly JobRow[]): JobRow[] {
  if (before === null) return [];
  const running = new Set(before.filter(job => job.state === 'waiting' || job.state === 'running').map(job => job.id));
  return now.filter(job => running.has(job.id) && (job.state === 'done' || job.state === 'failed'));
}

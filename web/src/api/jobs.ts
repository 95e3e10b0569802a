import { skipToken, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { answer, api } from './client';
import type { PageOf } from './ledgerTypes';
import type { Decimal, Finding } from './types';

/** The shapes of `/api/v1/jobs`, and of the jobs rooms have done. */

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobRow {
  id: string;
  kind: string;
  titleZh: string;
  titleEn: string;
  subjectKind: string;
  subjectId: string;
  state: JobState;
  done: number;
  total: number;
  leftSeconds: number | null;
  by: string;
  mine: boolean;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface ShardRow {
  no: number;
  state: 'waiting' | 'running' | 'failed';
  tries: number;
  error: string | null;
  takenAt: string | null;
}

export interface JobDetail {
  job: JobRow;
  retries: number;
  cancelledBy: string | null;
  findings: Finding[];
  shards: ShardRow[];
  input: unknown;
  result: unknown;
}

export interface JobPulse {
  active: number;
  mine: JobRow[];
}

export interface JobsQuery {
  state?: string;
  kind?: string;
  subjectKind?: string;
  subjectId?: string;
  page?: number;
  pageSize?: number;
}

/** What a stress grid was asked, kept with its job. */
export interface GridOrder {
  deal: string;
  version: number;
  code: string;
  tranches: { id: string; size: Decimal }[];
  names: number;
  counts: number[];
  recoveries: string[];
  period: number;
  lag: number;
}

export interface GridCell {
  recovery: string;
  unpaid: Record<string, Decimal>;
  fired: string[];
}

export interface GridRow {
  names: number;
  share: string;
  cells: GridCell[];
}

export interface GridResult {
  rows: GridRow[];
}

export const active = (job: { state: JobState }) => job.state === 'waiting' || job.state === 'running';

export function listJobs(asked: JobsQuery, signal: AbortSignal) {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')) as JobsQuery;
  return answer<PageOf<JobRow>>(api.GET('/api/v1/jobs', { params: { query }, signal }));
}

export const openJob = (id: string, signal: AbortSignal) => answer<JobDetail>(api.GET('/api/v1/jobs/{id}', { params: { path: { id } }, signal }));

export const jobPulse = (signal: AbortSignal) => answer<JobPulse>(api.GET('/api/v1/jobs/pulse', { signal }));

export const cancelJob = (id: string) => answer<JobDetail>(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } }, body: {} }));

export const retryJob = (id: string) => answer<JobDetail>(api.POST('/api/v1/jobs/{id}/retry', { params: { path: { id } }, body: {} }));

export const startStressGrid = (deal: string, body: { version: number; names: number; recoveries: string[]; period: number; lag: number }) =>
  answer<JobRow>(api.POST('/api/v1/deals/{id}/stress-grids', { params: { path: { id: deal } }, body }));

export const jobKeys = { jobs: ['jobs'] as const };

const busy = 1_000;
const calm = 15_000;

/** Asked often while something is under way, else now and then. */
export function usePulse() {
  return useQuery({
    queryKey: ['jobs', 'pulse'],
    queryFn: ({ signal }) => jobPulse(signal),
    refetchInterval: query => ((query.state.data?.active ?? 0) > 0 ? 2 * busy : calm),
    staleTime: 0,
  });
}

export function useJobs(asked: JobsQuery) {
  return useQuery({
    queryKey: ['jobs', 'list', asked],
    queryFn: ({ signal }) => listJobs(asked, signal),
    placeholderData: previous => previous,
    refetchInterval: query => (query.state.data?.items.some(active) === true ? busy : calm),
    staleTime: 0,
  });
}

export function useJob(id: string | null) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['jobs', 'one', id, language],
    queryFn: id === null ? skipToken : ({ signal }) => openJob(id, signal),
    refetchInterval: query => (query.state.data !== undefined && active(query.state.data.job) ? busy : false),
    staleTime: 0,
  });
}

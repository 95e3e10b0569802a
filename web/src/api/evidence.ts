import { address, ask, fetchFile, tell } from './ask';
import { ApiProblem } from './problem';
import type { components } from './schema';
import type { LeafDetail, LeafRow, LogState, PageOf } from './ledgerTypes';

/** What the evidence log can be asked, one function each. */

export interface LeavesQuery {
  kind?: string;
  subject?: string;
  event?: string;
  from?: string;
  to?: string;
  query?: string;
  page?: number;
  pageSize?: number;
}

export const logState = (signal: AbortSignal) => ask<LogState>('/evidence/log', {}, signal);

export const listLeaves = (asked: LeavesQuery, signal: AbortSignal) => ask<PageOf<LeafRow>>('/evidence/leaves', asked, signal);

export const openLeaf = (id: string, signal: AbortSignal) => ask<LeafDetail>(`/evidence/leaves/${id}`, {}, signal);

/** Refused with EVD-0103 while no checkpoint covers the leaf. */
export const fetchBundle = (id: string, signal?: AbortSignal) => fetchFile(`/evidence/leaves/${id}/bundle`, signal);

/** Done at once, or put up for approval where the rules ask for it. */
export const eraseContent = (id: string, reason: string) => tell<LeafDetail | { approval: string }>('POST', `/evidence/leaves/${id}/erase`, { reason });

export const bundleFile = (id: string) => address(`/evidence/leaves/${id}/bundle`);

/** The log's public keys, to pin when a bundle is verified elsewhere. */
export const logKeyFile = address('/evidence/log.json');

export type CheckpointRow = components['schemas']['CheckpointRow'];

export const listCheckpoints = (asked: { page: number; pageSize: number }, signal: AbortSignal) => ask<PageOf<CheckpointRow>>('/evidence/checkpoints', asked, signal);

export const checkpointFile = (size: number) => address(`/evidence/checkpoints/${size}`);

export const fetchCheckpoint = async (size: number) => (await fetchFile(`/evidence/checkpoints/${size}`)).bytes;

export const fetchLogKeys = async () => (await fetchFile('/evidence/log.json')).bytes;

/** The hashes from one checkpoint's size to another's; null where the log has none of that size. */
export async function proveConsistency(from: number, to: number): Promise<{ sha256: string[]; sm3: string[] } | null> {
  try {
    return (await ask<{ proof: { sha256: string[]; sm3: string[] } }>('/evidence/consistency', { from, to })).proof;
  } catch (reason) {
    if (reason instanceof ApiProblem && reason.status === 422) return null;
    throw reason;
  }
}

import { skipToken, useQuery } from '@tanstack/react-query';
import { ask, tell } from './ask';

/** Searches of the register kept under a name: one's own, and those shared with the organisation. */

export const searchKeys = ['searches'] as const;

export interface SearchAsked {
  query?: string | null;
  owner?: string | null;
  kind?: string | null;
  state?: string | null;
  day?: string | null;
  ipc?: string | null;
  firm?: string | null;
  family?: string | null;
  source?: string | null;
  encumbered?: boolean | null;
  expiringBefore?: string | null;
  sort?: string | null;
}

export interface NewSearch {
  name: string;
  shared: boolean;
  asked: SearchAsked;
  /** Those shown; none for all. */
  columns: string[];
}

export interface KeptSearch extends NewSearch {
  id: string;
  version: number;
  /** Made by whoever asks. */
  mine: boolean;
  changedAt: string;
  changedBy: string;
}

export const keepSearch = (search: NewSearch) => tell<KeptSearch>('POST', '/rights/searches', search);

export const changeSearch = (id: string, baseVersion: number, search: NewSearch) => tell<KeptSearch>('PUT', `/rights/searches/${id}`, { ...search, baseVersion });

export const removeSearch = (id: string) => tell<undefined>('DELETE', `/rights/searches/${id}`);

export function useSearches() {
  return useQuery({ queryKey: [...searchKeys, 'list'], queryFn: ({ signal }) => ask<{ searches: KeptSearch[] }>('/rights/searches', {}, signal) });
}

/** @param id empty for none */
export function useSearch(id: string) {
  return useQuery({ queryKey: [...searchKeys, 'one', id], queryFn: id === '' ? skipToken : ({ signal }) => ask<KeptSearch>(`/rights/searches/${id}`, {}, signal), retry: false });
}

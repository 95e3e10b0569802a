import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { address, ask, sendFile, tell } from './ask';
import { send } from './client';

/** Rights others list, what fits a need, and shortlists. Estimates order the rights of one answer and are no values. */

export const listingKeys = ['listings'] as const;

export interface ListingFileRow {
  id: string;
  code: string;
  name: string;
  day: string | null;
  source: string;
  sha256: string;
  listings: number;
  at: string;
  by: string;
}

export interface Need {
  text: string;
  keywords?: string[];
  ipc?: string[];
  kinds?: string[];
  modes?: string[];
  priceCeiling?: string;
  readinessFrom?: number;
  inForce?: boolean;
  top?: number;
}

export interface RankedRight {
  rank: number;
  id: string;
  number: string;
  title: string;
  owner: string;
  kind: string | null;
  estimate: number;
  found: string[];
  missing: string[];
  words: { word: string; by: string | null; field: string; times: number; estimate: number }[];
  ipc: { need: string; listing: string; level: string; common: string | null; closeness: number; estimate: number } | null;
}

export interface FailedRight {
  id: string;
  number: string;
  title: string;
  owner: string;
  estimate: number;
  conditions: { condition: string; found: string | null; expected: string }[];
}

export interface Matched {
  file: ListingFileRow;
  result: { considered: number; matched: number; failed: number; nowhere: string[]; matches: RankedRight[]; failures: FailedRight[]; data: { part: string; name: string; verified: boolean; statement: string }[] };
  rights: { listing: string; right: string }[];
  terms: { listing: string; modes: string[]; price: string | null; readiness: number | null; inForce: boolean | null }[];
}

export interface ShortlistRow {
  id: string;
  name: string;
  fileId: string;
  fileCode: string;
  text: string;
  count: number;
  at: string;
  by: string;
}

export interface ShortlistDetail {
  row: ShortlistRow;
  rights: { listing: string; rank: number; number: string; title: string; owner: string; found: string[]; ipc: string; modes: string[]; price: string | null; right: string | null }[];
}

export const takeListings = (file: File) => sendFile<ListingFileRow>('/listings', file, file.name);

export const keepShortlist = (kept: { name: string; file: string; need: Need; listings: string[] }) => tell<ShortlistDetail>('POST', '/shortlists', kept);

/** Ranks and keeps nothing. */
export async function matchListings(file: string, need: Need): Promise<Matched> {
  const request = new Request(new URL(address(`/listings/${file}/match`), location.href), { method: 'POST', body: JSON.stringify(need), headers: { 'Content-Type': 'application/json' } });
  return (await (await send(request)).json()) as Matched;
}

export const shortlistWorkbook = (id: string, language: string) => address(`/shortlists/${id}/workbook`, { lang: language });

export function useListingFiles() {
  return useQuery({ queryKey: [...listingKeys, 'files'], queryFn: ({ signal }) => ask<{ rows: ListingFileRow[] }>('/listings', {}, signal) });
}

export function useShortlists() {
  return useQuery({ queryKey: [...listingKeys, 'shortlists'], queryFn: ({ signal }) => ask<{ rows: ShortlistRow[] }>('/shortlists', {}, signal) });
}

export function useShortlist(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: [...listingKeys, 'shortlist', id, language], queryFn: ({ signal }) => ask<ShortlistDetail>(`/shortlists/${id}`, {}, signal) });
}

import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, tell } from './ask';
import type { PageOf } from './ledgerTypes';
import type { components } from './schema';

/** Certificates and registration papers, one function each. */

type Shapes = components['schemas'];

export type PaperRow = Shapes['PaperRow'];
export type PaperDetail = Shapes['PaperDetail'];

export const vaultKeys = ['vault'] as const;

export interface PaperQuery {
  q?: string;
  state?: string;
  late?: string;
  page?: number;
  pageSize?: number;
}

export function usePapers(asked: PaperQuery) {
  const language = useLanguage();
  return useQuery({ queryKey: ['vault', 'list', asked, language], queryFn: ({ signal }) => ask<PageOf<PaperRow>>('/papers', asked, signal), placeholderData: previous => previous });
}

export function usePaper(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['vault', 'one', id, language], queryFn: ({ signal }) => ask<PaperDetail>(`/papers/${id}`, {}, signal) });
}

export const enterPaper = (order: object) => tell<PaperDetail>('POST', '/papers', order);

/** Lent, returned or moved; released for good only with a second person. */
export const movePaper = (id: string, door: 'moves' | 'release', order: object) => tell<PaperDetail>('POST', `/papers/${id}/${door}`, order);

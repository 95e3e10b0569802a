import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, tell } from './ask';
import type { PageOf } from './ledgerTypes';
import type { components } from './schema';

/** Licence income that is pledged, one function each. */

type Shapes = components['schemas'];

export type ReceivableRow = Shapes['ReceivableRow'];
export type ReceivableDetail = Shapes['ReceivableDetail'];
export type ReceivableDueView = Shapes['ReceivableDueView'];

export const receivableKeys = ['receivables'] as const;

export function useReceivables(pledge: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['receivables', 'list', pledge, language], queryFn: ({ signal }) => ask<PageOf<ReceivableRow>>('/receivables', { pledge, pageSize: 200 }, signal) });
}

export function useReceivable(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['receivables', 'one', id, language], queryFn: ({ signal }) => ask<ReceivableDetail>(`/receivables/${id}`, {}, signal) });
}

export const enterReceivable = (order: object) => tell<ReceivableDetail>('POST', '/receivables', order);

/** A notice or confirmation is kept, money repays a loan, or goes on to the licensor with a second person. */
export const tellReceivable = (id: string, door: 'papers' | 'apply' | 'release', order: object) => tell<ReceivableDetail>('POST', `/receivables/${id}/${door}`, order);

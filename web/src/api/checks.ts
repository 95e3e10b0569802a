import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, tell } from './ask';
import type { components } from './schema';

/** Checks after the loan, one function each. */

type Shapes = components['schemas'];

export type CheckPage = Shapes['LoanCheckPage'];
export type CheckRow = Shapes['LoanCheckRow'];
export type CheckList = Shapes['LoanCheckList'];
export type CheckView = Shapes['LoanCheckView'];
export type CheckSheet = Shapes['CheckSheet'];
export type KeptFile = Shapes['KeptFile'];

export interface ChecksAsked {
  q?: string;
  state?: string;
  kind?: string;
  due?: string;
  mine?: string;
  page?: number;
  pageSize?: number;
}

const kept = <T>(previous: T) => previous;

export function useChecks(asked: ChecksAsked) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'checks', asked, language], queryFn: ({ signal }) => ask<CheckPage>('/loans/checks', asked, signal), placeholderData: kept });
}

export function useLoanChecks(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'checks', 'of', id, language], queryFn: ({ signal }) => ask<CheckList>(`/loans/${id}/checks`, {}, signal), enabled: id !== '' });
}

export const planCheck = (id: string, order: { dueOn: string; cause: string; assigned: string | null }) => tell<CheckList>('POST', `/loans/${id}/checks`, order);

export const assignCheck = (id: string, n: number, assigned: string) => tell<CheckList>('POST', `/loans/${id}/checks/${n}/assign`, { assigned });

/** Keeps what a planned check found, or corrects one that is done. */
export const tellCheck = (id: string, n: number, door: 'done' | 'correct', order: object) => tell<CheckList>('POST', `/loans/${id}/checks/${n}/${door}`, order);

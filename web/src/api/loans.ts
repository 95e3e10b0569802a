import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, tell } from './ask';
import type { Decimal, Job } from './loanShapes';
import type { BreachView, DunningList, FacilityDetail, FacilityRow, LoanDetail, LoanEntry, LoanPage, Tried } from './loanShapes';
import type { components } from './schema';
import type { PageOf } from './ledgerTypes';

/** Lines of credit and loans, one function each. */

export const loanKeys = ['loans'] as const;

export interface LoanQuery {
  q?: string;
  state?: string;
  class?: string;
  due?: string;
  sort?: string;
  page?: number;
  pageSize?: number;
}

const kept = <T>(previous: T) => previous;

export function useLoans(asked: LoanQuery) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'list', asked, language], queryFn: ({ signal }) => ask<LoanPage>('/loans', asked, signal), placeholderData: kept });
}

export function useLoan(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'one', id, language], queryFn: ({ signal }) => ask<LoanDetail>(`/loans/${id}`, {}, signal) });
}

export function useLoanPostings(id: string, asked: { page: number; pageSize: number }, enabled: boolean) {
  return useQuery({ queryKey: ['loans', 'postings', id, asked], queryFn: ({ signal }) => ask<PageOf<LoanEntry>>(`/loans/${id}/postings`, asked, signal), placeholderData: kept, enabled });
}

export function useFacilities(asked: { q?: string; state?: string; page?: number; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'facilities', asked, language], queryFn: ({ signal }) => ask<PageOf<FacilityRow>>('/facilities', asked, signal), placeholderData: kept });
}

export function useFacility(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'facility', id, language], queryFn: ({ signal }) => ask<FacilityDetail>(`/facilities/${id}`, {}, signal) });
}

export type FacilityTiming = components['schemas']['FacilityTiming'];

/** Days from the filing package to the payout, as the stamps have them. */
export function useFacilityTiming(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'timing', id, language], queryFn: ({ signal }) => ask<FacilityTiming>(`/facilities/${id}/timing`, {}, signal) });
}

export function useDunning(enabled: boolean) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'dunning', language], queryFn: ({ signal }) => ask<DunningList>('/loans/dunning', {}, signal), enabled });
}

export const makeFacility = (order: object) => tell<FacilityDetail>('POST', '/facilities', order);

export const meetCondition = (id: string, n: number, order: object) => tell<FacilityDetail>('POST', `/facilities/${id}/conditions/${n}`, order);

export const drawLoan = (id: string, order: object) => tell<LoanDetail>('POST', `/facilities/${id}/loans`, order);

export const recordEvent = (id: string, door: 'receipts' | 'prepayments', order: object) => tell<LoanDetail>('POST', `/loans/${id}/${door}`, order);

export const tryPrepayment = (id: string, order: { day: string; principal: Decimal | null; effect: string }) => tell<Tried>('POST', `/loans/${id}/quote`, order);

export const closeDay = (day: string) => tell<Job>('POST', '/loans/close', { day });

export const resolveBreach = (id: string, order: object) => tell<BreachView>('POST', `/loans/breaches/${id}/resolve`, order);

import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, sendFile, tell } from './ask';
import type { Decimal, Job } from './loanShapes';
import type { BreachView, Contact, DunningList, FacilityDetail, FacilityRow, LoanColumns, LoanDetail, LoanEntry, LoanImport, LoanMapping, LoanMappingList, LoanPage, LoanTried, ToppedUp, Tried } from './loanShapes';
import type { components } from './schema';
import type { PageOf } from './ledgerTypes';

/** Lines of credit and loans, one function each. */

export const loanKeys = ['loans'] as const;

export interface LoanQuery {
  q?: string;
  state?: string;
  class?: string;
  due?: string;
  check?: string;
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

export const recordEvent = (id: string, door: string, order: object) => tell<LoanDetail>('POST', `/loans/${id}/${door}`, order);

export const tryPrepayment = (id: string, order: { day: string; principal: Decimal | null; effect: string }) => tell<Tried>('POST', `/loans/${id}/quote`, order);

export const closeDay = (day: string) => tell<Job>('POST', '/loans/close', { day });

export const resolveBreach = (id: string, order: object) => tell<BreachView>('POST', `/loans/breaches/${id}/resolve`, order);

/** Any event of a loan, before and after; nothing is written. */
export const tryEvent = (id: string, event: string, order: object) => tell<LoanTried>('POST', `/loans/${id}/try`, { event, order });

export const undoEvent = (id: string, order: { n: number; reason: string; baseVersion: number }) => tell<LoanDetail>('POST', `/loans/${id}/undo`, order);

/** Whether a statement's receipt is money typed in before. */
export const settleDoubt = (id: string, receipt: string, order: { outcome: string; note: string; baseVersion: number }) => tell<LoanDetail>('POST', `/loans/${id}/doubts/${receipt}`, order);

export function useContacts(id: string) {
  return useQuery({ queryKey: ['loans', 'contacts', id], queryFn: ({ signal }) => ask<Contact[]>(`/loans/${id}/contacts`, {}, signal) });
}

export const keepContact = (id: string, order: object) => tell<Contact>('POST', `/loans/${id}/contacts`, order);

export const tryTopUp = (id: string, pledgeId: string) => tell<ToppedUp>('POST', `/facilities/${id}/pledges/try`, { pledgeId });

export const topUp = (id: string, order: { pledgeId: string; note: string; baseVersion: number }) => tell<FacilityDetail>('POST', `/facilities/${id}/pledges`, order);

export const setFacilityState = (id: string, order: { state: string; reason: string; baseVersion: number }) => tell<FacilityDetail>('POST', `/facilities/${id}/state`, order);

export const checkCovenants = () => tell<{ facilities: number; opened: number }>('POST', '/loans/breaches/check', {});

export function useBreaches(asked: { open?: string; page?: number; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'breaches', asked, language], queryFn: ({ signal }) => ask<PageOf<BreachView>>('/loans/breaches', asked, signal), placeholderData: kept });
}

export function useLoanImports(asked: { page?: number; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'imports', asked, language], queryFn: ({ signal }) => ask<PageOf<LoanImport>>('/loans/imports', asked, signal), placeholderData: kept });
}

export function useLoanImport(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'import', id, language], queryFn: ({ signal }) => ask<LoanImport>(`/loans/imports/${id}`, {}, signal), enabled: id !== '' });
}

export function useLoanMappings() {
  return useQuery({ queryKey: ['loans', 'mappings'], queryFn: ({ signal }) => ask<LoanMappingList>('/loans/mappings', {}, signal) });
}

export const lookAtLoans = (file: File, asked: { asOf: string; bookId: string; mapping?: string }) => sendFile<LoanImport>('/loans/imports', file, file.name, asked);

/** The titles of a sheet with samples and the fields they stand for. */
export const readLoanColumns = (file: File, mapping: string) => sendFile<LoanColumns>('/loans/imports/columns', file, file.name, { mapping });

export const takeLoans = (id: string, baseVersion: number) => tell<LoanImport>('POST', `/loans/imports/${id}/take`, { baseVersion });

export const keepLoanMapping = (order: { name: string; columns: Record<string, string> }) => tell<LoanMapping>('POST', '/loans/mappings', order);

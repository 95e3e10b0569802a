import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { address, ask, tell } from './ask';
import { send } from './client';
import type { ApplicationDetail, ApplicationPage, FormTyped, LoanProductDetail, LoanProductRow, MatchAnswer, MatchAsked, PolicyReplayed, ProductPreview, ReplayedAssessment, ResolutionOrder } from './originationTypes';

/** Loan products, what a firm can get, applications and their decisions. */

export interface ApplicationQuery {
  q?: string;
  state?: string;
  product?: string;
  waits?: string;
  page?: number;
  pageSize?: number;
}

const kept = <T>(previous: T) => previous;

/** Computes and keeps nothing. */
export async function matchProducts(asked: MatchAsked): Promise<MatchAnswer> {
  const request = new Request(new URL(address('/lending/match'), location.href), { method: 'POST', body: JSON.stringify(asked), headers: { 'Content-Type': 'application/json' } });
  return (await (await send(request)).json()) as MatchAnswer;
}

export const draftApplication = (form: FormTyped) => tell<ApplicationDetail>('POST', '/lending/applications', { form });

export const editApplication = (id: string, baseVersion: number, form: FormTyped) => tell<ApplicationDetail>('PUT', `/lending/applications/${id}`, { baseVersion, form });

export const moveApplication = (id: string, door: 'steps' | 'review', step: { act: string; baseVersion: number; note?: string; items?: string[] }) => tell<ApplicationDetail>('POST', `/lending/applications/${id}/${door}`, step);

export const decideApplication = (id: string, order: ResolutionOrder) => tell<ApplicationDetail>('POST', `/lending/applications/${id}/resolution`, order);

/** Waits for somebody of the level the amount needs. */
export const grantException = (id: string, order: { rate: string; support: string; reason: string; baseVersion: number }) => tell<ApplicationDetail>('POST', `/lending/applications/${id}/exceptions`, order);

export const replayPolicy = (asked: { policy?: string; text?: string }) => tell<PolicyReplayed>('POST', '/lending/replays', asked);

export const replayAssessment = (id: string, n: number) => ask<ReplayedAssessment>(`/lending/applications/${id}/assessments/${n}/replay`, {});

export function useLoanProducts() {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'products', language], queryFn: ({ signal }) => ask<{ rows: LoanProductRow[] }>('/lending/products', {}, signal) });
}

export function useLoanProduct(code: string, number?: number) {
  const language = useLanguage();
  return useQuery<LoanProductDetail>({ queryKey: ['lending', 'product', code, number, language], queryFn: ({ signal }) => ask<LoanProductDetail>(`/lending/products/${encodeURIComponent(code)}`, { number }, signal), placeholderData: (previous?: LoanProductDetail) => (previous?.row.code === code ? previous : undefined) });
}

export function useApplications(asked: ApplicationQuery) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'applications', asked, language], queryFn: ({ signal }) => ask<ApplicationPage>('/lending/applications', asked, signal), placeholderData: kept });
}

export function useApplication(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'application', id, language], queryFn: ({ signal }) => ask<ApplicationDetail>(`/lending/applications/${id}`, {}, signal) });
}

/** What is found in a product's text; the last answer stays while the next is under way. */
export function useProductPreview(text: string) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['lending', 'product-preview', text, language],
    queryFn: async ({ signal }) => (await (await send(new Request(new URL(address('/lending/products/preview'), location.href), { method: 'POST', body: JSON.stringify({ text }), headers: { 'Content-Type': 'application/json' }, signal }))).json()) as ProductPreview,
    placeholderData: kept,
    gcTime: 60_000,
    enabled: text !== '',
  });
}

export const saveLoanProduct = (order: { code: string; from: number; text: string; reason: string }) => tell<LoanProductDetail>('POST', '/lending/products', order);

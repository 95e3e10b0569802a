import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { address, ask, tell } from './ask';
import { send } from './client';
import type { AidDetail, AidResult, AidRow, BudgetDetail, BudgetRow, CalculateAsked, ClaimDetail, FilingRow, FundDetail, FundRow, PolicyTask, SchemeChecked, SchemeDetail, SchemeKind, SchemeRow, ShareResult } from './policyTypes';

/** Schemes, applications, budgets, funds, deadlines. */

export const policyKeys = ['policy'] as const;

export interface AidQuery {
  scheme?: string;
  year?: string;
  state?: string;
  page?: number;
  pageSize?: number;
}

const kept = <T>(previous: T) => previous;

export interface AidMove {
  from: number;
  note: string;
  day: string;
  publicUntil?: string | null;
  amount?: string | null;
  /** Whom a firm hands its application in to. */
  office?: string;
}

/** The verbs of an application, by the state they lead to. */
export const aidVerbs: Readonly<Record<string, string>> = { submitted: 'submit', reviewed: 'review', returned: 'return', publicised: 'publicise', approved: 'approve', refused: 'refuse', withdrawn: 'withdraw', paid: 'pay', clawback: 'clawback' };

export const moveAid = (id: string, verb: string, move: AidMove) => tell<AidDetail>('POST', `/policy/applications/${id}/${verb}`, move);

export interface AidDrafted {
  scheme: string;
  year: number;
  firmCode: string;
  firmName: string;
  firmId: string | null;
  subjectKind: string;
  subjectId: string;
  facts: Record<string, string>;
}

export const draftAid = (drafted: AidDrafted) => tell<AidDetail>('POST', '/policy/applications', drafted);

export const reviseAid = (id: string, from: number, facts: Record<string, unknown>) => tell<AidDetail>('POST', `/policy/applications/${id}/facts`, { from, facts });

export const setBudget = (budget: { scheme: string; year: number; limit: string; from: number; closesOn: string | null; bookId: string | null; expense: string | null }) => tell<BudgetRow>('POST', '/policy/budgets', budget);

export const receiveAidMoney = (id: string, money: { from: number; amount: string; day: string; note: string }) => tell<BudgetRow>('POST', `/policy/budgets/${id}/receipts`, money);

export const scalePool = (id: string, from: number, note: string) => tell<BudgetRow>('POST', `/policy/budgets/${id}/scale`, { from, note });

export const openFund = (fund: { code: string; name: string; scheme: string; party: string; size: string; openedOn: string }) => tell<FundRow>('POST', '/policy/funds', fund);

export const suspendFund = (id: string, from: number, suspended: boolean, reason: string) => tell<FundRow>('POST', `/policy/funds/${id}/suspension`, { from, suspended, reason });

export const fileLoan = (fund: string, filing: { subjectKind: string; subjectId: string; firmCode: string; firmName: string; bankName: string; principal: string; filedOn: string; endsOn: string }) => tell<FilingRow>('POST', `/policy/funds/${fund}/filings`, filing);

export const endFiling = (id: string, from: number, reason: string) => tell<FilingRow>('POST', `/policy/filings/${id}/end`, { from, reason });

export const makeClaim = (fund: string, claim: { filingId: string; filedOn: string; facts: Record<string, string>; note: string; dueOn: string | null }) => tell<ClaimDetail>('POST', `/policy/funds/${fund}/claims`, claim);

/** The verbs of a claim, by what they do. */
export const moveClaim = (id: string, verb: string, move: { from: number; day: string; note: string; gross?: string; costs?: string }) => tell<ClaimDetail>('POST', `/policy/claims/${id}/${verb}`, move);

export const saveScheme = (scheme: { kind: SchemeKind; code: string; from: number; text: string; reason: string }) => tell<SchemeDetail>('POST', '/policy/schemes', scheme);

/** What is found in a text of a scheme; keeps nothing. */
async function checkScheme(kind: SchemeKind, text: string, signal: AbortSignal): Promise<SchemeChecked> {
  const request = new Request(new URL(address('/policy/schemes/check'), location.href), { method: 'POST', body: JSON.stringify({ kind, text }), headers: { 'Content-Type': 'application/json' }, signal });
  return (await (await send(request)).json()) as SchemeChecked;
}

export function useSchemeCheck(kind: SchemeKind, text: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'check', kind, text, language], queryFn: ({ signal }) => checkScheme(kind, text, signal), placeholderData: kept, enabled: text !== '' });
}

export const closeTask = (id: string, from: number) => tell<PolicyTask>('POST', `/policy/tasks/${id}/close`, { from, note: '' });

/** Computes and keeps nothing. */
export async function calculateScheme(asked: CalculateAsked): Promise<{ result: AidResult & ShareResult }> {
  const request = new Request(new URL(address('/policy/calculate'), location.href), { method: 'POST', body: JSON.stringify(asked), headers: { 'Content-Type': 'application/json' } });
  return (await (await send(request)).json()) as { result: AidResult & ShareResult };
}

/** A text tried on a case as it is typed; nothing is kept, and the last result stays until the next is there. */
export function useTried(asked: CalculateAsked & { text: string }, enabled: boolean) {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'tried', asked, language], queryFn: () => calculateScheme(asked), placeholderData: kept, enabled, retry: false });
}

export function useSchemes() {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'schemes', language], queryFn: ({ signal }) => ask<{ rows: SchemeRow[] }>('/policy/schemes', {}, signal) });
}

export function useScheme(kind: SchemeKind, code: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'scheme', kind, code, language], queryFn: ({ signal }) => ask<SchemeDetail>(`/policy/${kind === 'share' ? 'share' : 'aid'}-schemes/${encodeURIComponent(code)}`, {}, signal) });
}

export function useAids(asked: AidQuery) {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'aids', asked, language], queryFn: ({ signal }) => ask<{ items: AidRow[]; total: number }>('/policy/applications', asked, signal), placeholderData: kept });
}

export function useAid(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'aid', id, language], queryFn: ({ signal }) => ask<AidDetail>(`/policy/applications/${id}`, {}, signal), enabled: id !== '' });
}

export function useBudgets() {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'budgets', language], queryFn: ({ signal }) => ask<{ rows: BudgetRow[] }>('/policy/budgets', {}, signal) });
}

export function useBudget(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'budget', id, language], queryFn: ({ signal }) => ask<BudgetDetail>(`/policy/budgets/${id}`, {}, signal) });
}

export function useFund(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'fund', id, language], queryFn: ({ signal }) => ask<FundDetail>(`/policy/funds/${id}`, {}, signal) });
}

export function useClaim(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'claim', id, language], queryFn: ({ signal }) => ask<ClaimDetail>(`/policy/claims/${id}`, {}, signal) });
}

export function useFunds() {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'funds', language], queryFn: ({ signal }) => ask<{ rows: FundRow[] }>('/policy/funds', {}, signal) });
}

export function usePolicyTasks(from: string, to: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'tasks', from, to, language], queryFn: ({ signal }) => ask<{ rows: PolicyTask[]; today: string }>('/policy/tasks', { from, to }, signal), placeholderData: kept });
}

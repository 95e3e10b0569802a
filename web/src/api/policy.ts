import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { address, ask, tell } from './ask';
import { send } from './client';
import type { AidDetail, AidResult, AidRow, BudgetRow, CalculateAsked, FundRow, PolicyTask, SchemeDetail, SchemeKind, SchemeRow, ShareResult } from './policyTypes';

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
}

/** The verbs of an application, by the state they lead to. */
export const aidVerbs: Readonly<Record<string, string>> = { submitted: 'submit', reviewed: 'review', publicised: 'publicise', approved: 'approve', refused: 'refuse', paid: 'pay', clawback: 'clawback' };

export const moveAid = (id: string, verb: string, move: AidMove) => tell<AidDetail>('POST', `/policy/applications/${id}/${verb}`, move);

export const closeTask = (id: string, from: number) => tell<PolicyTask>('POST', `/policy/tasks/${id}/close`, { from, note: '' });

/** Computes and keeps nothing. */
export async function calculateScheme(asked: CalculateAsked): Promise<{ result: AidResult & ShareResult }> {
  const request = new Request(new URL(address('/policy/calculate'), location.href), { method: 'POST', body: JSON.stringify(asked), headers: { 'Content-Type': 'application/json' } });
  return (await (await send(request)).json()) as { result: AidResult & ShareResult };
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
  return useQuery({ queryKey: ['policy', 'aid', id, language], queryFn: ({ signal }) => ask<AidDetail>(`/policy/applications/${id}`, {}, signal) });
}

export function useBudgets() {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'budgets', language], queryFn: ({ signal }) => ask<{ rows: BudgetRow[] }>('/policy/budgets', {}, signal) });
}

export function useFunds() {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'funds', language], queryFn: ({ signal }) => ask<{ rows: FundRow[] }>('/policy/funds', {}, signal) });
}

export function usePolicyTasks(from: string, to: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['policy', 'tasks', from, to, language], queryFn: ({ signal }) => ask<{ rows: PolicyTask[]; today: string }>('/policy/tasks', { from, to }, signal), placeholderData: kept });
}

import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { address, ask, sendFile, tell } from './ask';
import { send } from './client';
import type { CreditPolicyDetail, CreditPolicyRow, PolicyExamined, PolicyTried, TriedFact } from './creditPolicyTypes';

/** Credit policies: their versions, what is found in a text while it is written, and what it decides. */

export const policyKeys = ['lending', 'policies'] as const;

const asked = (path: string, body: object, signal?: AbortSignal) =>
  new Request(new URL(address(path), location.href), { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' }, signal: signal ?? null });

/** Computes and keeps nothing. */
async function compute<T>(path: string, body: object, signal?: AbortSignal): Promise<T> {
  return (await (await send(asked(path, body, signal))).json()) as T;
}

export function useCreditPolicies() {
  const language = useLanguage();
  return useQuery({ queryKey: [...policyKeys, language], queryFn: ({ signal }) => ask<{ rows: CreditPolicyRow[] }>('/lending/policies', {}, signal) });
}

export function useCreditPolicy(code: string, number?: number) {
  const language = useLanguage();
  return useQuery<CreditPolicyDetail>({ queryKey: [...policyKeys, code, number, language], queryFn: ({ signal }) => ask<CreditPolicyDetail>(`/lending/policies/${encodeURIComponent(code)}`, { number }, signal), retry: false, placeholderData: (previous?: CreditPolicyDetail) => (previous?.row.code === code ? previous : undefined) });
}

/** What is found in a text; the last answer stays while the next is under way. */
export function useExamined(text: string, code: string, base: number | undefined) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'policy-examined', code, base, text, language], queryFn: ({ signal }) => compute<PolicyExamined>('/lending/policies/examine', { text, code, base }, signal), placeholderData: previous => previous, gcTime: 60_000, enabled: text !== '' });
}

export const tryPolicy = (order: { text: string; day?: string; facts?: Record<string, TriedFact>; application?: string }) => compute<PolicyTried>('/lending/policies/try', order);

export const savePolicy = (order: { code: string; from: number; text: string; reason: string }) => tell<CreditPolicyDetail>('POST', '/lending/policies', order);

export const importDmn = (file: File) => sendFile<{ text: string }>('/lending/policies/dmn', file, file.name);

export const readPolicySheet = (file: File) => sendFile<{ rows: string[][] }>('/lending/policies/sheet/rows', file, file.name);

export async function policySheet(text: string, step: string): Promise<Blob> {
  return (await send(asked('/lending/policies/sheet', { text, step }))).blob();
}

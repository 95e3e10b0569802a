import { skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { address, ask, tell } from './ask';
import { send } from './client';
import type { CalculatedScore, RescoredRights, RescoredStock, RubricChanges, RubricDetail, RubricExamined, RubricRow, ScoreAsked, ScoreSheet } from './scoreTypes';

/** Rubrics and score sheets. */

export const listRubrics = (signal: AbortSignal) => ask<{ rows: RubricRow[] }>('/rubrics', {}, signal);

export const openRubric = (code: string, version: number | null, signal?: AbortSignal) => ask<RubricDetail>(`/rubrics/${encodeURIComponent(code)}`, { version }, signal);

export const compareRubrics = (code: string, from: number, to: number, signal: AbortSignal) => ask<RubricChanges>(`/rubrics/${encodeURIComponent(code)}/diff`, { from, to }, signal);

export const saveRubric = (code: string, rubric: { from: number; text: string; reason: string }) => tell<RubricDetail>('POST', `/rubrics/${encodeURIComponent(code)}`, rubric);

/** Computes and keeps nothing. */
async function compute<T>(path: string, asked: object, signal?: AbortSignal): Promise<T> {
  const request = new Request(new URL(address(path), location.href), { method: 'POST', body: JSON.stringify(asked), headers: { 'Content-Type': 'application/json' }, signal: signal ?? null });
  return (await (await send(request)).json()) as T;
}

export const calculateScore = (asked: ScoreAsked, signal: AbortSignal) => compute<CalculatedScore>('/scores/calculate', asked, signal);

export const rescoreRights = (code: string, asked: { text: string; scenario: string; rightIds?: string[] }) => compute<RescoredRights>(`/rubrics/${encodeURIComponent(code)}/rescore`, asked);

/** All rights scored by the rubric under a draft; the last answer stays while the next is under way. */
export function useRescoredStock(code: string, text: string, scenario: string) {
  return useQuery({ queryKey: ['valuation', 'rubric-stock', code, text, scenario], queryFn: ({ signal }) => compute<RescoredStock>(`/rubrics/${encodeURIComponent(code)}/rescore-stock`, { text, scenario }, signal), placeholderData: previous => previous, gcTime: 60_000, enabled: text !== '' && scenario !== '', retry: false });
}

/** What is found in a draft against the text in force; the last answer stays while the next is under way. */
export function useExaminedRubric(code: string, text: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['valuation', 'rubric-examined', code, text, language], queryFn: ({ signal }) => compute<RubricExamined>(`/rubrics/${encodeURIComponent(code)}/examine`, { text }, signal), placeholderData: previous => previous, gcTime: 60_000, enabled: text !== '' });
}

export const keepScore = (asked: ScoreAsked & { reason: string }) => tell<ScoreSheet>('POST', '/scores', asked);

const sheetsOf = (right: string, signal: AbortSignal) => ask<{ rows: ScoreSheet[] }>(`/rights/${right}/scores`, {}, signal);

export function useRubrics() {
  const language = useLanguage();
  return useQuery({ queryKey: ['valuation', 'rubrics', language], queryFn: ({ signal }) => listRubrics(signal) });
}

export function useRubric(code: string | null, version: number | null = null) {
  const language = useLanguage();
  return useQuery({ queryKey: ['valuation', 'rubric', code, version, language], queryFn: code === null || code === '' ? skipToken : ({ signal }) => openRubric(code, version, signal) });
}

export function useRubricChanges(code: string, from: number, to: number) {
  return useQuery({ queryKey: ['valuation', 'rubricChanges', code, from, to], queryFn: ({ signal }) => compareRubrics(code, from, to, signal) });
}

export function useScoreSheets(right: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['valuation', 'scores', right, language], queryFn: ({ signal }) => sheetsOf(right, signal) });
}

/** The newest sheet of each right that has one. */
export function useNewestSheets(rights: readonly string[]): { sheets: ScoreSheet[]; pending: boolean } {
  const language = useLanguage();
  const found = useQueries({ queries: rights.map(right => ({ queryKey: ['valuation', 'scores', right, language], queryFn: ({ signal }: { signal: AbortSignal }) => sheetsOf(right, signal) })) });
  return { sheets: found.flatMap(({ data }) => data?.rows.slice(0, 1) ?? []), pending: found.some(({ isPending }) => isPending) };
}

import { skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { address, ask, tell } from './ask';
import { send } from './client';
import type { CalculatedScore, RubricChanges, RubricDetail, RubricRow, ScoreAsked, ScoreSheet } from './scoreTypes';

/** Rubrics and score sheets. */

export const listRubrics = (signal: AbortSignal) => ask<{ rows: RubricRow[] }>('/rubrics', {}, signal);

export const openRubric = (code: string, version: number | null, signal?: AbortSignal) => ask<RubricDetail>(`/rubrics/${encodeURIComponent(code)}`, { version }, signal);

export const compareRubrics = (code: string, from: number, to: number, signal: AbortSignal) => ask<RubricChanges>(`/rubrics/${encodeURIComponent(code)}/diff`, { from, to }, signal);

export const saveRubric = (code: string, rubric: { from: number; text: string; reason: string }) => tell<RubricDetail>('POST', `/rubrics/${encodeURIComponent(code)}`, rubric);

/** Scores and keeps nothing. */
export async function calculateScore(asked: ScoreAsked, signal: AbortSignal): Promise<CalculatedScore> {
  const request = new Request(new URL(address('/scores/calculate'), location.href), { method: 'POST', body: JSON.stringify(asked), headers: { 'Content-Type': 'application/json' }, signal });
  return (await (await send(request)).json()) as CalculatedScore;
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

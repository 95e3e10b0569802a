import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, tell } from './ask';
import type { Decimal } from './types';

/** Benchmarks of comparable deals, and signals of technology. */

export interface BenchmarkQuery {
  measure: string;
  kind: string;
  ipc: string;
  ageFrom: string;
  ageTo: string;
  trlFrom: string;
  trlTo: string;
  until: string;
}

export interface BenchmarkDeal {
  from: 'trade' | 'appraisal';
  id: string;
  rightId: string | null;
  number: string;
  title: string;
  ipc: string | null;
  age: Decimal | null;
  trl: number | null;
  day: string;
  value: Decimal;
}

export interface OutsideFigure {
  provider: string;
  asOf: string;
  source: string;
  kind: string | null;
  ipc: string | null;
  n: number;
  thin: boolean;
  median: Decimal | null;
  p25: Decimal | null;
  p75: Decimal | null;
}

export interface Benchmark {
  measure: string;
  n: number;
  thin: boolean;
  fewest: number;
  median: Decimal | null;
  p25: Decimal | null;
  p75: Decimal | null;
  least: Decimal | null;
  most: Decimal | null;
  deals: BenchmarkDeal[];
  leftOut: { related: number; unknownAge: number; unknownTrl: number };
  outside: OutsideFigure[];
  policy: string;
  policySource: string;
}

export interface SignalMove {
  parameter: string;
  from: string | null;
  to: string | null;
  rule: string;
  reason: string;
  appraisalId: string | null;
  version: number | null;
}

export interface Signal {
  id: string;
  rightId: string;
  rightNumber: string;
  kind: string;
  kindTitle: string;
  value: string;
  asOf: string;
  source: string;
  at: string;
  by: string;
  moved: SignalMove[];
}

export const recordSignal = (signal: { rightId: string; kind: string; value: string; asOf: string; source: string }) => tell<Signal>('POST', '/signals', signal);

export function useBenchmark(asked: BenchmarkQuery) {
  return useQuery({ queryKey: ['valuation', 'benchmark', asked], queryFn: ({ signal }) => ask<Benchmark>('/benchmark', asked, signal), placeholderData: previous => previous });
}

export function useSignals(right: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['valuation', 'signals', right, language], queryFn: ({ signal }) => ask<{ rows: Signal[]; rules: string; rulesSource: string }>(`/rights/${right}/signals`, {}, signal) });
}

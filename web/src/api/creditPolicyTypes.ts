import type { Decimal } from './types';

/** The shapes of `/api/v1/lending/policies`. */

export interface CreditPolicyRow {
  code: string;
  title: string;
  number: number | null;
  version: string;
  next: string | null;
  nextFrom: string | null;
  versions: number;
  own: boolean;
  verified: boolean;
  author: string | null;
  checker: string | null;
  savedAt: string | null;
  tables: number;
  rows: number;
  decided: number;
}

export interface CreditPolicyVersion {
  number: number;
  version: string;
  state: 'in_force' | 'scheduled' | 'past';
  stateTitle: string;
  hash: string;
  parent: number | null;
  from: string | null;
  to: string | null;
  reason: string;
  author: string | null;
  savedAt: string | null;
  checker: string | null;
  approval: string | null;
}

export interface CreditPolicyDetail {
  row: CreditPolicyRow;
  number: number;
  newest: number;
  text: string;
  source: string;
  versions: CreditPolicyVersion[];
}

export interface PolicyFinding {
  code: string;
  severity: 'error' | 'warning' | 'info';
  path: string;
  line: number;
  column: number;
  message: string;
  found: string;
  expected: string;
  example: { input: string; value: string }[];
}

export interface PolicyTestRun {
  id: string;
  title: string;
  passes: boolean;
  outcome: string | null;
  differences: { path: string; found: string; expected: string }[];
}

export interface PolicyFieldChange {
  path: string;
  before: string | null;
  after: string | null;
}

export interface PolicyFact {
  name: string;
  title: string;
  type: 'number' | 'date' | 'flag' | 'grade' | 'text' | 'numbers' | 'texts';
  unit: string;
  source: string;
  values: string[];
  fresh: number | null;
}

export interface PolicyExamined {
  readable: boolean;
  passes: boolean;
  hash: string | null;
  parent: string | null;
  findings: PolicyFinding[];
  tests: PolicyTestRun[];
  changes: PolicyFieldChange[];
  facts: PolicyFact[];
}

export interface ConditionMet {
  title: string;
  needs: string;
  has: string | null;
  margin: Decimal | null;
  /** Null: not known. */
  met: boolean | null;
  sentence: string;
}

export interface RowMet {
  row: string;
  conditions: ConditionMet[];
}

export interface DecidedStep {
  id: string;
  kind: 'table' | 'scorecard' | 'map' | 'decision';
  title: string;
  gives: { name: string; title: string; value: string | null }[];
  fired: RowMet[];
  doubtful: RowMet[];
  near: RowMet[];
  indicators: { id: string; title: string; has: string | null; points: Decimal | null; max: Decimal; weight: Decimal; lost: Decimal | null; reasons: string[] }[];
  decision?: DecidedBody & { policy: { id: string; version: string; title: string } };
}

export interface DecidedBody {
  outcome: 'computed' | 'approve' | 'refer' | 'decline';
  reasons: { code: string; outcome: string; sentence: string; step: string; row: string; conditions: ConditionMet[] }[];
  missing: { fact: string; title: string; why: 'too_old' | 'undated' | 'not_given'; source: string }[];
  figures: { name: string; title: string; value: string | null; unit: string }[];
  steps: DecidedStep[];
}

export interface PolicyTried {
  application: string | null;
  firmName: string | null;
  decision: DecidedBody & { day: string };
}

/** What is typed of a fact: a value, or one with its source's day. */
export type TriedFact = string | { value: string; date: string };

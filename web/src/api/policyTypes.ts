import type { Decimal, Finding } from './types';

/** The shapes of `/api/v1/policy`. Amounts are yuan as text; rates and shares are fractions. */

export type SchemeKind = 'subsidy' | 'share';

export interface SchemeRow {
  kind: SchemeKind;
  code: string;
  /** 0 is the one shipped. */
  number: number;
  version: string;
  title: string;
  jurisdiction: string;
  policy: string;
  source: string;
  dated: string;
  verified: boolean;
  complete: boolean;
  own: boolean;
  savedAt: string | null;
  savedBy: string | null;
}

export interface RuleLine {
  part: string;
  title: string;
  text: string;
  /** Where its figures were read; empty: where the scheme was. */
  source: string;
}

export interface SchemeFact {
  name: string;
  title: string;
  kind: 'money' | 'number' | 'date' | 'flag' | 'word';
  words: string[];
  used: boolean;
}

export interface SchemeDetail {
  row: SchemeRow;
  text: string;
  open: string[];
  lines: RuleLine[];
  facts: SchemeFact[];
  caps: string[];
  versions: { number: number; version: string; parent: number | null; reason: string | null; savedAt: string | null; savedBy: string | null; from: string | null; inForce: boolean }[];
}

/** A scheme's text while it is written. */
export interface SchemeChecked {
  readable: boolean;
  findings: Finding[];
  scheme: SchemeDetail | null;
  changes: { path: string; before: string | null; after: string | null }[];
  from: number;
  versionTaken: boolean;
}

/** A line of the account: kind, words, value, and further figures by name. */
export type SchemeStep = { kind: string; text: string; value: string | null } & Record<string, string | null>;

export interface SchemeCondition {
  id: string;
  title: string;
  holds: 'yes' | 'no' | 'unknown';
  /** The rule itself with the value of every name, for whoever writes rules. */
  shown: string;
  /** Not in results kept before they were told. */
  facts?: ConditionFact[];
}

/** A fact or a published rate that a condition read; null: nobody says. */
export interface ConditionFact {
  name: string;
  title: string;
  kind: 'money' | 'number' | 'date' | 'flag' | 'word';
  value: string | null;
}

export interface Missing {
  name: string;
  title: string;
}

export type AidOutcome = 'granted' | 'refused' | 'open';

export interface AidResult {
  state: AidOutcome;
  total: Decimal | null;
  atMost: Decimal | null;
  conditions: SchemeCondition[];
  items: { id: string; title: string; state: AidOutcome; amount: Decimal | null; atMost: Decimal | null; conditions: SchemeCondition[]; steps: SchemeStep[] }[];
  steps: SchemeStep[];
  missing: Missing[];
}

export interface ShareResult {
  state: 'shared' | 'not_covered' | 'not_due' | 'open';
  loss: Decimal | null;
  base: Decimal | null;
  conditions: SchemeCondition[];
  trigger: SchemeCondition[];
  parties: { id: string; title: string; residual: boolean; shared: Decimal; outside: Decimal; total: Decimal; returned: Decimal; final: Decimal; limitedBy: string | null }[];
  steps: SchemeStep[];
  missing: Missing[];
}

export interface CalculateAsked {
  kind: SchemeKind;
  code: string;
  number: number;
  facts: Record<string, string>;
  used?: Record<string, string>;
  /** What others have of the pool. */
  pool?: { before: string[]; after: string[] };
  text?: string;
}

export interface AidRow {
  id: string;
  scheme: string;
  schemeNumber: number;
  schemeTitle: string;
  year: number;
  firmId: string | null;
  firmCode: string;
  firmName: string;
  subjectKind: string;
  subjectId: string;
  state: string;
  asked: Decimal | null;
  approved: Decimal | null;
  approvedNo: number | null;
  scaled: Decimal | null;
  paid: Decimal;
  clawed: Decimal;
  filedOn: string | null;
  publicUntil: string | null;
  version: number;
  changedAt: string;
  changedBy: string;
  /** Whether the firm drafted it itself. */
  byFirm: boolean;
  officeId: string | null;
}

export interface PolicyStep {
  n: number;
  state: string;
  amount: Decimal | null;
  note: string;
  day: string;
  at: string;
  by: string;
}

export interface AidDetail {
  row: AidRow;
  facts: { facts: Record<string, unknown> };
  result: AidResult;
  steps: PolicyStep[];
  next: string[];
}

export interface FundRow {
  id: string;
  code: string;
  name: string;
  schemeTitle: string;
  bookId: string;
  size: Decimal;
  balance: Decimal;
  portfolio: Decimal;
  maxPortfolio: Decimal | null;
  claimRate: Decimal | null;
  suspendAbove: Decimal | null;
  state: 'open' | 'suspended';
  because: string;
  taking: 'yes' | 'no' | 'unknown';
  scheme: string;
  schemeNumber: number;
  party: string;
  version: number;
  changedAt: string;
  changedBy: string;
  compensated: Decimal;
  promised: Decimal;
  returned: Decimal;
}

export interface FilingRow {
  id: string;
  fundId: string;
  subjectKind: string;
  subjectId: string;
  firmCode: string;
  firmName: string;
  bankName: string;
  principal: Decimal;
  filedOn: string;
  endsOn: string;
  state: string;
  version: number;
}

export interface ClaimRow {
  id: string;
  fundId: string;
  filingId: string;
  firmName: string;
  subjectKind: string;
  subjectId: string;
  state: string;
  loss: Decimal | null;
  fromFund: Decimal | null;
  returned: Decimal;
  filedOn: string;
  dueOn: string | null;
  version: number;
  changedAt: string;
  changedBy: string;
}

export interface FundDetail {
  row: FundRow;
  filings: FilingRow[];
  claims: ClaimRow[];
}

export interface ClaimDetail {
  row: ClaimRow;
  result: ShareResult;
  steps: PolicyStep[];
}

export interface BudgetRow {
  id: string;
  scheme: string;
  schemeTitle: string;
  year: number;
  limit: Decimal;
  approved: Decimal;
  paid: Decimal;
  left: Decimal;
  closesOn: string | null;
  state: 'open' | 'scaled';
  version: number;
  bookId: string | null;
  expense: string;
  received: Decimal;
}

export interface CapRow {
  cap: string;
  title: string;
  scope: string;
  subject: string;
  firmName: string;
  limit: Decimal | null;
  used: Decimal;
  freed: Decimal;
  applications: number;
}

export interface BudgetDetail {
  row: BudgetRow;
  pool: boolean;
  held: Decimal | null;
  applications: AidRow[];
  caps: CapRow[];
}

export interface PolicyTask {
  due: string;
  kind: string;
  title: string;
  subjectKind: string;
  subjectId: string;
  overdue: boolean;
  state: 'open' | 'done';
  note: string;
  taskId: string | null;
  version: number | null;
}

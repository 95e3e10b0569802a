import type { Decimal } from './types';

/** The shapes of `/api/v1/lending`. Amounts are yuan as text; rates are fractions. */

export interface LoanProductRow {
  code: string;
  number: number;
  version: string;
  title: string;
  lender: string;
  summary: string;
  least: Decimal;
  most: Decimal;
  leastMonths: number;
  mostMonths: number;
  lpr: string;
  spread: Decimal;
  method: string;
  every: string;
  guarantee: string;
  guaranteeTitle: string;
  kinds: string[];
  pledgeRate: Decimal | null;
  firstFund: Decimal | null;
  verified: boolean;
  own: boolean;
  savedAt: string | null;
  savedBy: string | null;
}

export interface LoanProductDetail {
  row: LoanProductRow;
  text: string;
  hash: string;
  source: string;
  dated: string;
  open: string[];
  conditions: { id: string; title: string; wanted: string }[];
  fees: { id: string; title: string; rate: Decimal | null; amount: Decimal | null; perYear: boolean; payer: string; source: string }[];
  versions: { number: number; version: string; hash: string; parent: number | null; reason: string | null; savedAt: string | null; savedBy: string | null }[];
}

export interface AskedFact {
  name: string;
  title: string;
  type: 'number' | 'date' | 'flag' | 'text' | 'texts';
  unit: string;
  values: { word: string; title: string }[];
}

export interface MatchedCondition {
  id: string;
  title: string;
  /** Null: it depends on what is not known. */
  holds: boolean | null;
  margin: Decimal | null;
  sentence: string;
  missing: string[];
}

export interface ProductQuote {
  rate: Decimal;
  lpr: Decimal;
  lprPublished: string;
  gross: Decimal | null;
  afterAid: Decimal | null;
  interest: Decimal;
  fees: Decimal;
  aid: Decimal;
  total: Decimal;
  most: Decimal;
  flows: { date: string; kind: string; title: string; amount: Decimal }[];
  schemes: { code: string; title: string; state: 'granted' | 'refused' | 'open'; amount: Decimal | null; atMost: Decimal | null; why: string[] }[];
}

export interface MatchedProduct {
  rank: number | null;
  fit: 'eligible' | 'unknown' | 'refused';
  product: LoanProductRow;
  quote: ProductQuote | null;
  conditions: MatchedCondition[];
}

export type TypedFacts = Record<string, unknown>;

export interface MatchAsked {
  amount: string;
  months: number;
  firmId?: string;
  facts?: TypedFacts;
  aidUsed?: boolean;
}

export interface MatchAnswer {
  day: string;
  firmId: string | null;
  firmName: string | null;
  amount: Decimal;
  months: number;
  products: MatchedProduct[];
  facts: { name: string; title: string; value: string; source: string; date: string | null; typed: boolean }[];
  notes: string[];
  asks: AskedFact[];
}

export type ApplicationState = 'draft' | 'submitted' | 'returned' | 'in_review' | 'decided' | 'withdrawn';

export interface ApplicationRow {
  id: string;
  version: number;
  number: string;
  firmId: string | null;
  firmName: string;
  product: string;
  amount: Decimal | null;
  months: number | null;
  state: ApplicationState;
  stateTitle: string;
  waits: '' | 'applicant' | 'reviewer' | 'approver';
  outcome: '' | 'approved' | 'conditions' | 'refused';
  granted: Decimal | null;
  expiresOn: string | null;
  snapshot: number;
  assessment: number;
  submittedBy: string | null;
  changedAt: string;
  changedBy: string;
}

export interface ApplicationPage {
  items: ApplicationRow[];
  total: number;
  page: number;
  pageSize: number;
  counts: { state: ApplicationState; title: string; count: number; amount: Decimal }[];
}

export interface FormTyped {
  firmId?: string | null;
  product?: string | null;
  amount?: string | null;
  months?: number | null;
  purpose?: string | null;
  contact?: string | null;
  rights?: string[] | null;
  facts?: TypedFacts | null;
  ratings?: TypedFacts | null;
  limit?: Record<string, string | null> | null;
  promises?: PromiseTyped[] | null;
}

export interface PromiseTyped {
  indicator?: string | null;
  target?: string | null;
  by?: string | null;
}

export interface CheckLine {
  id: string;
  title: string;
  state: 'pass' | 'fail' | 'unknown';
  text: string;
  margin: Decimal | null;
}

export interface DecisionCondition {
  title: string;
  needs: string;
  has: string | null;
  margin: string | null;
  met: boolean | null;
  sentence: string;
}

export interface PolicyDecision {
  outcome: string;
  policy: { id: string; version: string; title: string; hash: string; verified: boolean };
  reasons: { code: string; sentence: string; outcome: string; step: string; row: string; conditions?: DecisionCondition[] }[];
  missing: { name: string; title: string; why: string }[];
  figures: { name: string; title: string; value: string | null; unit: string }[];
  steps: { id: string; title: string; kind: string; indicators?: { id: string; title: string; group?: string; has: string | null; points: string | null; lost: string | null }[]; given?: { name: string; title: string; value: string | null }[] }[];
}

/** What rights carry by a pledge-rate policy. */
export interface PledgeRated {
  value: Decimal;
  byPolicy: Decimal;
  policyRate: Decimal | null;
  askedRate: Decimal | null;
  exception: { rate: Decimal; support: string; approver: string } | null;
  rights: { number: string; value: Decimal; carried: Decimal; why: string }[];
}

export interface AssessmentResult {
  outcome: 'approve' | 'refer' | 'decline';
  outcomeTitle: string;
  day: string;
  snapshot: string;
  product: { code: string; number: number; title: string; hash: string };
  screen: CheckLine[];
  conditions: CheckLine[];
  decision: PolicyDecision;
  limit: { amount: Decimal | null; ceilings: { ground: string; amount: Decimal; why: string; binds: boolean }[]; refusals: string[] };
  pledge?: PledgeRated;
}

export interface Assessment {
  n: number;
  snapshot: number;
  product: string;
  productNumber: number;
  policy: string;
  policyVersion: string;
  policyHash: string;
  resultHash: string;
  engine: string;
  outcome: 'approve' | 'refer' | 'decline';
  limit: Decimal | null;
  at: string;
  by: string;
  result: AssessmentResult;
}

export interface ApplicationDetail {
  row: ApplicationRow;
  form: FormTyped;
  asked: string[];
  acts: string[];
  steps: { n: number; act: string; title: string; state: string; note: string; items: string[]; at: string; by: string }[];
  snapshot: { n: number; hash: string; at: string; by: string; facts: unknown } | null;
  assessments: Assessment[];
  resolution: { outcome: 'approved' | 'conditions' | 'refused'; amount: Decimal | null; expiresOn: string | null; conditions: string[]; reasons: string[]; note: string; assessment: number; by: string; on: string } | null;
}

export interface StandingApplication {
  row: ApplicationRow;
  form: FormTyped;
  differences: { path: string; yours: string | null; theirs: string | null }[];
}

export interface ResolutionOrder {
  outcome: string;
  baseVersion: number;
  amount?: string;
  expiresOn?: string;
  conditions?: string[];
  reasons?: string[];
  note?: string;
}

export interface ReplayedAssessment {
  same: boolean;
  kept: string;
  again: string;
}

export interface PolicyReplayed {
  policy: string;
  version: string;
  hash: string;
  applications: number;
  left: number;
  outcomes: { before: string; after: string; count: number }[];
  changes: { number: string; applicationId: string; firmName: string; before: string; after: string; gained: string[]; lost: string[]; figures: { name: string; before: string | null; after: string | null }[] }[];
}

/** What is found in a product's text while it is written, and whom it fits. */
export interface ProductPreview {
  readable: boolean;
  findings: { code: string; severity: 'error' | 'warning' | 'info'; path: string; line: number; column: number; message: string; found: string; expected: string }[];
  changes: { path: string; before: string | null; after: string | null }[];
  fits: { fit: 'eligible' | 'unknown' | 'refused'; before: number; after: number }[];
  applications: { applicationId: string; number: string; firmName: string; before: 'eligible' | 'unknown' | 'refused' | null; after: 'eligible' | 'unknown' | 'refused'; why: string[] }[];
}

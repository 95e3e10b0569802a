/** What the approvals answer; the names are the server's. */

export const caseStates = ['open', 'returned', 'conditional', 'approved', 'done', 'failed', 'refused', 'withdrawn', 'expired', 'alone', 'mandated'] as const;

export type CaseState = (typeof caseStates)[number];

export const decisionKinds = ['approve', 'conditions', 'return', 'refuse', 'abstain', 'recuse', 'close'] as const;

export type DecisionKind = (typeof decisionKinds)[number];

export interface ApprovalRow {
  id: string;
  act: string;
  titleZh: string;
  titleEn: string;
  subjectKind: string | null;
  subjectId: string | null;
  /** Yuan; null where the act has none. */
  amount: string | null;
  initiator: string;
  state: CaseState;
  round: number;
  /** One-based. */
  step: number;
  steps: number;
  openedAt: string;
  changedAt: string;
  decideBy: string;
  /** Whether the reader can decide it now. */
  mine: boolean;
}

export interface ApprovalField {
  name: string;
  labelZh: string;
  labelEn: string;
  /** Null where it is new. */
  before: string | null;
  /** Null where it would be gone. */
  after: string | null;
}

export interface ApprovalTally {
  members: number;
  recused: number;
  for: number;
  against: number;
  abstained: number;
}

export type StepKind = 'person' | 'parallel' | 'investigators' | 'committee';

export interface ApprovalMay {
  name: string;
  /** In whose place. */
  for: string | null;
}

export interface ApprovalStep {
  state: 'done' | 'now' | 'later';
  kind: StepKind;
  /** Roles of each person needed; one list for a committee. */
  seats: readonly (readonly string[])[];
  conditionsAllowed: boolean;
  quorum: string | null;
  votes: string | null;
  veto: readonly string[];
  chair: readonly string[];
  /** Those who can decide now. */
  may: readonly ApprovalMay[];
  tally: ApprovalTally | null;
}

export interface ApprovalSaid {
  round: number;
  step: number;
  kind: DecisionKind;
  by: string;
  /** In whose place. */
  for: string | null;
  note: string;
  conditions: readonly string[];
  on: string;
}

export interface ApprovalCondition {
  no: number;
  step: number;
  text: string;
  met: string | null;
  confirmedBy: string | null;
}

/** One way in which the reader can decide. */
export interface ApprovalWay {
  /** The person in whose place; null for himself. */
  for: string | null;
  name: string | null;
  decisions: readonly DecisionKind[];
}

export interface ApprovalView {
  row: ApprovalRow;
  route: string;
  validUntil: string | null;
  fields: readonly ApprovalField[];
  steps: readonly ApprovalStep[];
  history: readonly ApprovalSaid[];
  conditions: readonly ApprovalCondition[];
  ways: readonly ApprovalWay[];
  initiator: boolean;
  method: string;
  path: string;
  /** The request as sent, for its initiator while a supplement is awaited. */
  body: unknown;
  /** The status the act answered with. */
  status: number | null;
  answer: unknown;
}

export interface ApprovalCount {
  inbox: number;
  returned: number;
}

export interface DelegationView {
  id: string;
  fromId: string;
  from: string;
  toId: string;
  to: string;
  acts: readonly string[];
  first: string;
  last: string;
  note: string;
  state: SpanState;
  givenAt: string;
  endedBy: string | null;
}

export type SpanState = 'coming' | 'running' | 'over' | 'ended';

export interface MandateView {
  id: string;
  act: string;
  title: string;
  product: string;
  limit: string;
  daily: string;
  /** Of today's cap. */
  used: string;
  usesToday: number;
  first: string;
  until: string;
  note: string;
  state: SpanState;
  approval: string | null;
  madeAt: string;
  madeBy: string;
  endedBy: string | null;
}

export interface MandateUse {
  id: string;
  subjectKind: string;
  subjectId: string;
  on: string;
  amount: string;
  at: string;
  by: string;
}

export interface RouteStep {
  kind: StepKind;
  seats: readonly (readonly string[])[];
  conditionsAllowed: boolean;
  quorum: string | null;
  votes: string | null;
  ofMembers: boolean;
  recusalLowers: boolean;
  veto: readonly string[];
  chair: readonly string[];
}

export interface RouteLevel {
  /** Yuan, included; null without limit. */
  upTo: string | null;
  decideDays: number;
  validDays: number;
  steps: readonly RouteStep[];
}

export interface RouteRule {
  act: string;
  titleZh: string;
  titleEn: string;
  of: string;
  own: boolean;
  /** Why it needs no approval; null when it does. */
  exemptZh: string | null;
  exemptEn: string | null;
  mandate: boolean;
  unlessAlone: boolean;
  floor: boolean;
  levels: readonly RouteLevel[];
}

export interface RouteSource {
  code: string;
  nameZh: string;
  nameEn: string;
  version: number;
  dated: string;
  sourceZh: string;
  sourceEn: string;
  origin: string;
}

export interface RouteRules {
  /** The organisation's own newest version; 0 without one. */
  ownNo: number;
  sources: readonly RouteSource[];
  rules: readonly RouteRule[];
}

export interface RouteVersionRow {
  id: string;
  no: number;
  sha256: string;
  note: string;
  savedAt: string;
  savedBy: string;
}

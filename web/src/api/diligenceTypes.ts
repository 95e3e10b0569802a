import type { Decimal } from './types';

/** The shapes of `/api/v1/diligence` and `/api/v1/analyses`. */

export type RiskGrade = 'fatal' | 'major' | 'minor';
export type DiligenceAnswer = 'no' | 'open' | 'conditions' | 'yes';

export interface DiligenceRow {
  id: string;
  firmId: string | null;
  firmName: string;
  day: string;
  purpose: string;
  checklist: string;
  rights: number;
  items: number;
  fatal: number;
  major: number;
  minor: number;
  unknown: number;
  answer: DiligenceAnswer;
  answerTitle: string;
  before: Decimal | null;
  after: Decimal | null;
  appraisalId: string | null;
  madeAt: string;
  madeBy: string;
}

interface Tally {
  items: number;
  clear: number;
  unknown: number;
  mustUnknown: number;
  fatal: number;
  major: number;
  minor: number;
}

export interface DiligenceConclusion {
  answer: DiligenceAnswer;
  rule: string;
  text: string;
}

export interface DiligenceFact {
  name: string;
  title: string;
  value: string;
  source: string;
  date: string | null;
  assumed: boolean;
}

export interface DiligenceItem {
  key: string;
  chapter: string;
  chapterTitle: string;
  item: string;
  title: string;
  /** Null for what is asked of the firm. */
  right: string | null;
  state: 'clear' | 'finding' | 'unknown';
  grade: RiskGrade | null;
  finding: string | null;
  text: string | null;
  advice: string | null;
  parameter: string;
  parameterTitle: string;
  factor: Decimal | null;
  why: string | null;
  facts: DiligenceFact[];
  missing: string[];
}

export interface DiligenceUnknown {
  item: string;
  right: string | null;
  must: boolean;
  why: string;
  text: string;
  ask: string[];
}

export interface EffectLine {
  right: string;
  before: Decimal;
  factor: Decimal;
  after: Decimal;
  reasons: { key: string; parameter: string; factor: Decimal; counts: boolean; text: string }[];
}

/** `zhirong/diligence-result/v1`. */
export interface DiligenceResult {
  checklist: string;
  statement: string;
  day: string;
  purpose: string;
  firm: { id: string; code: string; name: string };
  summary: Tally;
  conclusion: DiligenceConclusion;
  rights: (Tally & { id: string; number: string; kind: string; title: string; state: string | null; since: string | null; termEnd: string | null; conclusion: DiligenceConclusion })[];
  items: DiligenceItem[];
  unknowns: DiligenceUnknown[];
  effects: { before: Decimal; after: Decimal; lines: EffectLine[] } | null;
}

export interface DiligenceChange {
  item: string;
  title: string;
  right: string | null;
  rightNumber: string | null;
  /** State, grade and finding in one; null where it was not asked. */
  was: string | null;
  now: string | null;
}

export interface DiligenceDetail {
  row: DiligenceRow;
  request: unknown;
  result: DiligenceResult;
  since: { previousId: string | null; previousDay: string | null; changes: DiligenceChange[] };
}

export interface DiligenceOrder {
  day: string;
  purpose: string;
  firmId: string | null;
  rightIds: string[] | null;
  appraisalId: string | null;
}

export interface ChecklistFact {
  name: string;
  title: string;
  scope: 'right' | 'firm';
  shape: 'word' | 'number' | 'flag';
  words: string[];
  ask: string;
}

export interface Checklist {
  name: string;
  title: string;
  statement: string;
  source: string;
  dated: string;
  chapters: { id: string; title: string; items: { id: string; title: string; scope: string; asks: string[]; must: boolean; freshDays: number | null; touches: string }[] }[];
  facts: ChecklistFact[];
}

export interface NewFactAnswer {
  subject: 'right' | 'firm';
  subjectId: string;
  fact: string;
  value: string;
  source: string;
  sourceDate: string;
  happenedOn: string | null;
  note: string | null;
}

export interface FactAnswer extends NewFactAnswer {
  id: string;
  factTitle: string;
  at: string;
  by: string;
  stands: boolean;
}

export interface AnalysisRow {
  id: string;
  firmId: string;
  firmName: string;
  day: string;
  policy: string;
  rights: number;
  compared: number | null;
  infringed: number;
  gaps: number;
  madeAt: string;
  madeBy: string;
}

interface Told {
  source: string;
  date: string | null;
}

/** `zhirong/analysis-result/v1`. */
export interface AnalysisResult {
  statement: string;
  day: string;
  firm: string;
  counts: { rights: number; inForce: number; compared: number | null; products: number | null };
  sources: { compared: Told | null; products: Told | null };
  rights: { id: string; number: string; kind: string; title: string; state: string | null; field: string | null; filed: string | null; granted: string | null; termEnd: string | null; family: number | null }[];
  map: { kind: string; field: string | null; year: number | null; standing: string; count: number }[];
  citations: { right: string; field: string | null; year: number | null; citedBy: number | null; percentile: Decimal | null; sample: number }[];
  families: { patents: number; known: number; beyondOne: number; largest: number | null; mean: Decimal | null };
  endings: { right: string; what: 'term' | 'fee'; on: string; days: number }[];
  infringed: { right: string; first: string; outcome: string | null; text: string; source: string; date: string | null; times: number; late: boolean | null }[];
  trends: { field: string; years: { year: number; all: number; own: number }[] }[];
  competition: { field: string; filings: number; hhi: Decimal | null; ownShare: Decimal | null; applicants: { applicant: string; filings: number }[] }[];
  gaps: { kind: string; subject: string; file: string; rights: string[]; reason: string; advice: string }[];
  unknowns: { what: string; text: string }[];
}

export interface AnalysisDetail {
  row: AnalysisRow;
  asked: unknown;
  result: AnalysisResult;
}

export interface AnalysisOrder {
  firmId: string;
  day: string;
  peers: string[] | null;
}

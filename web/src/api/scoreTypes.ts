import type { Origin, ValueWarning } from './valuationTypes';
import type { Decimal, Finding } from './types';

/** The shapes of `/api/v1/scores` and `/api/v1/rubrics`. Weights and coverage are fractions, scores 0 to 100. */

export interface RubricRow {
  code: string;
  /** 0 is the one shipped. */
  number: number;
  version: string;
  title: string;
  shape: string;
  source: string;
  own: boolean;
  savedAt: string | null;
  savedBy: string | null;
  /** The version that counts later. */
  next: string | null;
  nextFrom: string | null;
  /** Number of the newest text: what a change starts from. */
  newest: number;
}

export interface RubricVersion {
  number: number;
  version: string;
  state: 'in_force' | 'scheduled' | 'past';
  /** SHA-256 of the text. */
  hash: string;
  from: string | null;
  checkedBy: string | null;
  approval: string | null;
  parent: number | null;
  reason: string | null;
  savedAt: string | null;
  savedBy: string | null;
}

export interface RubricAnchor {
  score: Decimal;
  title: string;
  from: Decimal | null;
  to: Decimal | null;
  in: string[];
}

export interface RubricIndicator {
  id: string;
  title: string;
  mode: 'auto' | 'expert' | 'either';
  fact: string | null;
  low: Decimal | null;
  high: Decimal | null;
  anchors: RubricAnchor[];
}

export interface RubricDetail {
  row: RubricRow;
  text: string;
  statement: string;
  coverage: Decimal;
  sides: { id: string; title: string; groups: { id: string; title: string; weight: Decimal; indicators: RubricIndicator[] }[] }[];
  scenarios: { id: string; title: string; weights: Decimal[] }[];
  vetoes: { id: string; title: string; fact: string; in: string[]; kinds: string[]; scenarios: string[]; effect: string }[];
  grades: { grade: string; from: Decimal }[];
  versions: RubricVersion[];
}

export interface RubricChanges {
  from: number;
  to: number;
  changes: { path: string; before: string | null; after: string | null }[];
}

/** What is found in a text while it is written. */
export interface RubricExamined {
  readable: boolean;
  passes: boolean;
  hash: string;
  /** Version it is held against. */
  against: string | null;
  findings: Finding[];
  reach: { scenario: string; title: string; lowest: Decimal; highest: Decimal }[];
  changes: RubricChanges['changes'];
}

export interface RescoredRight {
  rightId: string;
  rightNumber: string;
  title: string;
  totalBefore: Decimal | null;
  gradeBefore: string | null;
  outcomeBefore: string;
  totalAfter: Decimal | null;
  gradeAfter: string | null;
  outcomeAfter: string;
  coverageAfter: Decimal;
  move: 'up' | 'down' | 'same' | 'gained' | 'lost' | 'renamed';
  /** Experts' scores the draft takes no more. */
  dropped: string[];
}

export interface RescoredRights {
  against: string;
  version: string;
  day: string;
  moved: number;
  moves: { from: string | null; to: string | null; count: number }[];
  rows: RescoredRight[];
  without: string[];
  more: number;
}

export interface StockGrade {
  grade: string | null;
  outcome: 'graded' | 'insufficient' | 'vetoed';
  before: number;
  after: number;
}

/** All rights scored by a rubric; totals are estimates. */
export interface RescoredStock {
  against: string;
  version: string;
  count: number;
  moved: number;
  meanBefore: Decimal | null;
  meanAfter: Decimal | null;
  oldest: string | null;
  grades: StockGrade[];
  moves: { from: string | null; to: string | null; count: number }[];
  most: { rightId: string; rightNumber: string; totalBefore: Decimal; gradeBefore: string | null; totalAfter: Decimal; gradeAfter: string | null }[];
}

export interface ExpertScore {
  indicator: string;
  score: string;
  basis: string | null;
}

export interface ScoreFact {
  name: string;
  value: string;
  source: string;
  kind: string;
  date: string | null;
  fromRegister: boolean;
}

export interface ScoreAsked {
  rightId: string;
  rubric: string;
  scenario: string;
  scores: ExpertScore[];
  day: string;
}

export interface IndicatorScore {
  id: string;
  title: string;
  score: Decimal | null;
  ground: string;
  input: { name: string; value: string; origin: Origin } | null;
}

export interface SubjectScore {
  outcome: 'graded' | 'vetoed' | 'insufficient';
  total: Decimal | null;
  grade: string | null;
  coverage: Decimal;
  vetoes: string[];
  level1: { id: string; title: string; weight: Decimal; score: Decimal | null; level2: { id: string; title: string; weight: Decimal; score: Decimal | null; level3: IndicatorScore[] }[] }[];
  warnings: ValueWarning[];
}

/** `zhirong/score-result/v1`. */
export interface ScoreResult {
  rubric: string;
  shape: string;
  statement: string;
  scenario: string;
  subjects: SubjectScore[];
}

export interface CalculatedScore {
  result: ScoreResult;
  facts: ScoreFact[];
}

export interface ScoreSheet {
  id: string;
  rightId: string;
  rightNumber: string;
  rubric: string;
  rubricVersion: string;
  scenario: string;
  day: string;
  outcome: SubjectScore['outcome'];
  total: Decimal | null;
  grade: string | null;
  coverage: Decimal;
  reason: string;
  at: string;
  by: string;
  request: unknown;
  result: ScoreResult;
  /** SHA-256 of the rubric's text; null on sheets kept before it was written down. */
  rubricHash: string | null;
}

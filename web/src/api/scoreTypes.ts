import type { Origin, ValueWarning } from './valuationTypes';
import type { Decimal } from './types';

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
}

export interface RubricVersion {
  number: number;
  version: string;
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
}

import type { Decimal, Finding } from './types';

/** The shapes of `/api/v1/rights` and `/api/v1/firms`. Days are ISO, money is a decimal string in yuan, shares are fractions. */

/** What a right is on a day. */
export interface RightState {
  state: string;
  stateTitle: string;
  inForce: boolean;
  since: string | null;
  /** The first day is only the day of the record. */
  estimated: boolean;
  asOf: string | null;
  /** From when the sources are too old to tell. */
  unknownSince: string | null;
  lastKnown: string | null;
  lastKnownTitle: string | null;
}

export interface RightRow {
  id: string;
  number: string;
  office: string;
  kind: string;
  kindTitle: string;
  title: string;
  titleEn: string | null;
  holders: string[];
  ipc: string | null;
  family: string | null;
  filed: string | null;
  granted: string | null;
  /** First day no longer in force by law. */
  expires: string | null;
  state: RightState;
  encumbered: string[];
  stub: boolean;
  questions: number;
  version: number;
  changedAt: string;
  changedBy: string;
}

/** A page of a list that is walked by places. */
export interface PlacedPage<T> {
  items: T[];
  total: number;
  /** There are more than the total says. */
  more: boolean;
  pageSize: number;
  /** Where the next page begins; null on the last one. */
  next: string | null;
  /** Where the page before begins; null on the first one. */
  previous: string | null;
}

export interface Term {
  from: string | null;
  until: string | null;
  lastDay: string | null;
  yearsLeft: number | null;
  rule: string | null;
  law: string;
  rulesVersion: number;
  missing: string[];
  /** The last day as a source states it. */
  sourceSays: string | null;
}

export interface Standing {
  state: string;
  stateTitle: string;
  from: string | null;
  until: string | null;
  estimated: boolean;
  because: string;
  becauseTitle: string;
}

export interface RightEvent {
  n: number;
  effect: string;
  effectTitle: string;
  scheme: string;
  code: string;
  text: string;
  /** The day it counts from: of effect, else of record. */
  on: string;
  estimated: boolean;
  recordedOn: string | null;
  effectiveOn: string | null;
  facts: Record<string, string>;
  source: string;
  /** A person said what it does. */
  decided: boolean;
}

export interface RightHolder {
  name: string;
  code: string | null;
  share: number | null;
  from: string | null;
  until: string | null;
  because: string;
}

export interface RightEncumbrance {
  id: string;
  kind: string;
  kindTitle: string;
  registrationNo: string;
  holder: string;
  grantor: string;
  from: string | null;
  until: string | null;
  estimated: boolean;
  stands: boolean;
  /** `event` or `hand`. */
  origin: string;
  note: string;
  by: string;
}

export type FeeState = 'paid' | 'ahead' | 'due' | 'missed';

export interface RightFee {
  year: number;
  due: string;
  graceEnd: string;
  amount: Decimal;
  surcharge: Decimal;
  lapse: string;
  state: FeeState;
}

/** A field with who says so, and what others say. */
export interface RightField {
  field: string;
  value: string;
  source: string;
  asOf: string;
  differing: { value: string; source: string; asOf: string }[];
}

export interface RightNumber {
  use: string;
  office: string;
  number: string;
  documentKind: string;
  raw: string;
}

export interface ProductIncome {
  year: number;
  revenue: Decimal;
  profit: Decimal | null;
  source: string;
  asOf: string;
}

export interface ProductUse {
  product: string;
  name: string;
  firm: string;
  firmName: string;
  rights: number;
  income: ProductIncome[];
}

export interface RightTrade {
  id: string;
  kind: string;
  grantor: string;
  taker: string;
  signed: string;
  from: string | null;
  until: string | null;
  amount: Decimal | null;
  royalty: number | null;
  related: boolean;
  registrationNo: string;
  note: string;
  by: string;
}

export interface RightQuestion {
  id: string;
  rightId: string;
  rightNumber: string;
  rightTitle: string;
  kind: string;
  kindTitle: string;
  text: string;
  open: boolean;
  answer: string | null;
  note: string;
  askedAt: string;
  answeredBy: string | null;
}

/** One strand of the profile: how new it is and what is missing. */
export interface Strand {
  strand: string;
  title: string;
  asOf: string | null;
  ageDays: number | null;
  stale: boolean;
  sources: string[];
  gaps: { gap: string; title: string }[];
}

/** 资产画像: all strands of a right as it was on a day. */
/** What the owner may still do, and what stands in the way. */
export interface OwnersAct {
  act: string;
  actTitle: string;
  answer: string;
  answerTitle: string;
  because: { condition: string; title: string; answer: string; who: string[]; law: string }[];
}

export interface RightProfile {
  right: RightRow;
  day: string;
  term: Term;
  standings: Standing[];
  events: RightEvent[];
  holders: RightHolder[];
  encumbrances: RightEncumbrance[];
  acts: OwnersAct[];
  fees: RightFee[];
  trl: number | null;
  family: { id: string | null; size: number | null; members: string[]; rights: FamilyRight[] };
  numbers: RightNumber[];
  fields: RightField[];
  products: ProductUse[];
  trades: RightTrade[];
  questions: RightQuestion[];
  strands: Strand[];
}

/** Another right of the same family. */
export interface FamilyRight {
  id: string;
  number: string;
  office: string;
  title: string;
  kindTitle: string;
  stateTitle: string;
  inForce: boolean;
}

export interface RegisteredRight {
  right: RightRow;
  /** What is odd and was taken all the same. */
  warnings: Finding[];
}

export interface OwnerTyped {
  name: string;
  share?: number;
  code?: string;
}

/** What a person states of a right; what is left out is not spoken of. */
export interface RightStatement {
  title?: string;
  titleEn?: string;
  owners?: OwnerTyped[];
  inventors?: string[];
  dates?: Record<string, string>;
  ipc?: string[];
  nice?: string[];
  claims?: number;
  firstClaim?: string;
  termAdjustmentDays?: number;
  trl?: number;
  divisionalOf?: string;
  familyId?: string;
  other?: Record<string, string>;
  asOf?: string;
}

export interface NewRight {
  kind: string;
  number: string;
  office?: string;
  statement: RightStatement;
}

export interface NewRightEvent {
  effect: string;
  recordedOn?: string;
  effectiveOn?: string;
  text?: string;
  facts?: Record<string, string>;
}

export interface NewEncumbrance {
  kind: string;
  holder: string;
  from: string;
  until?: string;
  registrationNo?: string;
  grantor?: string;
  note?: string;
}

export interface NewTrade {
  kind: string;
  grantor: string;
  taker: string;
  signed: string;
  from?: string;
  until?: string;
  amount?: Decimal;
  royalty?: number;
  related: boolean;
  registrationNo?: string;
  note?: string;
}

/** A file rights were taken from. */
export interface RightSource {
  id: string;
  name: string;
  format: string;
  sha256: string;
  asOf: string;
  done: boolean;
  rows: number;
  taken: number;
  merged: number;
  refused: number;
  warnings: number;
  rights: number;
  at: string;
  by: string;
  /** Name of the mapping it was read with; empty for none. */
  mapping: string;
  size: number;
  readBytes: number;
}

/** What was true of a right on a day, and what whoever looked on another day could know of it. */
export interface RightStanding {
  day: string;
  knownOn: string;
  effective: Standing;
  known: Standing;
  /** `pledge Y2025980000001`: kind and registration number. */
  encumbrances: string[];
  encumbrancesKnown: string[];
}

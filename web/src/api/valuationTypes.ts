import type { ProductIncome, RightRow } from './rightTypes';
import type { Decimal } from './types';

/** The shapes of `/api/v1/appraisals`. Money is a decimal string in yuan, weights and rates are fractions, days are ISO. */

export type AppraisalState = 'open' | 'concluded' | 'signed';

export interface AppraisalRow {
  id: string;
  name: string;
  firmId: string | null;
  firmName: string;
  baseDate: string;
  purpose: string;
  valueType: string;
  rights: number;
  total: Decimal | null;
  low: Decimal | null;
  high: Decimal | null;
  /** `simulation`, `methods`, `single_method`; null without any value. */
  rangeBasis: string | null;
  afterDiligence: Decimal | null;
  state: AppraisalState;
  version: number;
  batchId: string | null;
  changedAt: string;
  changedBy: string;
}

export interface AppraisalVersion {
  number: number;
  parent: number | null;
  reason: string;
  savedBy: string;
  savedAt: string;
  inputHash: string;
  engine: string;
  parameters: string;
  total: Decimal | null;
  low: Decimal | null;
  high: Decimal | null;
}

export interface AppraisalSignature {
  version: number;
  name: string;
  certificate: string;
  by: string;
  at: string;
}

export interface AppraisedRight {
  id: string;
  rightId: string | null;
  number: string;
  kind: string;
  title: string;
  weight: Decimal;
  value: Decimal | null;
  low: Decimal | null;
  high: Decimal | null;
  afterDiligence: Decimal | null;
}

export interface RightAfter {
  id: string;
  before: Decimal | null;
  factor: Decimal;
  after: Decimal | null;
  reason: string;
}

export interface AfterDiligence {
  value: Decimal | null;
  /** Why there is none, or what it rests on. */
  reason: string;
  rights: RightAfter[];
}

export interface DiligenceRead {
  id: string;
  day: string;
  grade: string | null;
  findings: number;
}

/** `zhirong/value-request/v1`: edited as it is, so its shape is open. */
export type Json = string | number | boolean | null | Json[] | JsonMap;
export interface JsonMap {
  [key: string]: Json | undefined;
}
export type ValueRequest = JsonMap;

export interface Origin {
  kind: string;
  source: string;
  date: string | null;
}

export interface ValueInput {
  name: string;
  value: string;
  origin: Origin;
}

export interface ValueWarning {
  code: string;
  severity: 'error' | 'warning' | 'info';
  path: string;
  message: string;
}

export interface ValueStep {
  name: string;
  formula: string;
  result: Decimal | null;
}

export interface CashFlow {
  period: number;
  year: number;
  length: Decimal;
  time: Decimal;
  income: Decimal;
  share: Decimal;
  kept: Decimal;
  factor: Decimal;
  presentValue: Decimal;
}

export interface MethodValue {
  id: string;
  method: string;
  approach: string;
  value: Decimal;
  horizon: Decimal | null;
  inputs: ValueInput[];
  cashFlows: CashFlow[];
  steps: ValueStep[];
  warnings: ValueWarning[];
}

export interface OpenMethod {
  id: string;
  method: string;
  missing: ValueWarning[];
}

export interface TornadoBar {
  input: string;
  lowInput: Decimal;
  highInput: Decimal;
  atLow: Decimal;
  atHigh: Decimal;
}

/** `zhirong/value-result/v1`. */
export interface ValueResult {
  inputHash: string;
  engine: string;
  parameters: string;
  methods: MethodValue[];
  open: OpenMethod[];
  conclusion: { value: Decimal; weights: Record<string, Decimal>; reason: string; spread: Decimal | null } | null;
  rights: { id: string; number: string; kind: string; weight: Decimal; value: Decimal }[];
  firmTests: { measure: string; figure: Decimal | null; ratio: Decimal | null; limit: Decimal }[];
  bases: { basis: string; value: Decimal; by: string; on: string | null; within: boolean; limit: Decimal | null; origin: Origin }[];
  pledge: { value: Decimal; inputs: ValueInput[]; steps: ValueStep[] } | null;
  sensitivity: { method: string; part: Decimal; tornado: TornadoBar[]; grid: { shares: Decimal[]; rates: Decimal[]; values: Decimal[][] } | null } | null;
  simulation: { method: string; paths: number; seed: number; mean: Decimal; deviation: Decimal; standardError: Decimal; p5: Decimal; p50: Decimal; p95: Decimal } | null;
  warnings: ValueWarning[];
}

/** How often a simulated value fell between two edges. */
export interface Drawn {
  edges: Decimal[];
  counts: number[];
  /** Draws beyond the ends. */
  outside: number;
}

export interface CalculatedAppraisal {
  result: ValueResult;
  total: Decimal | null;
  low: Decimal | null;
  high: Decimal | null;
  rangeBasis: string | null;
  rights: { id: string; value: Decimal | null; low: Decimal | null; high: Decimal | null }[];
  afterDiligence: AfterDiligence;
  drawn?: Drawn | null;
}

export interface AppraisalDetail {
  row: AppraisalRow;
  /** The version shown. */
  shown: number;
  request: ValueRequest;
  result: ValueResult;
  rights: AppraisedRight[];
  versions: AppraisalVersion[];
  signatures: AppraisalSignature[];
  diligence: DiligenceRead | null;
  afterDiligence: AfterDiligence;
}

export interface AppraisalChange {
  path: string;
  before: string | null;
  after: string | null;
}

/** Under `current` of a 409 VAL-2103. */
export interface StandingAppraisal {
  head: AppraisalVersion;
  request: ValueRequest;
  changes: AppraisalChange[];
}

export interface Missing {
  path: string;
  zh: string;
  en: string;
}

export interface DraftOrder {
  firmId: string;
  baseDate: string;
  purpose: string;
  productId: string | null;
  rightIds: string[] | null;
  valueType: string | null;
  weightsBy: string | null;
  growth: string | null;
  years: number | null;
}

export interface AppraisalDraft {
  request: ValueRequest;
  missing: Missing[];
  history: ProductIncome[];
  rights: RightRow[];
  leftOut: RightRow[];
}

export interface BatchRow {
  id: string;
  name: string;
  baseDate: string;
  purpose: string;
  groups: number;
  done: number;
  rights: number;
  jobId: string;
  madeAt: string;
  madeBy: string;
}

export interface BatchGroup {
  no: number;
  firmId: string;
  firmName: string;
  productId: string | null;
  product: string;
  appraisalId: string | null;
  state: string;
  rights: number;
  total: Decimal | null;
  low: Decimal | null;
  high: Decimal | null;
  rangeBasis: string | null;
  request: string | null;
  remarks: { code: string; path: string; text: string }[];
}

export interface BatchRight {
  rightId: string;
  number: string;
  kind: string;
  title: string;
  group: number;
  firmId: string;
  firmName: string;
  product: string;
  appraisalId: string | null;
  state: string;
  weight: Decimal | null;
  value: Decimal | null;
  low: Decimal | null;
  high: Decimal | null;
  afterDiligence: Decimal | null;
  score: Decimal | null;
  grade: string | null;
  findings: Record<string, number> | null;
  reason: string;
}

export interface BatchDetail {
  row: BatchRow;
  groups: BatchGroup[];
  rights: { items: BatchRight[]; total: number; page: number; pageSize: number };
}

export interface BatchOrder {
  name: string;
  baseDate: string;
  purpose: string;
  valueType: string | null;
  weightsBy: string | null;
  template: ValueRequest | null;
  firms: BatchFirmOrder[];
}

export interface BatchFirmOrder {
  firmId: string;
  productId: string | null;
  /** Left out: every right of the product or the firm. */
  rightIds?: string[];
  assumptions?: ValueRequest | null;
}

/** A filled-in template. */
export interface BatchTemplateRead {
  name: string;
  baseDate: string;
  purpose: string;
  valueType: string;
  weightsBy: string;
  template: ValueRequest | null;
  groups: { firmName: string; product: string; rights: number; parameters: number; asked: BatchFirmOrder }[];
}

import type { components } from './schema';

/** The shapes of `/api/v1` under the names the pages use. Money, rates and ratios are decimal strings (ratios are fractions); dates are ISO. */
type Schemas = components['schemas'];

export type Decimal = string;
export type Severity = 'error' | 'warning' | 'info';

export type Finding = Omit<Schemas['Finding'], 'severity' | 'line' | 'column' | 'found' | 'expected'> & {
  severity: Severity;
  line: number | null;
  column: number | null;
  found: string | null;
  expected: string | null;
};

/** `application/problem+json`, with our code, the id to quote, and what the refused thing looks like now. */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  requestId?: string;
  errors?: Finding[];
  current?: unknown;
}

export type FoundingCase = Schemas['FoundingCase'];
export type DealRow = Schemas['DealRow'];
export type DealPage = Schemas['PageOfOfDealRow'];
export type Version = Schemas['VersionView'];
export type DealDetail = DealRow & { head: Version; text: string };

/** A scalar that differs; list items are named by id in the path. */
export type Change = Schemas['ChangeView'];

/** What stands under `current` of a 409 SEC-0103: what the other person saved since `baseVersion`. */
export interface StaleVersion {
  head: Version;
  text: string;
  changes: Change[];
}

export interface ScenarioDefault {
  obligor: string;
  period: number;
  recovery?: Decimal;
  lag?: number;
}

export interface ScenarioPrepayment {
  obligor: string;
  period: number;
  share: Decimal;
}

export interface ScenarioAssumption {
  scope: string;
  cdr?: Decimal[];
  cpr?: Decimal[];
  recovery?: Decimal;
  lag?: number;
}

/** The scenario file `ipabs-scenario/v1`. */
export interface Scenario {
  schema: 'ipabs-scenario/v1';
  id: string;
  defaults?: ScenarioDefault[];
  prepayments?: ScenarioPrepayment[];
  assumptions?: ScenarioAssumption[];
  facts?: Record<string, string>;
  set?: Record<string, string>;
}

export type Mode = 'normal' | 'accelerated' | 'post_default' | 'termination';
export type Period = Schemas['PeriodView'];
export type TrancheSummary = Schemas['TrancheSummaryView'];
export type FiredTrigger = Schemas['FiredView'];
export type Run = Schemas['RunView'];

export type Line = Schemas['LineView'];
export type OutlineObligor = Schemas['ObligorView'];
export type OutlineTranche = Schemas['TrancheView'];
export type OutlineSupport = Schemas['SupportView'];
export type OutlineFee = Schemas['OutlineFee'];
export type OutlineTrigger = Schemas['TriggerView'];
export type Outline = Schemas['OutlineView'];

export type Slice = Schemas['Slice'];
export type Concentration = Schemas['ConcentrationView'];
export type Trip = Schemas['TripView'];
export type LossDistance = Schemas['LossView'];
export type LimitUse = Schemas['LimitView'];
export type CostItem = Schemas['CostItemView'];
export type BorrowerCost = Schemas['BorrowerCostView'];
export type Costs = Schemas['CostsView'];

export type OriginKind = 'published' | 'imported' | 'entered' | 'assumed' | 'computed';
export type Origin = Omit<Schemas['OriginView'], 'kind'> & { kind: OriginKind };
export type Analysis = Omit<Schemas['AnalysisView'], 'origins'> & { origins: Origin[] };

export type ScenarioRun = Omit<Schemas['ScenarioRun'], 'findings'> & { findings: Finding[] };
export type Calculation = Omit<Schemas['Calculation'], 'findings' | 'scenarios' | 'analysis'> & {
  findings: Finding[];
  scenarios: ScenarioRun[];
  analysis: Analysis | null;
};

export type WhyPlace = Schemas['ReasonView'];
export type Why = Schemas['Explanation'];

export type SavedScenario = Omit<Schemas['ScenarioView'], 'content'> & { content: Scenario };

export type RunRow = Schemas['RunRow'];
export type RunComparison = Schemas['RunComparison'];

export type Imported = Omit<Schemas['ImportAnswer'], 'findings'> & { findings: Finding[] };

export type ShelfRow = Schemas['ShelfRow'];
export type Shelf = Omit<Schemas['ShelfView'], 'findings'> & { findings: Finding[] };

export type ExportKind =
  | 'terms.xlsx'
  | 'cashflow.xlsx'
  | 'cashflow.csv'
  | 'deal.yaml'
  | 'report.html'
  | 'report.pdf'
  | 'report.docx';

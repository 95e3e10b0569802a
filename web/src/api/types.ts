/** The shapes of `/api/v1`. Money, rates and ratios are decimal strings (ratios are fractions); dates are ISO. */

export type Decimal = string;
export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  code: string;
  severity: Severity;
  path: string;
  line: number | null;
  column: number | null;
  message: string;
  found: string | null;
  expected: string | null;
}

export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  requestId?: string;
  errors?: Finding[];
}

export interface About {
  product: string;
  version: string;
  startedAt: string;
  holidayYears: number[];
  demo: boolean;
}

export interface FoundingCase {
  id: string;
  titleZh: string;
  titleEn: string;
  parts: string[];
  dealId: string | null;
}

export interface DealRow {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  market: string;
  structure: string;
  size: Decimal;
  poolBalance: Decimal;
  seniorCoupon: Decimal | null;
  obligors: number;
  closing: string;
  expectedMaturity: string;
  version: number;
  errors: number;
  warnings: number;
  savedAt: string;
  savedBy: string;
  shelf: string | null;
  caseId: string | null;
}

export interface DealPage {
  items: DealRow[];
  total: number;
  page: number;
  pageSize: number;
}

export interface Version {
  number: number;
  hash: string;
  parent: number | null;
  reason: string;
  savedBy: string;
  savedAt: string;
  errors: number;
  warnings: number;
}

export interface DealDetail extends DealRow {
  head: Version;
  text: string;
}

/** A scalar that differs; list items are named by id in the path. */
export interface Change {
  path: string;
  before: string | null;
  after: string | null;
}

/** The answer 409 SEC-0103: what the other person saved since `baseVersion`. */
export interface StaleVersion extends Problem {
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

export interface Scenario {
  schema: 'ipabs-scenario/v1';
  id: string;
  defaults?: ScenarioDefault[];
  prepayments?: ScenarioPrepayment[];
  assumptions?: ScenarioAssumption[];
  facts?: Record<string, string>;
  set?: Record<string, string>;
}

export interface RunWarning {
  code: string;
  message: string;
}

export type Mode = 'normal' | 'accelerated' | 'post_default' | 'termination';

export interface Period {
  k: number;
  date: string;
  payDate: string;
  days: number;
  mode: Mode;
  collected: Record<string, Decimal>;
  defaulted: Decimal;
  cumDefaultRatio: Decimal;
  drawn: Record<string, Decimal>;
  paid: Record<string, Decimal>;
  unpaid: Record<string, Decimal>;
  balances: Record<string, Decimal>;
  carriedCash: Decimal;
  check: Decimal;
}

export interface TrancheSummary {
  interest: Decimal;
  principal: Decimal;
  residual?: Decimal;
  wal: Decimal | null;
  irr: Decimal | null;
  unpaid: Decimal;
}

export interface FiredTrigger {
  k: number;
  trigger: string;
  reason: string;
}

export interface Run {
  schema: string;
  deal: string;
  scenario: string;
  inputHash: string;
  warnings: RunWarning[];
  periods: Period[];
  summary: Record<string, TrancheSummary>;
  fired: FiredTrigger[];
}

export type LineKind = 'tax' | 'fee' | 'interest' | 'principal' | 'residual' | 'repay' | 'fund' | 'release';

export interface Line {
  name: string;
  kind: LineKind;
  zh: string;
  en: string;
  tranche: string | null;
}

export interface OutlineObligor {
  id: string;
  name: string | null;
  principal: Decimal;
  share: Decimal;
  industry: string | null;
  rights: number | null;
}

export interface OutlineTranche {
  id: string;
  nameZh: string;
  nameEn: string;
  size: Decimal;
  share: Decimal;
  subordination: Decimal;
  coupon: Decimal | null;
  rating: string | null;
  residual: boolean;
  holder: string | null;
}

export interface OutlineSupport {
  id: string;
  nameZh: string;
  nameEn: string;
  kind: string;
  provider: string | null;
  /** null is unlimited. */
  limit: Decimal | null;
  covers: string[];
}

export interface OutlineFee {
  id: string;
  nameZh: string;
  nameEn: string;
  kind: string;
}

export interface OutlineTrigger {
  id: string;
  nameZh: string;
  nameEn: string;
  when: string;
  then: string;
}

export interface Outline {
  code: string;
  nameZh: string;
  nameEn: string;
  market: string;
  structure: string;
  size: Decimal;
  poolBalance: Decimal;
  closing: string;
  expectedMaturity: string;
  legalMaturity: string;
  spv: { id: string; kind: string }[];
  parties: { role: string; name: string }[];
  obligors: OutlineObligor[];
  tranches: OutlineTranche[];
  supports: OutlineSupport[];
  fees: OutlineFee[];
  triggers: OutlineTrigger[];
  lines: Line[];
}

export interface Slice {
  key: string;
  amount: Decimal | null;
  count: number | null;
  share: Decimal | null;
}

export interface Concentration {
  largestShare: Decimal;
  topFiveShare: Decimal;
  hhi: Decimal;
  effectiveCount: Decimal;
  byObligor: Slice[];
  byIndustry: Slice[];
  byIpKind: Slice[];
}

export interface Trip {
  trigger: string;
  when: string;
  names: number | null;
  share: Decimal | null;
  steps: { names: number; share: Decimal; fired: boolean }[];
}

export interface LossDistance {
  tranche: string;
  subordination: Decimal;
  namesWithSupport: number | null;
  namesWithoutSupport: number | null;
}

export interface LimitUse {
  path: string;
  limit: string;
  actual: string;
  holds: boolean;
}

export interface CostItem {
  id: string;
  zh: string;
  en: string;
  kind: string;
}

export interface BorrowerCost {
  id: string;
  principal: Decimal;
  gross: Decimal | null;
  net: Decimal | null;
  netIfGranted: Decimal | null;
  quote: Decimal | null;
  reduction: Decimal | null;
  amounts: Record<string, Decimal>;
}

export interface Costs {
  items: CostItem[];
  quote: { lpr: Decimal; spreadBp: Decimal; rate: Decimal } | null;
  borrowers: BorrowerCost[];
  pool: { gross: Decimal | null; net: Decimal | null; netIfGranted: Decimal | null };
}

export type OriginKind = 'published' | 'imported' | 'entered' | 'assumed' | 'computed';

export interface Origin {
  path: string;
  kind: OriginKind;
  source: string | null;
  date: string | null;
  note: string | null;
}

export interface Analysis {
  concentration: Concentration;
  trips: Trip[];
  losses: LossDistance[];
  limits: LimitUse[];
  costs: Costs | null;
  origins: Origin[];
}

export interface ScenarioRun {
  id: string;
  findings: Finding[];
  run: Run | null;
}

export interface Calculation {
  findings: Finding[];
  canRun: boolean;
  inputHash: string;
  base: Run | null;
  scenarios: ScenarioRun[];
  outline: Outline | null;
  analysis: Analysis | null;
}

export interface WhyPlace {
  mode: Mode;
  rule: string;
  position: number;
  positions: number;
  due: Decimal;
  owed: Decimal;
  cap: Decimal | null;
  available: Decimal;
  fromSupport: Decimal;
  paid: Decimal;
  shortage: Decimal;
  condition: string | null;
  skipped: boolean;
  formula: string;
  before: Record<string, Decimal>;
}

export interface Why {
  k: number;
  date: string;
  line: string;
  places: WhyPlace[];
}

export interface SavedScenario {
  id: string;
  name: string;
  version: number;
  savedBy: string;
  savedAt: string;
  content: Scenario;
}

export interface RunRow {
  id: string;
  dealVersion: number;
  scenarioName: string;
  note: string;
  inputHash: string;
  savedBy: string;
  savedAt: string;
  unpaid: Decimal;
  residual: Decimal;
}

export interface RunComparison {
  a: RunRow;
  b: RunRow;
  lines: { k: number; date: string; line: string; a: Decimal | null; b: Decimal | null; difference: Decimal }[];
  summary: { tranche: string; item: string; a: Decimal | null; b: Decimal | null }[];
}

export interface Imported {
  text: string | null;
  findings: Finding[];
  report: { sheet: string; taken: number; refused: number }[];
}

export interface ShelfRow {
  series: number | null;
  code: string | null;
  dealId: string | null;
  nameZh: string | null;
  nameEn: string | null;
  size: Decimal;
  established: string | null;
  kind: 'recorded' | 'deal';
}

export interface Shelf {
  id: string;
  cap: Decimal;
  used: Decimal;
  headroom: Decimal;
  seriesAllowed: number;
  seriesUsed: number;
  noObjection: string;
  validUntil: string;
  expired: boolean;
  maxTermYears: number | null;
  minPerObligor: Decimal | null;
  maxPerObligor: Decimal | null;
  rows: ShelfRow[];
  findings: Finding[];
}

export type ExportKind =
  | 'terms.xlsx'
  | 'cashflow.xlsx'
  | 'cashflow.csv'
  | 'deal.yaml'
  | 'report.html'
  | 'report.pdf'
  | 'report.docx';

import type { PayAccount } from './paymentTypes';
import type { Decimal, Finding } from './types';

/** The shapes of statements, their reconciliation, closed-loop accounts and differences below `/api/v1/payments`. */

export type LineState = 'open' | 'matched' | 'differing' | 'explained' | 'repeated' | 'pending' | 'untrusted';
export type MatchKind = 'paid' | 'back' | 'receipt';
export type DifferenceState = 'open' | 'explained' | 'gone';

export interface Statement {
  id: string;
  accountId: string;
  account: string;
  accountName: string;
  fileId: string;
  bankId: string;
  from: string | null;
  to: string | null;
  opening: Decimal | null;
  closing: Decimal | null;
  lines: number;
  trusted: boolean;
  faults: Finding[];
  byState: Partial<Record<LineState, number>>;
  at: string;
  by: string;
}

export interface MatchTally {
  matched: number;
  differing: number;
  open: number;
  settled: number;
}

export interface ImportedStatement {
  id: string;
  accountId: string;
  account: string;
  lines: number;
  repeated: number;
  trusted: boolean;
  faults: Finding[];
  tally: MatchTally | null;
}

export interface StatementsImported {
  fileId: string;
  repeats: boolean;
  format: string;
  statements: ImportedStatement[];
}

export interface Line {
  id: string;
  statementId: string;
  number: number;
  day: string;
  valueDay: string | null;
  amount: Decimal;
  name: string | null;
  counterparty: string | null;
  reference: string | null;
  endToEndId: string | null;
  loanNo: string | null;
  text: string;
  after: Decimal | null;
  state: LineState;
  matchKind: MatchKind | null;
  matchId: string | null;
  matchTitle: string | null;
  matchKey: string | null;
  note: string;
  decidedBy: string | null;
  decidedAt: string | null;
}

export interface LineSum {
  state: LineState;
  lines: number;
  in: Decimal;
  out: Decimal;
}

export interface LineSums {
  states: LineSum[];
  expectedReceipts: number;
  expected: Decimal;
}

export interface Candidate {
  kind: MatchKind;
  id: string;
  title: string;
  day: string;
  amount: Decimal;
  name: string;
  state: string;
  fits: boolean;
}

export interface Receipt {
  id: string;
  accountId: string;
  due: string;
  payerName: string;
  payerAccount: string | null;
  amount: Decimal;
  purpose: string;
  loanNo: string | null;
  counterAccount: string | null;
  state: 'expected' | 'received' | 'cancelled';
  receivedOn: string | null;
  entryId: string | null;
  unposted: string | null;
  version: number;
  by: string;
}

export interface NewReceipt {
  due: string;
  payerName: string;
  amount: Decimal;
  purpose: string;
  payerAccount: string | null;
  loanNo: string | null;
  counterAccount: string | null;
}

export interface Source {
  id: string;
  day: string;
  from: string;
  reference: string | null;
  amount: Decimal;
  used: Decimal;
  left: Decimal;
}

export interface Use {
  sourceId: string;
  batchId: string;
  batch: string;
  item: number;
  payeeName: string;
  purpose: string;
  amount: Decimal;
  state: 'planned' | 'reserved' | 'used' | 'released';
  booked: string | null;
}

export interface ClosedLoop {
  account: PayAccount;
  sources: Decimal;
  used: Decimal;
  reserved: Decimal;
  left: Decimal;
  agrees: boolean;
  unmatchedIn: Decimal;
  unmatchedOut: Decimal;
  bank: Decimal | null;
  bankDay: string | null;
  explained: boolean | null;
  sourceList: Source[];
  uses: Use[];
}

export interface Difference {
  id: string;
  day: string;
  kind: string;
  title: string;
  why: string;
  accountId: string | null;
  subjectKind: string;
  subjectId: string;
  subject: string;
  ours: string;
  theirs: string;
  held: boolean;
  explainable: boolean;
  state: DifferenceState;
  note: string;
  decidedBy: string | null;
  decidedAt: string | null;
  foundAt: string;
  version: number;
}

export interface BalancesRead {
  fileId: string;
  repeated: boolean;
  format: string;
  accounts: number;
  loans: number;
  findings: Finding[];
}

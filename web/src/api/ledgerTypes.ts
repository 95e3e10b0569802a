import type { Decimal, Finding } from './types';

/** The shapes of `/api/v1/ledger` and `/api/v1/evidence`. Money is a decimal string in yuan; instants are ISO in UTC. */

export interface PageOf<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}

export type Side = 'debit' | 'credit';
export type BookKind = 'bank' | 'plan' | 'guarantor' | 'insurer' | 'fund' | 'escrow';
export type AccountClass = 'asset' | 'liability' | 'equity' | 'income' | 'expense' | 'memo';
export type AccountRule = 'none' | 'not_below_zero' | 'limit';
export type HoldState = 'pending' | 'posted' | 'voided' | 'expired';
export type PlannedState = 'open' | 'partly' | 'matched' | 'cancelled';

export interface SubjectRef {
  kind: string;
  id: string;
}

export interface ChartAccount {
  code: string;
  zh: string;
  en: string;
  class: AccountClass;
  normal: Side;
  rule: AccountRule;
  limit: Decimal | null;
}

export interface Chart {
  kind: BookKind;
  nameZh: string;
  nameEn: string;
  source: string;
  accounts: ChartAccount[];
}

export interface BookRef {
  id: string;
  code: string;
  name: string;
}

export interface BookRow extends BookRef {
  kind: BookKind;
  businessDate: string;
  openedOn: string;
  accounts: number;
  entries: number;
  debits: Decimal;
  credits: Decimal;
  pendingHolds: number;
  openPlanned: number;
}

/** Balances are signed on the account's normal side; `available` counts pending holds against it. */
export interface AccountRow extends ChartAccount {
  id: string;
  closed: boolean;
  debit: Decimal;
  credit: Decimal;
  balance: Decimal;
  pendingDebit: Decimal;
  pendingCredit: Decimal;
  available: Decimal;
  version: number;
  lines: number;
}

export interface TrialBalance {
  asOf: { effective: string | null; recorded: string | null };
  accounts: AccountRow[];
  totals: { debit: Decimal; credit: Decimal; balanced: boolean };
}

export interface NewLine {
  account: string;
  side: Side;
  amount: Decimal;
}

/** `id` is the idempotency key: the same entry sent twice is stored once. */
export interface NewEntry {
  id: string;
  effective: string;
  event: string;
  subject?: SubjectRef | null;
  memo?: string;
  reverses?: string | null;
  planned?: string | null;
  lines: NewLine[];
}

export interface EntryResult {
  id: string;
  result: 'created' | 'exists' | 'refused';
  sequence: number | null;
  recordedAt: string | null;
  errors: Finding[];
}

export interface EntryLine extends NewLine {
  n: number;
  zh: string;
  en: string;
  accountId: string;
}

export interface EntryRow {
  id: string;
  sequence: number;
  effective: string;
  businessDate: string;
  recordedAt: string;
  by: string;
  event: string;
  subject: SubjectRef | null;
  memo: string;
  amount: Decimal;
  reverses: string | null;
  reversedBy: string | null;
  hold: string | null;
  lines: EntryLine[];
}

export interface EntryDetail extends EntryRow {
  book: BookRef;
  source: { kind: string; id: string; title: string; href: string | null } | null;
  evidence: { id: string; index: number | null };
  planned: { id: string; due: string; amount: Decimal; memo: string }[];
}

export interface StatementLine {
  sequence: number;
  entryId: string;
  effective: string;
  recordedAt: string;
  event: string;
  memo: string;
  side: Side;
  amount: Decimal;
  balance: Decimal;
  counter: string[];
  reversedBy: string | null;
  reverses: string | null;
}

export interface Statement {
  account: AccountRow;
  book: BookRef;
  opening: Decimal;
  closing: Decimal;
  debits: Decimal;
  credits: Decimal;
  page: PageOf<StatementLine>;
}

export interface HoldRow {
  id: string;
  debit: string;
  credit: string;
  amount: Decimal;
  posted: Decimal | null;
  state: HoldState;
  createdOn: string;
  expires: string | null;
  closedAt: string | null;
  event: string;
  memo: string;
  entry: string | null;
}

export interface PlannedMatch {
  entryId: string;
  amount: Decimal;
  at: string;
  by: string;
}

export interface PlannedRow {
  id: string;
  set: string;
  due: string;
  debit: string;
  credit: string;
  debitName: { zh: string; en: string };
  creditName: { zh: string; en: string };
  amount: Decimal;
  matched: Decimal;
  open: Decimal;
  /** 暂定: the day stands on a year without published holidays. */
  provisional: boolean;
  state: PlannedState;
  line: string;
  memo: string;
  source: { kind: string; id: string; title: string };
  matches: PlannedMatch[];
}

export type PlannedPage = PageOf<PlannedRow> & { totals: { planned: Decimal; matched: Decimal; open: Decimal } };

/** `fits` is what of the entry is not matched yet; `days` counts from the due date. */
export type Candidate = EntryRow & { fits: Decimal; days: number };

export interface RunPlanned {
  bookId: string | null;
  planned: number;
  matched: number;
}

export interface RunPosted {
  book: BookRow;
  planned: number;
  replaced: number;
  total: Decimal;
}

export interface Hashes {
  sha256: string;
  sm3: string;
}

export interface Checkpoint extends Hashes {
  at: string;
  origin: string;
  schema: string;
  size: number;
}

export interface LogKey {
  algorithm: string;
  key: string;
  public: string;
}

export interface LogSignature {
  algorithm: string;
  key: string;
  signature: string;
}

export interface LogState {
  origin: string;
  size: number;
  /** Leaves that wait for a checkpoint. */
  pending: number;
  checkpoint: Checkpoint | null;
  signatures: LogSignature[];
  keys: LogKey[];
  /** Why nothing is signed any more; null while all is well. */
  stopped: Finding | null;
}

export interface LeafRow {
  id: string;
  index: number | null;
  at: string;
  by: string;
  event: string;
  subject: SubjectRef;
  title: { zh: string; en: string };
  erased: boolean;
}

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface LeafDetail extends LeafRow {
  leaf: { [name: string]: Json };
  content: { [name: string]: Json } | null;
  salt: string | null;
  leafHash: Hashes;
  checkpoint: Checkpoint | null;
}

/** `zhirong/evidence-bundle/v1`, as far as a page draws it. */
export interface Bundle {
  schema: string;
  log: { keys: LogKey[]; origin: string };
  checkpoint: Checkpoint;
  signatures: LogSignature[];
  items: { index: number; inclusion: { sha256: string[]; sm3: string[] }; leafHash: Hashes }[];
}

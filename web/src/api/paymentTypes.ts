import type { Decimal, Finding } from './types';

/** The shapes of `/api/v1/payments`. Money is a decimal string in yuan; days are ISO, instants ISO in UTC. */

export type PaymentState = 'draft' | 'checked' | 'approved' | 'sent' | 'accepted' | 'settled' | 'rejected' | 'returned' | 'unknown' | 'cancelled';
export type BatchState = PaymentState | 'partly';
export type PayeeKind = 'bank' | 'ecny_wallet';
export type AccountRole = 'own' | 'payee';
export type FileKind = 'instruction' | 'answer' | 'statement' | 'balances';

export interface PayAccount {
  id: string;
  role: AccountRole;
  kind: PayeeKind;
  number: string;
  name: string;
  agentName: string | null;
  agentCnaps: string | null;
  operatingBank: string | null;
  closedLoop: boolean;
  purposes: string[];
  bookId: string | null;
  bookAccount: string | null;
  counterAccount: string | null;
  active: boolean;
  note: string;
  version: number;
  changedAt: string;
  changedBy: string;
}

/** What is entered of an account; role, kind and number stay as they were made. */
export interface AccountContent {
  name: string;
  agentName: string | null;
  agentCnaps: string | null;
  operatingBank: string | null;
  closedLoop: boolean;
  purposes: string[];
  bookId: string | null;
  bookAccount: string | null;
  counterAccount: string | null;
  note: string;
}

export interface Channel {
  code: string;
  title: string;
  kinds: PayeeKind[];
}

/** What an item takes of a closed-loop account's source. */
export interface SourceUse {
  id: string;
  amount: Decimal;
}

export interface NewItem {
  payeeName: string;
  account: string;
  amount: Decimal;
  kind: PayeeKind;
  agentName: string | null;
  agentCnaps: string | null;
  operatingBank: string | null;
  purpose: string | null;
  purposeCode: string | null;
  remittance: string | null;
  loanNo: string | null;
  counterAccount: string | null;
  sources: SourceUse[] | null;
}

export interface NewBatch {
  title: string;
  accountId: string;
  channel: string;
  valueDate: string;
  purpose: string;
  items: NewItem[];
  counterAccount: string | null;
  controlTotal: Decimal | null;
  controlCount: number | null;
}

export interface ConfirmedWarning {
  code: string;
  path: string;
  found: string;
  reason: string;
  by: string;
  at: string;
}

export interface Batch {
  id: string;
  code: string;
  title: string;
  accountId: string;
  accountName: string;
  accountNumber: string;
  closedLoop: boolean;
  channel: string;
  purpose: string;
  valueDate: string;
  counterAccount: string | null;
  state: BatchState;
  stateTitle: string;
  items: number;
  total: Decimal;
  settled: Decimal;
  byState: Partial<Record<PaymentState, number>>;
  differing: number;
  unposted: number;
  confirmed: ConfirmedWarning[];
  madeBy: string;
  madeAt: string;
  checkedBy: string | null;
  approvedBy: string | null;
  version: number;
}

export interface Item {
  id: string;
  number: number;
  payeeName: string;
  kind: PayeeKind;
  account: string;
  agentName: string | null;
  agentCnaps: string | null;
  operatingBank: string | null;
  amount: Decimal;
  purpose: string;
  purposeCode: string | null;
  remittance: string;
  loanNo: string | null;
  counterAccount: string | null;
  sources: SourceUse[];
  state: PaymentState;
  stateTitle: string;
  attempts: number;
  differing: boolean;
  endToEndId: string | null;
  reason: string | null;
  bankReference: string | null;
  booked: string | null;
  entryId: string | null;
  reversalId: string | null;
  unposted: string | null;
  retryable: boolean;
}

export interface Query {
  id: string;
  way: string;
  askedAt: string;
  askedBy: string;
  answer: string | null;
  note: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
}

export interface Attempt {
  id: string;
  number: number;
  endToEndId: string;
  messageId: string;
  payeeName: string;
  payeeAccount: string;
  state: PaymentState;
  stateTitle: string;
  absent: boolean;
  valueDate: string;
  sentAt: string;
  sentBy: string;
  heardAt: string | null;
  reason: string | null;
  bankReference: string | null;
  booked: string | null;
  returnedOn: string | null;
  entryId: string | null;
  reversalId: string | null;
  unposted: string | null;
  queries: Query[];
}

export interface Step {
  at: string;
  by: string;
  what: string;
  title: string;
  state: PaymentState | null;
  note: string;
  item: number | null;
  fileId: string | null;
  file: string | null;
}

export interface ItemDetail {
  batchId: string;
  batch: string;
  item: Item;
  attempts: Attempt[];
  history: Step[];
}

export interface BatchFindings {
  findings: Finding[];
  confirmed: ConfirmedWarning[];
}

export interface ConfirmWarning {
  code: string;
  path: string;
  reason: string;
  found: string | null;
}

export interface PayFile {
  id: string;
  kind: FileKind;
  name: string;
  mediaType: string;
  sha256: string;
  size: number;
  kept: boolean;
  batchId: string | null;
  at: string;
  by: string;
}

export interface SentBatch {
  batch: Batch;
  files: PayFile[];
}

export interface HeardItem {
  batchId: string;
  batch: string;
  item: number;
  endToEndId: string;
  payeeName: string;
  amount: Decimal;
  said: string;
  heed: 'moved' | 'repeated' | 'behind' | 'contradiction' | 'not_sent' | 'differs';
  state: PaymentState;
  note: string | null;
}

export interface AnswerRead {
  fileId: string;
  repeated: boolean;
  formats: string[];
  items: HeardItem[];
  moved: number;
  unknown: number;
  findings: Finding[];
}

export interface TableRead {
  items: NewItem[];
  places: string[];
  total: Decimal;
  findings: Finding[];
}

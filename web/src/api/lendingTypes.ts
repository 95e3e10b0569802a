import type { Decimal, Finding } from './types';

/** The shapes of `/api/v1/pledges` and `/api/v1/registrations`. */

export type RegistrationState =
  | 'draft' | 'signed_by_both' | 'submitted' | 'incomplete' | 'accepted' | 'under_exam' | 'defect_notified' | 'deemed_withdrawn' | 'awaiting_declaration' | 'suspended'
  | 'registered' | 'refused' | 'change_pending' | 'extension_pending' | 'cancel_pending' | 'cancelled' | 'revoked' | 'expired' | 'realised' | 'withdrawn';

export interface RegistrationRow {
  id: string;
  pledgeId: string;
  contractNo: string;
  pledgors: string[];
  pledgee: string;
  secured: Decimal;
  registry: string;
  registryTitle: string;
  state: RegistrationState;
  stateTitle: string;
  rights: number;
  channel: string;
  receiptNo: string;
  registrationNo: string;
  submitted: string | null;
  registered: string | null;
  effective: string | null;
  expires: string | null;
  ended: string | null;
  due: string | null;
  dueKind: string;
  dueTitle: string;
  dueProvisional: boolean;
  overdue: boolean;
  replaces: string | null;
  version: number;
  changedAt: string;
  changedBy: string;
}

export interface PledgeItem {
  n: number;
  rightId: string;
  number: string;
  kind: string;
  kindTitle: string;
  title: string;
  registry: string;
  registrationId: string;
  allocated: Decimal;
  value: Decimal | null;
  valueSource: string;
  state: 'planned' | 'held' | 'leaving' | 'released' | 'dropped';
  stateTitle: string;
  replaces: number | null;
  releasedOn: string | null;
}

export interface Paper {
  name: string;
  sha256: string;
}

export interface RegistrationStep {
  n: number;
  act: string;
  actTitle: string;
  ofRegistry: boolean;
  from: string;
  to: RegistrationState;
  toTitle: string;
  on: string;
  effective: string;
  receiptNo: string;
  note: string;
  documents: Paper[];
  due: string | null;
  origin: string;
  at: string;
  by: string;
}

export interface GroundStatement {
  n: number;
  kind: 'declaration' | 'consent' | 'confirmation';
  ground: string;
  rightId: string | null;
  who: string;
  document: string;
  sha256: string;
  on: string;
  at: string;
  by: string;
}

export interface NextAct {
  act: string;
  title: string;
  ofRegistry: boolean;
}

export interface RegistrationDetail {
  row: RegistrationRow;
  items: PledgeItem[];
  steps: RegistrationStep[];
  statements: GroundStatement[];
  next: NextAct[];
  channels: string[];
  ends: boolean;
  askedNote: string;
  askedExpires: string | null;
}

export type GroundOutcome = 'passes' | 'needs_declaration' | 'unverified' | 'curable' | 'fails';

export interface Ground {
  code: string;
  title: string;
  kind: string;
  outcome: GroundOutcome;
  outcomeTitle: string;
  fact: string;
  source: string;
  asOf: string | null;
  law: string;
  verified: boolean;
}

export interface PreCheckRow {
  typed: string;
  rightId: string | null;
  number: string;
  title: string;
  kind: string;
  kindTitle: string;
  registry: string;
  registryTitle: string;
  set: string;
  outcome: string;
  outcomeTitle: string;
  reason: string;
  grounds: Ground[];
}

export interface PreCheck {
  day: string;
  debtEnd: string;
  counts: { outcome: string; title: string; count: number }[];
  rows: PreCheckRow[];
}

export interface PledgeParty {
  name: string;
  code?: string | null;
  address?: string | null;
}

export interface PledgeOrder {
  contractNo: string;
  mainContractNo: string | null;
  pledgors: PledgeParty[];
  pledgee: PledgeParty;
  debtor: PledgeParty | null;
  claimKind: string;
  secured: string;
  debtFrom: string;
  debtTo: string;
  scope: string | null;
  maximum: boolean;
  items: PledgeItemOrder[];
}

/** `allocated` is given for every right or for none; values and parts in yuan. */
export interface PledgeItemOrder {
  rightId: string;
  allocated?: string | null;
  value?: string | null;
  valueSource?: string | null;
  dataHash?: string | null;
}

export type PledgeState = 'open' | 'partly' | 'perfected' | 'released' | 'lost';

export interface PledgeRow {
  id: string;
  contractNo: string;
  mainContractNo: string;
  pledgors: string[];
  pledgee: string;
  debtor: string;
  claimKind: string;
  claimKindTitle: string;
  maximum: boolean;
  secured: Decimal;
  debtFrom: string;
  debtTo: string;
  state: PledgeState;
  stateTitle: string;
  version: number;
  changedAt: string;
  changedBy: string;
}

export interface PledgedStanding {
  n: number;
  state: string;
  stateTitle: string;
  counts: 'in_force' | 'unverified' | 'over';
  expires: string | null;
}

export interface PledgeCover {
  day: string;
  allocated: Decimal;
  carried: Decimal;
  unverified: Decimal;
  inForce: Decimal | null;
  coverage: Decimal | null;
  standings: PledgedStanding[];
}

export interface PledgeChange {
  registrationId: string;
  registry: string;
  registryTitle: string;
  step: RegistrationStep;
}

export interface Incident {
  id: string;
  pledgeId: string;
  registrationId: string;
  kind: string;
  kindTitle: string;
  recordedOn: string;
  effectiveOn: string;
  lost: Decimal;
  open: boolean;
  note: string;
  at: string;
  by: string;
  closedBy: string | null;
  version: number;
}

export interface PledgeDetail {
  row: PledgeRow;
  pledgors: PledgeParty[];
  pledgee: PledgeParty;
  debtor: PledgeParty;
  scope: string;
  forfeiture: boolean;
  value: Decimal | null;
  items: PledgeItem[];
  registrations: RegistrationRow[];
  incidents: Incident[];
  cover: PledgeCover;
  changes: PledgeChange[];
}

export interface ReplacementOrder {
  outgoing: number;
  incoming: { rightId: string; value: string; valueSource: string; allocated?: string | null; dataHash?: string | null }[];
  consent: string;
  baseVersion: number;
}

export interface StepOrder {
  act: string;
  on: string;
  effective?: string | null;
  receiptNo?: string | null;
  registrationNo?: string | null;
  channel?: string | null;
  expires?: string | null;
  due?: string | null;
  note?: string | null;
  rights?: string[] | null;
  baseVersion?: number | null;
}

export interface StatementOrder {
  kind: string;
  ground: string;
  who: string;
  document: string;
  on: string;
  rightId?: string | null;
}

export interface AnswerLine {
  line: number;
  reference: string;
  result: string;
  registrationId: string | null;
  outcome: 'taken' | 'repeated' | 'refused';
  stateTitle: string | null;
  reason: Finding | null;
}

export interface AnswerFile {
  fileId: string;
  registry: string;
  name: string;
  sha256: string;
  taken: number;
  repeated: number;
  refused: number;
  lines: AnswerLine[];
  at: string;
  by: string;
}

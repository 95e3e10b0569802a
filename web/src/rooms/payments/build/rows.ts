import type { Item, NewItem, PayAccount, PayeeKind, SourceUse } from '../../../api/paymentTypes';
import { formatMoney, parseMoney, sum } from '../../../format';

/** A payment as it is being written: everything as typed. */
export interface Row {
  key: string;
  payeeName: string;
  kind: PayeeKind;
  account: string;
  agentName: string;
  agentCnaps: string;
  operatingBank: string;
  amount: string;
  purpose: string;
  remittance: string;
  loanNo: string;
  counterAccount: string;
  purposeCode: string;
  sources: readonly SourceUse[];
}

export type TextField = Exclude<keyof Row, 'key' | 'kind' | 'sources'>;

let made = 0;

/** A key for a row of the page; it is never sent. */
export function nextKey(): string {
  made += 1;
  return `r${made}`;
}

export function blankRow(kind: PayeeKind): Row {
  return { key: nextKey(), payeeName: '', kind, account: '', agentName: '', agentCnaps: '', operatingBank: '', amount: '', purpose: '', remittance: '', loanNo: '', counterAccount: '', purposeCode: '', sources: [] };
}

export function isBlank(row: Row): boolean {
  return [row.payeeName, row.account, row.amount, row.loanNo].every(text => text.trim() === '');
}

/** What was read of a table, or stands in a batch already. An amount that is none stays as it was written. */
export function rowOf(item: NewItem | Item): Row {
  return {
    key: nextKey(),
    payeeName: item.payeeName,
    kind: item.kind,
    account: item.account,
    agentName: item.agentName ?? '',
    agentCnaps: item.agentCnaps ?? '',
    operatingBank: item.operatingBank ?? '',
    amount: /^\d+(\.\d{1,2})?$/.test(item.amount) ? formatMoney(item.amount, 'yuan') : item.amount,
    purpose: item.purpose ?? '',
    remittance: item.remittance ?? '',
    loanNo: item.loanNo ?? '',
    counterAccount: item.counterAccount ?? '',
    purposeCode: item.purposeCode ?? '',
    sources: item.sources ?? [],
  };
}

/** A payee of the directory; amount and purpose are still to be written. */
export function rowOfPayee(payee: PayAccount): Row {
  return { ...blankRow(payee.kind), payeeName: payee.name, account: payee.number, agentName: payee.agentName ?? '', agentCnaps: payee.agentCnaps ?? '', operatingBank: payee.operatingBank ?? '' };
}

const given = (text: string) => (text.trim() === '' ? null : text.trim());

/** The row as it is sent; an amount that cannot be read is sent as typed, so that the refusal names it. */
export function itemOf(row: Row): NewItem {
  return {
    payeeName: row.payeeName.trim(),
    account: row.account.replace(/\s/g, ''),
    amount: parseMoney(row.amount) ?? row.amount.trim(),
    kind: row.kind,
    agentName: given(row.agentName),
    agentCnaps: given(row.agentCnaps),
    operatingBank: row.kind === 'ecny_wallet' ? given(row.operatingBank) : null,
    purpose: given(row.purpose),
    purposeCode: given(row.purposeCode),
    remittance: given(row.remittance),
    loanNo: given(row.loanNo),
    counterAccount: given(row.counterAccount),
    sources: row.sources.length === 0 ? null : [...row.sources],
  };
}

export interface Totals {
  count: number;
  total: string;
  /** Rows whose amount cannot be read. */
  unread: number;
}

export function totalsOf(rows: readonly Row[]): Totals {
  const amounts = rows.filter(row => !isBlank(row)).map(row => parseMoney(row.amount));
  return { count: amounts.length, total: sum(amounts) ?? '0.00', unread: amounts.filter(amount => amount === null).length };
}

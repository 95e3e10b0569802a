import type { Batch, Item, NewBatch } from '../../../api/paymentTypes';
import { compareAmounts, difference, parseMoney } from '../../../format';
import { blankRow, isBlank, itemOf, nextKey, rowOf, type Row, type Totals } from './rows';

/** A batch being written; kept in this browser until it is made. */
export interface Draft {
  title: string;
  accountId: string;
  channel: string;
  valueDate: string;
  purpose: string;
  counterAccount: string;
  controlTotal: string;
  controlCount: string;
  rows: readonly Row[];
}

export function newDraft(today: string): Draft {
  return { title: '', accountId: '', channel: '', valueDate: today, purpose: '', counterAccount: '', controlTotal: '', controlCount: '', rows: [blankRow('bank')] };
}

export function draftOf(batch: Batch, items: readonly Item[]): Draft {
  return { title: batch.title, accountId: batch.accountId, channel: batch.channel, valueDate: batch.valueDate, purpose: batch.purpose, counterAccount: batch.counterAccount ?? '', controlTotal: '', controlCount: '', rows: items.map(rowOf) };
}

/** What is sent; blank rows are left out. */
export function batchOf(draft: Draft): NewBatch {
  const count = draft.controlCount.trim();
  return {
    title: draft.title.trim(),
    accountId: draft.accountId,
    channel: draft.channel,
    valueDate: draft.valueDate,
    purpose: draft.purpose.trim(),
    counterAccount: draft.counterAccount.trim() === '' ? null : draft.counterAccount.trim(),
    controlTotal: draft.controlTotal.trim() === '' ? null : (parseMoney(draft.controlTotal) ?? draft.controlTotal.trim()),
    controlCount: /^\d{1,6}$/.test(count) ? Number(count) : null,
    items: draft.rows.filter(row => !isBlank(row)).map(itemOf),
  };
}

export interface Control {
  /** Items less what its source states; null when it states nothing. */
  total: string | null;
  count: number | null;
  agrees: boolean;
}

/** The items against the total and the count their source states. */
export function controlOf(draft: Draft, totals: Totals): Control {
  const stated = parseMoney(draft.controlTotal);
  const total = stated === null ? null : difference(totals.total, stated);
  const count = /^\d{1,6}$/.test(draft.controlCount.trim()) ? totals.count - Number(draft.controlCount.trim()) : null;
  const unread = (draft.controlTotal.trim() !== '' && stated === null) || (draft.controlCount.trim() !== '' && count === null);
  return { total, count, agrees: !unread && (total === null || compareAmounts(total, '0') === 0) && (count === null || count === 0) };
}

const place = (person: string, batch: string) => `zhirong.payments.${person}.${batch}`;

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Each person keeps drafts of their own: a browser may be shared. */
export function keepDraft(shelf: Shelf, person: string, batch: string, draft: Draft): void {
  shelf.setItem(place(person, batch), JSON.stringify(draft));
}

export function forgetDraft(shelf: Shelf, person: string, batch: string): void {
  shelf.removeItem(place(person, batch));
}

/** A draft kept before; null when there is none, or it is of another form. Its rows get fresh keys. */
export function readDraft(shelf: Shelf, person: string, batch: string): Draft | null {
  try {
    const read = JSON.parse(shelf.getItem(place(person, batch)) ?? 'null') as Draft | null;
    if (read === null || !Array.isArray(read.rows)) return null;
    const rest = newDraft('');
    return { ...rest, ...read, rows: read.rows.map(row => ({ ...blankRow('bank'), ...row, key: nextKey() })) };
  } catch {
    return null;
  }
}

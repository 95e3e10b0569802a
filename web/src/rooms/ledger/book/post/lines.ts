import type { NewEntry, Side } from '../../../../api/ledgerTypes';
import { compareAmounts, difference, isZero, parseMoney, sum } from '../../../../format';

/** A line as typed: the account's code, a side, and an amount still in words (2300万). */
export interface DraftLine {
  key: string;
  account: string;
  side: Side;
  amount: string;
}

/** An entry as typed; `id` is made once, so that sending it again does not post it again. */
export interface EntryDraft {
  id: string;
  effective: string;
  event: string;
  memo: string;
  lines: DraftLine[];
}

/** What stands between a draft and an entry. */
export interface Standing {
  debit: string;
  credit: string;
  /** Zero when both sides are equal; else how much one side has more. */
  difference: string;
  more: Side | null;
  balanced: boolean;
}

/** An amount above zero in whole fen; null for everything else. */
export function lineAmount(text: string): string | null {
  const amount = parseMoney(text);
  return amount !== null && compareAmounts(amount, '0') > 0 ? amount : null;
}

const isBlank = (line: DraftLine) => line.account === '' && line.amount.trim() === '';

export function standing(lines: readonly DraftLine[]): Standing {
  const of = (side: Side) => sum(lines.filter(line => line.side === side).map(line => lineAmount(line.amount))) ?? '0.00';
  const [debit, credit] = [of('debit'), of('credit')];
  const more = compareAmounts(debit, credit);
  const apart = (more >= 0 ? difference(debit, credit) : difference(credit, debit)) ?? '0.00';
  return { debit, credit, difference: apart, more: more === 0 ? null : more > 0 ? 'debit' : 'credit', balanced: more === 0 && !isZero(debit) };
}

/** The amounts with which the line at `index` would make both sides equal; null when the line stands on the heavier side without it. */
export function fill(lines: readonly DraftLine[], index: number): string | null {
  const line = lines[index];
  if (line === undefined) return null;
  const rest = standing(lines.filter((_, place) => place !== index));
  return rest.more === null || rest.more === line.side ? null : rest.difference;
}

export type Missing = 'lines' | 'account' | 'amount' | 'balance' | 'event' | 'effective';

/** The first thing that stands between a draft and an entry; null when it can be sent. Blank lines do not count. */
export function missing(draft: EntryDraft): Missing | null {
  const lines = draft.lines.filter(line => !isBlank(line));
  if (lines.length < 2) return 'lines';
  if (lines.some(line => line.account === '')) return 'account';
  if (lines.some(line => lineAmount(line.amount) === null)) return 'amount';
  if (!standing(lines).balanced) return 'balance';
  if (draft.event === '') return 'event';
  return draft.effective === '' ? 'effective' : null;
}

/** The entry to send; null while something is missing. */
export function toEntry(draft: EntryDraft): NewEntry | null {
  if (missing(draft) !== null) return null;
  const lines = draft.lines.flatMap(line => {
    const amount = lineAmount(line.amount);
    return isBlank(line) || amount === null ? [] : [{ account: line.account, side: line.side, amount }];
  });
  return { id: draft.id, effective: draft.effective, event: draft.event, memo: draft.memo.trim(), lines };
}

/** Which typed line the server's `lines[n]` is: blank ones were not sent. */
export function sentIndex(lines: readonly DraftLine[], index: number): number {
  return lines.slice(0, index).filter(line => !isBlank(line)).length;
}

import type { EntryLine } from '../../../api/ledgerTypes';

/** Debit before credit, as an entry is read; within a side as it was posted. */
export function debitFirst(lines: readonly EntryLine[]): EntryLine[] {
  return [...lines.filter(line => line.side === 'debit'), ...lines.filter(line => line.side === 'credit')];
}

import type { PayeeKind } from '../../../api/paymentTypes';
import { blankRow, isBlank, type Row } from './rows';

/** The columns of the table, in the order they stand and are pasted into. */
export const columns = ['payeeName', 'kind', 'account', 'agent', 'agentCnaps', 'amount', 'purpose', 'loanNo'] as const;
export type Column = (typeof columns)[number];

/** Cells of a block copied from a spreadsheet. */
export function cellsOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map(line => line.split('\t').map(cell => cell.trim()));
}

/** Whether a block brings its own column titles: then the server reads it by them. */
export function hasTitles(cells: readonly (readonly string[])[]): boolean {
  const [head = []] = cells;
  return head.some(cell => /收款|户名|payee|^name$/i.test(cell)) && head.some(cell => /账号|钱包|account|wallet/i.test(cell)) && head.some(cell => /金额|amount/i.test(cell));
}

export function kindNamed(text: string): PayeeKind {
  return /数字|钱包|wallet|e-?cny/i.test(text) ? 'ecny_wallet' : 'bank';
}

export function cellOf(row: Row, column: Column): string {
  return column === 'agent' ? (row.kind === 'ecny_wallet' ? row.operatingBank : row.agentName) : row[column];
}

export function withCell(row: Row, column: Column, text: string): Row {
  if (column === 'kind') return { ...row, kind: kindNamed(text) };
  if (column === 'agent') return row.kind === 'ecny_wallet' ? { ...row, operatingBank: text } : { ...row, agentName: text };
  return { ...row, [column]: text };
}

/** Lays a block over the table from a cell on; rows that are wanted are added. */
export function pasteAt(rows: readonly Row[], at: number, column: Column, cells: readonly (readonly string[])[]): Row[] {
  const first = columns.indexOf(column);
  const next = [...rows];
  cells.forEach((line, down) => {
    const place = at + down;
    let row = next[place] ?? blankRow(next[place - 1]?.kind ?? 'bank');
    line.forEach((cell, across) => {
      const name = columns[first + across];
      if (name !== undefined) row = withCell(row, name, cell);
    });
    next[place] = row;
  });
  return next;
}

/** Rows that were read join those that stand; blank ones go. */
export function joined(rows: readonly Row[], more: readonly Row[]): Row[] {
  return [...rows.filter(row => !isBlank(row)), ...more];
}

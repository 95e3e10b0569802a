import type { ChartAccount, Side } from '../../../../api/ledgerTypes';
import { isZero } from '../../../../format';
import { accountNamed } from '../../accountSearch';
import { lineAmount, type DraftLine } from './lines';

export type Fault = 'account' | 'side' | 'amount' | 'shape';

export interface PastedRow {
  /** Its place in what was pasted, from 1. */
  row: number;
  text: string;
  line: Omit<DraftLine, 'key'> | null;
  fault: Fault | null;
}

const debitWords = ['借', '借方', 'debit', 'dr', 'd'];
const creditWords = ['贷', '贷方', 'credit', 'cr', 'c'];
const plain = (text: string) => text.normalize('NFKC').replace(/[\s.:：]/g, '').toLowerCase();

export function sideNamed(text: string): Side | null {
  const word = plain(text);
  return debitWords.includes(word) ? 'debit' : creditWords.includes(word) ? 'credit' : null;
}

const empty = (text: string | undefined) => text === undefined || text.trim() === '' || /^[-—]$/.test(text.trim()) || isZero(text);

/** Side and amount of a row: `借 | 100`, or a column for each side of which one is filled. */
function moved(cells: readonly string[]): { side: Side; amount: string } | Fault {
  const [second = '', third = ''] = cells;
  const side = sideNamed(second);
  if (side !== null) return lineAmount(third) === null ? 'amount' : { side, amount: third.trim() };
  const blank = [second, third].map(empty);
  if (blank[0] === true && blank[1] === true) return 'side';
  if (blank[0] === false && blank[1] === false) return lineAmount(second) === null && lineAmount(third) !== null ? 'side' : 'amount';
  const amount = blank[0] === true ? third : second;
  return lineAmount(amount) === null ? 'amount' : { side: blank[0] === true ? 'credit' : 'debit', amount: amount.trim() };
}

function isHead(cells: readonly string[]): boolean {
  return cells.every(cell => lineAmount(cell) === null) && /科目|account/i.test(cells[0] ?? '');
}

function readRow(accounts: readonly ChartAccount[], cells: readonly string[], row: number, text: string): PastedRow {
  const fail = (fault: Fault) => ({ row, text, line: null, fault });
  if (cells.length < 2) return fail('shape');
  const account = accountNamed(accounts, cells[0] ?? '');
  if (account === null) return fail('account');
  const movement = moved(cells.slice(1));
  if (typeof movement === 'string') return fail(movement);
  return { row, text, line: { account: account.code, ...movement }, fault: null };
}

/** Rows copied from a spreadsheet (tab between cells): account, side, amount; or account, debit, credit. A head of column names is passed over. */
export function readPaste(accounts: readonly ChartAccount[], text: string): PastedRow[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ cells: line.split('\t').map(cell => cell.trim()), text: line.trim(), row: index + 1 }))
    .filter(({ text: line, cells, row }) => line !== '' && !(row === 1 && isHead(cells)))
    .map(({ cells, row, text: line }) => readRow(accounts, cells, row, line));
}

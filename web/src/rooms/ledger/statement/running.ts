import type { Side, Statement, StatementLine } from '../../../api/ledgerTypes';
import { difference, sum } from '../../../format';

type Moved = Pick<StatementLine, 'side' | 'amount' | 'balance'>;

/** The balance before a line: what a page that does not begin the period is carried on from. */
export function balanceBefore(line: Moved, normal: Side): string | null {
  return line.side === normal ? difference(line.balance, line.amount) : sum([line.balance, line.amount]);
}

/** A row of a statement: a line, or a balance that stands between lines. */
export type StatementRow = { key: string; line: StatementLine } | { key: 'opening' | 'carried' | 'closing' | 'toNext'; line: null; balance: string | null };

/** The lines of a page between the balance they start from and the one they end with. */
export function rowsOf({ page, account, opening, closing }: Statement): StatementRow[] {
  const [first, last] = [page.items[0], page.items.at(-1)];
  const begins = page.page === 1;
  const ends = page.page * page.pageSize >= page.total;
  const before = begins || first === undefined ? opening : balanceBefore(first, account.normal);
  const lines = page.items.map(line => ({ key: `${line.sequence} ${line.side} ${line.amount} ${line.balance}`, line }));
  return [
    { key: begins ? 'opening' : 'carried', line: null, balance: before },
    ...lines,
    { key: ends ? 'closing' : 'toNext', line: null, balance: ends ? closing : (last?.balance ?? closing) },
  ];
}

/** One point of the line drawn: the day, and the balance after the last line on it. */
export interface BalancePoint {
  day: string;
  balance: string;
}

/** The balance at the end of each day on which something moved. */
export function endOfDays<L extends { balance: string }>(lines: readonly L[], dayOf: (line: L) => string): BalancePoint[] {
  const points: BalancePoint[] = [];
  for (const line of lines) {
    const day = dayOf(line);
    const last = points.at(-1);
    if (last?.day === day) last.balance = line.balance;
    else points.push({ day, balance: line.balance });
  }
  return points;
}

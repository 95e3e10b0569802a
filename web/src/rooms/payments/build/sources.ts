import type { SourceUse } from '../../../api/paymentTypes';
import type { Source } from '../../../api/reconciliationTypes';
import { compareAmounts, difference, parseMoney, sum } from '../../../format';
import { isBlank, type Row } from './rows';

const lesser = (a: string, b: string) => (compareAmounts(a, b) <= 0 ? a : b);
const above = (amount: string) => compareAmounts(amount, '0') > 0;

/** What each source has left once the rows given have taken theirs. */
export function leftOf(sources: readonly Source[], rows: readonly Row[]): Map<string, string> {
  const left = new Map(sources.map(source => [source.id, source.left]));
  for (const use of rows.flatMap(row => row.sources)) left.set(use.id, difference(left.get(use.id) ?? '0', use.amount) ?? '0');
  return left;
}

/** Takes an amount of the sources, the oldest first; what they cannot give stays missing. `left` is taken down with it. */
function take(amount: string, sources: readonly Source[], left: Map<string, string>): SourceUse[] {
  const uses: SourceUse[] = [];
  let rest = amount;
  for (const { id } of sources) {
    const part = lesser(rest, left.get(id) ?? '0');
    if (!above(part)) continue;
    uses.push({ id, amount: part });
    left.set(id, difference(left.get(id) ?? '0', part) ?? '0');
    rest = difference(rest, part) ?? '0';
  }
  return uses;
}

/** Gives every row its sources anew, in the order of the rows and of the sources' days. */
export function allot(rows: readonly Row[], sources: readonly Source[]): Row[] {
  const byDay = [...sources].sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
  const left = leftOf(byDay, []);
  return rows.map(row => {
    const amount = parseMoney(row.amount);
    return isBlank(row) || amount === null || !above(amount) ? { ...row, sources: [] } : { ...row, sources: take(amount, byDay, left) };
  });
}

export function takenBy(row: Row): string {
  return sum(row.sources.map(use => use.amount)) ?? '0.00';
}

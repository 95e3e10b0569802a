import type { LineState, LineSum } from '../../../api/reconciliationTypes';
import { difference, sum } from '../../../format';

export interface Total {
  lines: number;
  in: string;
  out: string;
}

const open: readonly LineState[] = ['open', 'differing'];
const done: readonly LineState[] = ['matched', 'explained'];

function of(sums: readonly LineSum[], states: readonly LineState[]): Total {
  const own = sums.filter(one => states.includes(one.state));
  return { lines: own.reduce((count, one) => count + one.lines, 0), in: sum(own.map(one => one.in)) ?? '0.00', out: sum(own.map(one => one.out)) ?? '0.00' };
}

/** What the workbench says at its head: lines that want somebody, those that stand for something, those that do not count. */
export function headTotals(sums: readonly LineSum[]): { matched: Total; differing: Total; open: Total; explained: Total; aside: Total; progress: number } {
  const [waiting, settled] = [of(sums, open), of(sums, done)];
  const counted = waiting.lines + settled.lines;
  return {
    matched: of(sums, ['matched']),
    differing: of(sums, ['differing']),
    open: of(sums, ['open']),
    explained: of(sums, ['explained']),
    aside: of(sums, ['repeated', 'pending', 'untrusted']),
    progress: counted === 0 ? 100 : Math.floor((settled.lines * 100) / counted),
  };
}

/** What was expected less what is on the account, in one number with its sign. */
export function offBy(line: string, candidate: string): string {
  const size = (amount: string) => amount.replace(/^-/, '');
  return difference(size(line), size(candidate)) ?? '0.00';
}

import type { Outline, Period, Run } from '../../../../api/types';
import { isZero, sum } from '../../../../format';
import type { Translate, Word } from '../../../../words';
import { lineNames } from '../lineNames';

export type CashGroup = 'collected' | 'drawn' | 'fees' | 'tranches' | 'support' | 'unpaid' | 'balances' | 'check';

export interface CashColumn {
  key: string;
  group: CashGroup;
  title: string;
  value(period: Period): string | null;
  /** The line to explain; null where there is nothing to explain. */
  line: string | null;
  /** Sums over time make no sense for balances. */
  summed: boolean;
}

export const groupWords: Record<CashGroup, Word> = {
  collected: 'cash.group.collected',
  drawn: 'cash.group.drawn',
  fees: 'cash.group.fees',
  tranches: 'cash.group.tranches',
  support: 'cash.group.support',
  unpaid: 'cash.group.unpaid',
  balances: 'cash.group.balances',
  check: 'cash.group.check',
};

const groupOfKind: Record<string, CashGroup> = {
  tax: 'fees',
  fee: 'fees',
  interest: 'tranches',
  principal: 'tranches',
  residual: 'tranches',
  repay: 'support',
  fund: 'support',
  release: 'support',
};

function keysOf(periods: readonly Period[], of: (period: Period) => Record<string, string>): string[] {
  return [...new Set(periods.flatMap(period => Object.keys(of(period))))];
}

/** Every line of a run as a column, in the order a person reads them; what never moved and is not a term is left out. */
export function cashColumns(t: Translate, outline: Outline, run: Run): CashColumn[] {
  const names = lineNames(t, outline);
  const { periods } = run;
  const kinds = new Map(outline.lines.map(line => [line.name, groupOfKind[line.kind] ?? 'support']));
  const collected = (['interest', 'principal', 'recovery'] as const).map(
    (kind): CashColumn => ({ key: `collected.${kind}`, group: 'collected', title: t(`cash.collected.${kind}`), value: period => period.collected[kind], line: null, summed: true }),
  );
  const drawn = keysOf(periods, period => period.drawn).map(
    (id): CashColumn => ({ key: `drawn.${id}`, group: 'drawn', title: names.support(id), value: period => period.drawn[id] ?? null, line: null, summed: true }),
  );
  const paid = keysOf(periods, period => period.paid).map(
    (line): CashColumn => ({ key: `paid.${line}`, group: kinds.get(line) ?? 'support', title: names.line(line), value: period => period.paid[line] ?? null, line, summed: true }),
  );
  const unpaid = keysOf(periods, period => period.unpaid).map(
    (line): CashColumn => ({ key: `unpaid.${line}`, group: 'unpaid', title: names.line(line), value: period => period.unpaid[line] ?? null, line, summed: false }),
  );
  const balances = keysOf(periods, period => period.balances).map(
    (key): CashColumn => ({ key: `balance.${key}`, group: 'balances', title: names.balance(key), value: period => period.balances[key] ?? null, line: null, summed: false }),
  );
  const check: CashColumn[] = [
    { key: 'carried', group: 'check', title: t('cash.carried'), value: period => period.carriedCash, line: null, summed: false },
    { key: 'check', group: 'check', title: t('cash.check'), value: period => period.check, line: null, summed: true },
  ];
  const moved = (column: CashColumn) => periods.some(period => column.value(period) !== null && !isZero(column.value(period)));
  const inGroup = (group: CashGroup) => paid.filter(column => column.group === group);
  return [
    ...collected.filter(column => column.key !== 'collected.recovery' || moved(column)),
    ...drawn,
    ...inGroup('fees'),
    ...inGroup('tranches'),
    ...inGroup('support'),
    ...unpaid.filter(moved),
    ...balances,
    ...check,
  ];
}

/** The total of a column; null for balances. */
export function totalOf(column: CashColumn, run: Run): string | null {
  return column.summed ? sum(run.periods.map(period => column.value(period))) : null;
}

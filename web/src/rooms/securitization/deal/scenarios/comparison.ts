import type { Outline, Run } from '../../../../api/types';
import { difference, formatNumber, formatPercent, isZero, none, sum } from '../../../../format';
import type { Translate } from '../../../../words';
import { lineNames } from '../lineNames';

export type Measure = 'money' | 'years' | 'rate' | 'words';

export interface ComparedItem {
  key: string;
  title: string;
  measure: Measure;
  base: string | null;
  scenario: string | null;
  /** Scenario less base; null for words or where one is missing. */
  difference: string | null;
  differs: boolean;
}

function total(run: Run, of: (period: Run['periods'][number]) => (string | null | undefined)[]): string | null {
  return sum(run.periods.flatMap(of));
}

function firstTrigger(t: Translate, run: Run, name: (id: string) => string): string {
  const fired = run.fired?.[0];
  return fired === undefined ? none : t('summary.fired.at', { k: fired.k, name: name(fired.trigger) });
}

/** The base and the scenario item by item: collections, draws, tranches, the first trigger. */
export function compareRuns(t: Translate, outline: Outline, base: Run, scenario: Run): ComparedItem[] {
  const names = lineNames(t, outline);
  const fees = outline.lines.filter(line => line.kind === 'tax' || line.kind === 'fee').map(line => line.name);
  const item = (key: string, title: string, measure: Measure, of: (run: Run) => string | null): ComparedItem => {
    const [left, right] = [of(base), of(scenario)];
    const change = measure === 'words' ? null : difference(right, left);
    return { key, title, measure, base: left, scenario: right, difference: change, differs: change === null ? left !== right : !isZero(change) };
  };
  const tranches = outline.tranches.flatMap(({ id, residual }) => {
    const title = (word: string) => `${names.tranche(id)} · ${word}`;
    return [
      ...(residual ? [] : [item(`${id}.interest`, title(t('summary.interest')), 'money', run => run.summary[id]?.interest ?? null)]),
      item(`${id}.principal`, title(t('summary.principal')), 'money', run => run.summary[id]?.principal ?? null),
      ...(residual ? [item(`${id}.residual`, title(t('summary.residual')), 'money', run => run.summary[id]?.residual ?? null)] : []),
      item(`${id}.unpaid`, title(t('summary.unpaid')), 'money', run => run.summary[id]?.unpaid ?? null),
      item(`${id}.wal`, title(t('summary.wal')), 'years', run => run.summary[id]?.wal ?? null),
      item(`${id}.irr`, title(t('summary.irr')), 'rate', run => run.summary[id]?.irr ?? null),
    ];
  });
  return [
    item('collected', t('summary.collected'), 'money', run => total(run, ({ collected }) => [collected.interest, collected.principal, collected.recovery])),
    item('defaulted', t('summary.defaulted'), 'money', run => total(run, period => [period.defaulted])),
    ...outline.supports.map(({ id }) => item(`${id}.drawn`, t('summary.drawn', { name: names.support(id) }), 'money', run => total(run, period => [period.drawn[id]]))),
    item('fees', t('summary.fees'), 'money', run => total(run, period => fees.map(line => period.paid[line]))),
    ...tranches,
    item('fired', t('summary.fired'), 'words', run => firstTrigger(t, run, names.trigger)),
  ];
}

/** A figure that is not money, in its own measure. */
export function formatMeasure(value: string | null, measure: Measure): string {
  if (measure === 'words') return value ?? none;
  return measure === 'rate' ? formatPercent(value) : formatNumber(value, 2);
}

import type { EChartsOption } from 'echarts';
import type { Outline, Period, Run } from '../../../../api/types';
import { sum, type MoneyUnit } from '../../../../format';
import type { Palette } from '../../../../shell/palette';
import type { Translate } from '../../../../words';
import { cashOption, type CashSeries } from '../cash/cashCharts';

export const overlays = ['senior', 'payments', 'collections'] as const;
export type Overlay = (typeof overlays)[number];

function measured(overlay: Overlay, outline: Outline): (period: Period) => string | null {
  const senior = outline.tranches.filter(tranche => !tranche.residual).map(tranche => tranche.id);
  const notes = outline.lines.filter(line => line.tranche !== null).map(line => line.name);
  switch (overlay) {
    case 'senior':
      return period => sum(senior.map(id => period.balances[id]));
    case 'payments':
      return period => sum(notes.map(line => period.paid[line]));
    case 'collections':
      return ({ collected }) => sum([collected.interest, collected.principal, collected.recovery]);
  }
}

export interface OverlayRuns {
  base: Run;
  scenario: Run;
  name: string;
}

/** The scenario's series over the base's. */
export function overlaySeries(t: Translate, outline: Outline, { base, scenario, name }: OverlayRuns, overlay: Overlay): CashSeries[] {
  const of = measured(overlay, outline);
  return [
    { name: t('scenario.base'), colour: 4, backdrop: true, values: base.periods.map(of) },
    { name, colour: 1, values: scenario.periods.map(of) },
  ];
}

/** Bars side by side, not stacked; balances as lines. */
export function overlayOption(t: Translate, palette: Palette, unit: MoneyUnit, run: Run, overlay: Overlay, series: readonly CashSeries[]): EChartsOption {
  const option = cashOption(overlay === 'senior' && run.periods.length > 1 ? 'line' : 'bar', t, palette, unit, run.periods, series);
  const drawn = Array.isArray(option.series) ? option.series : [];
  return { ...option, series: drawn.map(one => (one.type === 'bar' ? { ...one, stack: undefined } : one)) };
}

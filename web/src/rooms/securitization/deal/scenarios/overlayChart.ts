import type { EChartsOption } from 'echarts';
import type { Outline, Period, Run } from '../../../../api/types';
import { sum, type MoneyUnit } from '../../../../format';
import type { Palette } from '../../../../shell/palette';
import type { Translate } from '../../../../words';
import { balanceDates, cashOption, type CashSeries } from '../cash/cashCharts';

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

/** Balances begin on closing, flows with the first payment date. */
export function overlayDates(outline: Outline, base: Run, overlay: Overlay): string[] {
  return overlay === 'senior' ? balanceDates(outline, base) : base.periods.map(period => period.date);
}

/** The scenario's series over the base's. */
export function overlaySeries(t: Translate, outline: Outline, { base, scenario, name }: OverlayRuns, overlay: Overlay): CashSeries[] {
  const of = measured(overlay, outline);
  const opening = overlay === 'senior' ? [sum(outline.tranches.filter(tranche => !tranche.residual).map(tranche => tranche.size))] : [];
  return [
    { name: t('scenario.base'), colour: 4, backdrop: true, values: [...opening, ...base.periods.map(of)] },
    { name, colour: 1, values: [...opening, ...scenario.periods.map(of)] },
  ];
}

/** Bars side by side, not stacked; balances as lines. */
export function overlayOption(t: Translate, palette: Palette, unit: MoneyUnit, dates: readonly string[], overlay: Overlay, series: readonly CashSeries[]): EChartsOption {
  const option = cashOption(overlay === 'senior' ? 'line' : 'bar', t, palette, unit, dates, series);
  const drawn = Array.isArray(option.series) ? option.series : [];
  return { ...option, series: drawn.map(one => (one.type === 'bar' ? { ...one, stack: undefined } : one)) };
}

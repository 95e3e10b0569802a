import type { EChartsOption } from 'echarts';
import type { Outline, Run } from '../../../../api/types';
import { categoryAxis, dress, valueAxis } from '../../../../chart/dress';
import { exactYuan, isZero, plotted, sum, type MoneyUnit } from '../../../../format';
import type { Palette } from '../../../../shell/palette';
import type { Translate, Word } from '../../../../words';
import { lineNames } from '../lineNames';

export interface CashSeries {
  name: string;
  colour: number;
  /** Drawn to compare with, not as the subject. */
  backdrop?: boolean;
  values: (string | null)[];
}

/** Payments of each date in at most five parts, senior first. */
export function paymentSeries(t: Translate, outline: Outline, run: Run): CashSeries[] {
  const residual = new Set(outline.tranches.filter(tranche => tranche.residual).map(tranche => tranche.id));
  const part = (word: Word, colour: number, wanted: (kind: string, tranche: string | null) => boolean): CashSeries => {
    const lines = outline.lines.filter(line => wanted(line.kind, line.tranche)).map(line => line.name);
    return { name: t(word), colour, values: run.periods.map(period => sum(lines.map(line => period.paid[line]))) };
  };
  return [
    part('cash.series.principal', 0, (kind, tranche) => kind === 'principal' && tranche !== null && !residual.has(tranche)),
    part('cash.series.interest', 1, (kind, tranche) => kind === 'interest' && tranche !== null && !residual.has(tranche)),
    part('cash.series.subordinated', 2, (_, tranche) => tranche !== null && residual.has(tranche)),
    part('cash.series.fees', 3, kind => kind === 'tax' || kind === 'fee'),
    part('cash.series.support', 4, kind => kind === 'repay' || kind === 'fund'),
  ].filter(series => series.values.some(value => value !== null && !isZero(value)));
}

/** Where balances stand: on closing, then after each payment date. */
export function balanceDates(outline: Outline, run: Run): string[] {
  return [outline.closing, ...run.periods.map(period => period.date)];
}

/** Balances on `balanceDates`, the largest six; what a reserve or a claim held on closing is not part of a run. */
export function balanceSeries(t: Translate, outline: Outline, run: Run): CashSeries[] {
  const names = lineNames(t, outline);
  const keys = [...new Set(run.periods.flatMap(period => Object.keys(period.balances)))];
  const most = (key: string) => Math.max(...run.periods.map(period => plotted(period.balances[key])));
  return keys
    .filter(key => outline.tranches.some(tranche => tranche.id === key) || most(key) > 0)
    .sort((a, b) => most(b) - most(a))
    .slice(0, 6)
    .map((key, colour) => ({
      name: names.balance(key),
      colour,
      values: [outline.tranches.find(tranche => tranche.id === key)?.size ?? null, ...run.periods.map(period => period.balances[key] ?? null)],
    }));
}

function tooltip(t: Translate, dates: readonly string[], series: readonly CashSeries[]) {
  return (points: unknown): string => {
    const list = points as { dataIndex: number; marker: string; seriesIndex: number }[];
    const date = dates[list[0]?.dataIndex ?? -1];
    if (date === undefined) return '';
    const lines = list.map(point => {
      const one = series[point.seriesIndex];
      return `<tr><td>${point.marker}${one?.name ?? ''}</td><td style="text-align:right;padding-left:12px">${exactYuan(one?.values[point.dataIndex])}</td></tr>`;
    });
    return `${date} · ${t('shell.unit.yuan')}<table>${lines.join('')}</table>`;
  };
}

const axisNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

export function cashOption(kind: 'bar' | 'line', t: Translate, palette: Palette, unit: MoneyUnit, dates: readonly string[], series: readonly CashSeries[]): EChartsOption {
  const base = dress(palette);
  return {
    ...base,
    tooltip: { ...base.tooltip, formatter: tooltip(t, dates, series) },
    xAxis: { ...categoryAxis(palette, dates), boundaryGap: kind === 'bar' || dates.length < 3 },
    yAxis: valueAxis(palette, t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan'), value => axisNumber.format(value)),
    series: series.map(one => {
      const shared = { name: one.name, data: one.values.map(value => (value === null ? null : plotted(value, unit))), itemStyle: { color: palette.series[one.colour] } };
      return kind === 'bar'
        ? { ...shared, type: 'bar' as const, stack: 'paid', barMaxWidth: 36 }
        : { ...shared, type: 'line' as const, step: 'end' as const, symbolSize: 6, lineStyle: { width: 2, color: palette.series[one.colour], type: one.backdrop === true ? ('dashed' as const) : ('solid' as const) } };
    }),
  };
}

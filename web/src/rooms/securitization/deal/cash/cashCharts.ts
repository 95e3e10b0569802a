import type { EChartsOption } from 'echarts';
import type { Outline, Period, Run } from '../../../../api/types';
import { categoryAxis, dress, valueAxis } from '../../../../chart/dress';
import { exactYuan, formatMoney, plotted, sum, type MoneyUnit } from '../../../../format';
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
  ].filter(series => series.values.some(value => value !== null));
}

/** Balances after each date, the largest six. */
export function balanceSeries(t: Translate, outline: Outline, run: Run): CashSeries[] {
  const names = lineNames(t, outline);
  const keys = [...new Set(run.periods.flatMap(period => Object.keys(period.balances)))];
  const most = (key: string) => Math.max(...run.periods.map(period => plotted(period.balances[key])));
  return keys
    .filter(key => outline.tranches.some(tranche => tranche.id === key) || most(key) > 0)
    .sort((a, b) => most(b) - most(a))
    .slice(0, 6)
    .map((key, colour) => ({ name: names.balance(key), colour, values: run.periods.map(period => period.balances[key] ?? null) }));
}

function tooltip(t: Translate, periods: readonly Period[], series: readonly CashSeries[]) {
  return (points: unknown): string => {
    const list = points as { dataIndex: number; marker: string; seriesIndex: number }[];
    const period = periods[list[0]?.dataIndex ?? -1];
    if (period === undefined) return '';
    const lines = list.map(point => {
      const one = series[point.seriesIndex];
      return `<tr><td>${point.marker}${one?.name ?? ''}</td><td style="text-align:right;padding-left:12px">${exactYuan(one?.values[point.dataIndex])}</td></tr>`;
    });
    return `${period.date}（${t('shell.unit.yuan')}）<table>${lines.join('')}</table>`;
  };
}

function axisNumber(unit: MoneyUnit): (value: number) => string {
  return value => formatMoney(unit === 'wan' ? `${value}0000` : String(value), unit).replace(/\.00$/, '');
}

export function cashOption(kind: 'bar' | 'line', t: Translate, palette: Palette, unit: MoneyUnit, periods: readonly Period[], series: readonly CashSeries[]): EChartsOption {
  const base = dress(palette);
  const dates = periods.map(period => period.date);
  return {
    ...base,
    tooltip: { ...base.tooltip, formatter: tooltip(t, periods, series) },
    xAxis: { ...categoryAxis(palette, dates), boundaryGap: kind === 'bar' || dates.length < 3 },
    yAxis: valueAxis(palette, t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan'), axisNumber(unit)),
    series: series.map(one => {
      const shared = { name: one.name, data: one.values.map(value => plotted(value, unit)), itemStyle: { color: palette.series[one.colour] } };
      return kind === 'bar'
        ? { ...shared, type: 'bar' as const, stack: 'paid', barMaxWidth: 36 }
        : { ...shared, type: 'line' as const, step: 'end' as const, symbolSize: 6, lineStyle: { width: 2, color: palette.series[one.colour], type: one.backdrop === true ? ('dashed' as const) : ('solid' as const) } };
    }),
  };
}

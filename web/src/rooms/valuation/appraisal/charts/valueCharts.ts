import type { EChartsOption } from 'echarts';
import type { Drawn, TornadoBar, ValueResult } from '../../../../api/valuationTypes';
import { categoryAxis, dress, valueAxis } from '../../../../chart/dress';
import { plotted, type MoneyUnit } from '../../../../format';
import type { Palette } from '../../../../shell/palette';
import type { Translate } from '../../../../words';

const short = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

/** A bin of the simulated values: its ends and which part of all draws fell into it. */
export interface Bin {
  from: string;
  to: string;
  share: number;
}

export function bins(drawn: Drawn): Bin[] {
  const all = drawn.counts.reduce((sum, count) => sum + count, drawn.outside);
  return drawn.counts.map((count, index) => ({ from: drawn.edges[index] ?? '0', to: drawn.edges[index + 1] ?? '0', share: all === 0 ? 0 : count / all }));
}

export function distributionOption(t: Translate, palette: Palette, unit: MoneyUnit, drawn: Drawn, simulation: NonNullable<ValueResult['simulation']>, unitWord: string): EChartsOption {
  const all = bins(drawn);
  const step = all.length === 0 ? 1 : (plotted(all[0]?.to, unit) - plotted(all[0]?.from, unit));
  const mark = (name: string, value: string, dashed: boolean) => ({ name, xAxis: plotted(value, unit), lineStyle: { type: dashed ? ('dashed' as const) : ('solid' as const) } });
  const base = dress(palette);
  return {
    ...base,
    legend: { show: false },
    grid: { left: 8, right: 20, top: 48, bottom: 24, containLabel: true },
    tooltip: { ...base.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: value => `${(Number(value) * 100).toFixed(2)}%` },
    xAxis: { ...valueAxis(palette, unitWord, short), min: plotted(all[0]?.from, unit), max: plotted(all[all.length - 1]?.to, unit), nameLocation: 'middle', nameGap: 26, splitLine: { show: false }, nameTextStyle: { color: palette.textSoft } },
    yAxis: { ...valueAxis(palette, t('value.chart.share'), value => `${(value * 100).toFixed(0)}%`), nameGap: 28 },
    series: [
      {
        type: 'bar',
        name: t('value.chart.share'),
        barCategoryGap: '6%',
        itemStyle: { color: palette.series[1] ?? palette.accent },
        data: all.map(bin => [plotted(bin.from, unit) + step / 2, bin.share]),
        markLine: {
          symbol: 'none',
          label: { color: palette.text, formatter: '{b}' },
          lineStyle: { color: palette.series[3] ?? palette.amber, width: 2 },
          data: [mark('P5', simulation.p5, true), mark('P50', simulation.p50, false), mark('P95', simulation.p95, true)],
        },
      },
    ],
  };
}

/** The bars from the widest to the narrowest. */
export function sorted(bars: readonly TornadoBar[]): TornadoBar[] {
  const width = (bar: TornadoBar) => Math.abs(Number(bar.atHigh) - Number(bar.atLow));
  return [...bars].sort((a, b) => width(b) - width(a));
}

export function tornadoOption(t: Translate, palette: Palette, unit: MoneyUnit, bars: readonly TornadoBar[], middle: string, unitWord: string): EChartsOption {
  const shown = sorted(bars).slice(0, 14).reverse();
  const base = dress(palette);
  const centre = plotted(middle, unit);
  const series = (name: string, at: 'atLow' | 'atHigh', colour: string) => ({ type: 'bar' as const, name, stack: 'tornado', barWidth: 14, itemStyle: { color: colour }, data: shown.map(bar => plotted(bar[at], unit) - centre) });
  return {
    ...base,
    grid: { left: 8, right: 20, top: 36, bottom: 26, containLabel: true },
    tooltip: { ...base.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: value => `${Number(value) > 0 ? '+' : ''}${Number(value).toFixed(2)}` },
    xAxis: { ...valueAxis(palette, t('value.chart.change', { unit: unitWord }), short), nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: palette.textSoft } },
    yAxis: { ...categoryAxis(palette, shown.map(bar => bar.input)), axisLabel: { color: palette.textSoft, width: 150, overflow: 'truncate' } },
    series: [series(t('value.chart.low'), 'atLow', palette.series[3] ?? palette.amber), series(t('value.chart.high'), 'atHigh', palette.series[1] ?? palette.accent)],
  };
}

export interface Spoke {
  name: string;
  /** 0 to 100; null where nobody scored it. */
  value: number | null;
}

export function radarOption(palette: Palette, title: string, spokes: readonly Spoke[]): EChartsOption {
  const base = dress(palette);
  return {
    ...base,
    legend: { show: false },
    tooltip: { ...base.tooltip, trigger: 'item' },
    radar: {
      radius: '66%',
      center: ['50%', '52%'],
      indicator: spokes.map(spoke => ({ name: spoke.name, max: 100, min: 0 })),
      axisName: { color: palette.textSoft, width: 92, overflow: 'break', fontSize: 11 },
      splitLine: { lineStyle: { color: palette.line } },
      axisLine: { lineStyle: { color: palette.line } },
      splitArea: { show: false },
    },
    series: [{ type: 'radar', name: title, symbolSize: 4, itemStyle: { color: palette.series[1] ?? palette.accent }, areaStyle: { opacity: 0.18 }, data: [{ name: title, value: spokes.map(spoke => spoke.value ?? 0) }] }],
  };
}

/** A right between risk (what its legal score lacks) and opportunity (mean of technology and economy). */
export interface Standing {
  number: string;
  title: string;
  risk: number;
  chance: number;
}

export function matrixOption(t: Translate, palette: Palette, points: readonly Standing[]): EChartsOption {
  const base = dress(palette);
  const axis = (name: string) => ({ ...valueAxis(palette, name), min: 0, max: 100, nameLocation: 'middle' as const, nameGap: 28, nameTextStyle: { color: palette.textSoft } });
  return {
    ...base,
    legend: { show: false },
    grid: { left: 36, right: 20, top: 16, bottom: 40, containLabel: true },
    tooltip: { ...base.tooltip, trigger: 'item', formatter: (of: unknown) => { const { data } = of as { data: [number, number, string] }; return `${data[2]}<br/>${t('value.chart.risk')} ${data[0].toFixed(1)} · ${t('value.chart.chance')} ${data[1].toFixed(1)}`; } },
    xAxis: axis(t('value.chart.risk')),
    yAxis: axis(t('value.chart.chance')),
    series: [
      {
        type: 'scatter',
        symbolSize: 12,
        label: { show: points.length <= 12, position: 'top', color: palette.textSoft, fontSize: 11, formatter: (of: unknown) => (of as { data: [number, number, string] }).data[2] },
        itemStyle: { color: palette.series[1] ?? palette.accent },
        data: points.map(point => [point.risk, point.chance, point.number]),
        markLine: { symbol: 'none', silent: true, label: { show: false }, lineStyle: { color: palette.line, type: 'dashed' }, data: [{ xAxis: 50 }, { yAxis: 50 }] },
      },
    ],
  };
}

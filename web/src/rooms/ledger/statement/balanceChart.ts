import type { EChartsOption } from 'echarts';
import { dress, valueAxis } from '../../../chart/dress';
import { exactYuan, plotted, type MoneyUnit } from '../../../format';
import type { Palette } from '../../../shell/palette';
import type { Translate } from '../../../words';
import type { BalancePoint } from './running';

const axisNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** A balance stays until something moves it: a step line over time. */
export function balanceOption(t: Translate, palette: Palette, unit: MoneyUnit, points: readonly BalancePoint[]): EChartsOption {
  const base = dress(palette);
  const tell = (shown: unknown): string => {
    const point = points[(shown as { dataIndex: number }[])[0]?.dataIndex ?? -1];
    return point === undefined ? '' : `${point.day}<br>${exactYuan(point.balance)} ${t('shell.unit.yuan')}`;
  };
  return {
    ...base,
    legend: { show: false },
    grid: { left: 8, right: 20, top: 32, bottom: 8, containLabel: true },
    tooltip: { ...base.tooltip, formatter: tell },
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { color: palette.textSoft, hideOverlap: true, formatter: (value: number) => dayOf(value) },
      splitLine: { show: false },
    },
    yAxis: valueAxis(palette, t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan'), value => axisNumber.format(value)),
    series: [
      {
        type: 'line',
        step: 'end',
        name: t('trial.balance'),
        symbolSize: points.length > 60 ? 0 : 5,
        data: points.map(point => [Date.parse(`${point.day}T00:00:00Z`), plotted(point.balance, unit)]),
        lineStyle: { width: 2, color: palette.series[0] },
        itemStyle: { color: palette.series[0] },
      },
    ],
  };
}

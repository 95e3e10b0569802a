import { useMemo } from 'react';
import type { Benchmark } from '../../../api/benchmark';
import { ChartPanel } from '../../../chart/ChartPanel';
import { dress, valueAxis } from '../../../chart/dress';
import { formatPercent, plotted, type MoneyUnit } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { usePreferences } from '../../../shell/Preferences';
import { useT } from '../../../words';
import { unitWord } from '../appraisals/appraisalColumns';

/** Every deal as a point by its day, with quartiles and median across. */
export function Spread({ benchmark, unit, rate }: { benchmark: Benchmark; unit: MoneyUnit; rate: boolean }) {
  const t = useT();
  const { palette } = usePreferences();
  const option = useMemo(() => {
    const at = (value: string | null) => (rate ? Number(value) * 100 : plotted(value, unit));
    const line = (name: string, value: string | null, dashed: boolean) => ({ name, yAxis: at(value), lineStyle: { type: dashed ? ('dashed' as const) : ('solid' as const) } });
    const base = dress(palette);
    return {
      ...base,
      legend: { show: false },
      grid: { left: 8, right: 44, top: 32, bottom: 8, containLabel: true },
      tooltip: { ...base.tooltip, trigger: 'item' as const, formatter: (of: unknown) => { const { data } = of as { data: [string, number, string] }; return `${data[2]}<br/>${data[0]} · ${data[1].toFixed(2)}`; } },
      xAxis: { type: 'time' as const, axisLabel: { color: palette.textSoft, hideOverlap: true, formatter: '{yyyy}-{MM}' }, axisLine: { lineStyle: { color: palette.line } } },
      yAxis: valueAxis(palette, rate ? '%' : unitWord(t, unit)),
      series: [
        {
          type: 'scatter' as const,
          symbolSize: 10,
          itemStyle: { color: palette.series[1] ?? palette.accent },
          data: benchmark.deals.map(deal => [deal.day, at(deal.value), deal.number]),
          markLine: { symbol: 'none', silent: true, label: { color: palette.textSoft, formatter: '{b}' }, lineStyle: { color: palette.series[3] ?? palette.amber }, data: [line('P25', benchmark.p25, true), line('P50', benchmark.median, false), line('P75', benchmark.p75, true)] },
        },
      ],
    };
  }, [benchmark, palette, rate, t, unit]);
  return <ChartPanel title={t('benchmark.spread')} option={option} table={{ heads: [t('rights.number'), t('benchmark.day'), t('benchmark.value')], rows: benchmark.deals.map(deal => [deal.number, deal.day, rate ? formatPercent(deal.value) : <Amount key={deal.id} value={deal.value} />]) }} />;
}

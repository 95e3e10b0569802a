import type { EChartsOption } from 'echarts';
import type { AnalysisResult } from '../../../api/diligenceTypes';
import { categoryAxis, dress } from '../../../chart/dress';
import type { Palette } from '../../../shell/palette';

export interface Heat {
  fields: string[];
  years: string[];
  /** [year, field, count] by place. */
  cells: [number, number, number][];
  most: number;
}

/** Fields by filing years; what has no field or year is counted, never dropped. */
export function heat(map: AnalysisResult['map'], unknown: string): Heat {
  const field = (cell: AnalysisResult['map'][number]) => cell.field ?? unknown;
  const year = (cell: AnalysisResult['map'][number]) => (cell.year === null ? unknown : String(cell.year));
  const order = (names: Iterable<string>) => [...new Set(names)].sort((a, b) => (a === unknown ? 1 : b === unknown ? -1 : a.localeCompare(b)));
  const [fields, years] = [order(map.map(field)).reverse(), order(map.map(year))];
  const counts = new Map<string, number>();
  for (const cell of map) {
    const key = `${years.indexOf(year(cell))} ${fields.indexOf(field(cell))}`;
    counts.set(key, (counts.get(key) ?? 0) + cell.count);
  }
  const cells = [...counts].map(([key, count]) => [...key.split(' ').map(Number), count] as [number, number, number]);
  return { fields, years, cells, most: Math.max(1, ...cells.map(([, , count]) => count)) };
}

export function heatOption(palette: Palette, { fields, years, cells, most }: Heat, name: string): EChartsOption {
  const base = dress(palette);
  return {
    ...base,
    legend: { show: false },
    tooltip: { ...base.tooltip, trigger: 'item', formatter: (of: unknown) => { const { data } = of as { data: [number, number, number] }; return `${fields[data[1]] ?? ''} · ${years[data[0]] ?? ''}<br/>${name} ${data[2]}`; } },
    grid: { left: 8, right: 16, top: 8, bottom: 56, containLabel: true },
    xAxis: { ...categoryAxis(palette, years), splitArea: { show: false } },
    yAxis: categoryAxis(palette, fields),
    visualMap: { min: 0, max: most, calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, textStyle: { color: palette.textSoft }, inRange: { color: [palette.accentSoft, palette.series[0] ?? palette.accent] } },
    series: [{ type: 'heatmap', data: cells, label: { show: true, color: palette.text, formatter: (of: unknown) => String((of as { data: [number, number, number] }).data[2]), textBorderColor: palette.surface, textBorderWidth: 2 }, itemStyle: { borderColor: palette.surface, borderWidth: 1 } }],
  };
}

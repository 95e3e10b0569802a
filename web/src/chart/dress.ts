import type { EChartsOption } from 'echarts';
import type { Palette } from '../shell/palette';

/** A canvas does not know the page's variables. */
const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, "Segoe UI", sans-serif';

/** Text, grid and tooltip in the page's colours; the legend stands on top. */
export function dress(palette: Palette): EChartsOption {
  return {
    color: [...palette.series],
    textStyle: { fontFamily, color: palette.text },
    grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, type: 'scroll', itemWidth: 14, itemHeight: 8, textStyle: { color: palette.textSoft }, pageTextStyle: { color: palette.textSoft } },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: 12 },
    },
  };
}

export function categoryAxis(palette: Palette, data: readonly string[]) {
  return {
    type: 'category' as const,
    data: [...data],
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    axisLabel: { color: palette.textSoft, hideOverlap: true },
  };
}

export function valueAxis(palette: Palette, name: string, format?: (value: number) => string) {
  return {
    type: 'value' as const,
    name,
    nameTextStyle: { color: palette.textSoft, align: 'left' as const },
    axisLabel: { color: palette.textSoft, ...(format === undefined ? {} : { formatter: format }) },
    splitLine: { lineStyle: { color: palette.line } },
  };
}

import type { EChartsOption } from 'echarts';
import { useEffect, useRef, type RefObject } from 'react';
import { echarts, type Instance } from './echarts';

export interface ChartImage {
  /** A PNG of what is drawn, as a data address; null before the first drawing. */
  image(): string | null;
}

interface Props {
  option: EChartsOption;
  height: number;
  /** What the picture shows, for those who do not see it. */
  label: string;
  ground: string;
  /** When the person's input happened (`performance.now()`); the time to the redrawn chart stands in `data-recompute-ms`, how often in `data-recomputes`. */
  since?: number;
  handle?: RefObject<ChartImage | null>;
}

/** One ECharts canvas that follows its box and its option. */
export function Chart({ option, height, label, ground, since, handle }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<Instance | null>(null);
  const waiting = useRef<number | null>(null);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const instance = echarts.init(element);
    chart.current = instance;
    instance.on('rendered', () => {
      if (waiting.current === null) return;
      element.dataset['recomputeMs'] = (performance.now() - waiting.current).toFixed(1);
      element.dataset['recomputes'] = String(Number(element.dataset['recomputes'] ?? '0') + 1);
      waiting.current = null;
    });
    const watch = new ResizeObserver(() => instance.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      instance.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (since !== undefined) waiting.current = since;
    chart.current?.setOption({ animation: false, ...option }, { notMerge: true });
  }, [option, since]);

  useEffect(() => {
    if (handle === undefined) return;
    handle.current = { image: () => chart.current?.getDataURL({ pixelRatio: 2, backgroundColor: ground }) ?? null };
  }, [handle, ground]);

  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}

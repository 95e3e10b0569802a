import type { EChartsOption } from 'echarts';
import { useMemo, type ReactNode } from 'react';
import type { Concentration as Figures, Outline, Slice } from '../../../../api/types';
import { ChartPanel } from '../../../../chart/ChartPanel';
import { categoryAxis, dress, valueAxis } from '../../../../chart/dress';
import { exactYuan, formatMoney, formatNumber, formatPercent, none, plotted } from '../../../../format';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { OriginMark } from '../../OriginMark';
import type { Origin } from '../../../../api/types';
import styles from './Overview.module.css';

/** Bars beyond this many cannot be told apart; the table has them all. */
const mostBars = 15;

interface SliceChartProps {
  title: string;
  slices: readonly Slice[];
  nameOf: (key: string) => string;
  /** What `count` counts; absent where it is always one. */
  counted?: string;
  extra?: ReactNode;
}

function SliceChart({ title, slices, nameOf, counted, extra }: SliceChartProps) {
  const t = useT();
  const { palette, unit } = usePreferences();
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const option = useMemo((): EChartsOption => {
    const bars = slices.slice(0, mostBars).toReversed();
    return {
      ...dress(palette),
      legend: { show: false },
      grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
      xAxis: { ...valueAxis(palette, ''), axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: categoryAxis(palette, bars.map(slice => nameOf(slice.key))),
      tooltip: {
        ...dress(palette).tooltip,
        trigger: 'item',
        formatter: (point: unknown) => {
          const slice = bars[(point as { dataIndex: number }).dataIndex];
          return slice === undefined ? '' : `${nameOf(slice.key)}<br/>${exactYuan(slice.amount)} ${t('shell.unit.yuan')} · ${formatPercent(slice.share)}`;
        },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 14,
          data: bars.map(slice => plotted(slice.amount, unit)),
          itemStyle: { color: palette.series[1] },
          label: { show: true, position: 'right', color: palette.textSoft, formatter: ({ dataIndex }) => formatPercent(bars[dataIndex]?.share) },
        },
      ],
    };
  }, [slices, palette, unit, nameOf, t]);
  const rest = slices.length - mostBars;
  const table = {
    heads: [t('concentration.key'), t('concentration.amount', { unit: unitName }), t('concentration.share'), ...(counted === undefined ? [] : [counted])],
    rows: slices.map(slice => [
      nameOf(slice.key),
      formatMoney(slice.amount, unit),
      formatPercent(slice.share),
      ...(counted === undefined ? [] : [slice.count ?? t('shell.unknown')]),
    ]),
  };
  return (
    <ChartPanel
      title={title}
      note={rest > 0 ? t('concentration.rest', { count: rest }) : undefined}
      option={option}
      table={table}
      extra={extra}
      height={Math.max(90, Math.min(mostBars, slices.length) * 22 + 20)}
    />
  );
}

/** Categories of rights are often named without amounts: then the names stand with what is not known. */
function IpKinds({ slices, origins }: { slices: readonly Slice[]; origins: readonly Origin[] }) {
  const t = useT();
  const kindName = useMemo(() => (key: string) => t.code('ipKind', key), [t]);
  const mark = <OriginMark origins={origins} path="pool.ip_kinds" />;
  if (slices.length > 0 && slices.every(slice => slice.amount !== null)) {
    return <SliceChart title={t('concentration.byIpKind')} slices={slices} nameOf={kindName} counted={t('concentration.rights')} extra={mark} />;
  }
  return (
    <Panel title={t('concentration.byIpKind')} extra={mark}>
      {slices.length === 0 ? (
        <p className="soft">{t('concentration.noIpKind')}</p>
      ) : (
        <table className={styles['kinds']}>
          <thead>
            <tr>
              <th scope="col">{t('concentration.key')}</th>
              <th scope="col">{t('concentration.count')}</th>
              <th scope="col">{t('concentration.share')}</th>
            </tr>
          </thead>
          <tbody>
            {slices.map(slice => (
              <tr key={slice.key}>
                <th scope="row">{kindName(slice.key)}</th>
                <td>{slice.count ?? t('shell.unknown')}</td>
                <td>{slice.share === null ? t('shell.unknown') : formatPercent(slice.share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

export function Concentration({ figures, outline, origins }: { figures: Figures; outline: Outline; origins: readonly Origin[] }) {
  const t = useT();
  const names = useMemo(() => new Map(outline.obligors.map(obligor => [obligor.id, obligor.name === null ? obligor.id : `${obligor.id} ${obligor.name}`])), [outline]);
  const obligorName = useMemo(() => (key: string) => names.get(key) ?? key, [names]);
  const industryName = useMemo(() => (key: string) => (key === none ? t('concentration.unnamed') : key), [t]);
  const facts: [string, string][] = [
    [t('concentration.largest'), formatPercent(figures.largestShare)],
    [t('concentration.topFive'), formatPercent(figures.topFiveShare)],
    [t('concentration.hhi'), formatNumber(figures.hhi, 4)],
    [t('concentration.effective'), formatNumber(figures.effectiveCount, 1)],
  ];
  return (
    <section aria-label={t('overview.concentration')}>
      <div className={styles['facts']}>
        <h2>{t('overview.concentration')}</h2>
        {facts.map(([name, value]) => (
          <span key={name}>
            <span className="soft">{name}</span> <strong className="tabular">{value}</strong>
          </span>
        ))}
      </div>
      <div className={styles['charts']}>
        <SliceChart title={t('concentration.byObligor')} slices={figures.byObligor} nameOf={obligorName} />
        <div className={styles['stack']}>
          <SliceChart title={t('concentration.byIndustry')} slices={figures.byIndustry} nameOf={industryName} counted={t('concentration.obligors')} />
          <IpKinds slices={figures.byIpKind} origins={origins} />
        </div>
      </div>
    </section>
  );
}

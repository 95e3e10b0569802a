import { Skeleton } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { ChartPanel } from '../../../../chart/ChartPanel';
import { formatPercent } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { Nothing } from '../../../../shell/Nothing';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { unitWord } from '../../appraisals/appraisalColumns';
import { shareItems } from '../../fields';
import { methodName } from '../../labels';
import { at, isMap, items, stated, text } from '../../request';
import styles from '../../Valuation.module.css';
import type { DeskProps } from '../desk';
import { bins, distributionOption, radarOption, sorted, tornadoOption } from './valueCharts';
import { ScorePictures } from './ScorePictures';

/** Where the value could lie, what moves it, and how the rights stand. */
export function ChartsTab(desk: DeskProps) {
  const { working, live } = desk;
  if (live.calculation === null && live.findings.length === 0) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  return (
    <div className={styles['pair']}>
      <Distribution {...desk} />
      <TornadoPicture {...desk} />
      <ShareRadar {...desk} />
      <ScorePictures rights={items(at(working.request, 'group.rights'))} />
    </div>
  );
}

function Missing({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Panel title={title}>
      <Nothing>{children}</Nothing>
    </Panel>
  );
}

function Distribution({ working, live }: DeskProps) {
  const t = useT();
  const { palette, unit } = usePreferences();
  const simulation = live.calculation?.result.simulation ?? null;
  const drawn = live.calculation?.drawn ?? null;
  const option = useMemo(() => (simulation === null || drawn === null ? null : distributionOption(t, palette, unit, drawn, simulation, unitWord(t, unit))), [t, palette, unit, drawn, simulation]);
  if (simulation === null) return <Missing title={t('value.chart.distribution')}>{t('value.chart.distribution.none')}</Missing>;
  const figures = (['p5', 'p50', 'p95', 'mean', 'deviation'] as const).map(key => [t(`value.chart.${key}`), <Amount key={key} value={simulation[key]} />]);
  if (option === null || drawn === null) {
    return (
      <Panel title={t('value.chart.distribution')}>
        <dl className={styles['facts']}>
          {figures.map(([name, amount], index) => (
            <div key={index} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{amount}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    );
  }
  return (
    <ChartPanel
      title={t('value.chart.distribution')}
      note={t('value.chart.distribution.note', { method: methodName(t, working.request, simulation.method), paths: simulation.paths.toLocaleString('en-US'), seed: simulation.seed })}
      option={option}
      table={{ heads: [t('value.chart.part'), t('value.of', { unit: unitWord(t, unit) })], rows: [...figures, ...bins(drawn).map(bin => [<><Amount value={bin.from} /> – <Amount value={bin.to} /></>, `${(bin.share * 100).toFixed(2)}%`])] }}
    />
  );
}

function TornadoPicture({ working, live }: DeskProps) {
  const t = useT();
  const { palette, unit } = usePreferences();
  const result = live.calculation?.result ?? null;
  const asked = result?.sensitivity ?? null;
  const middle = result?.methods.find(method => method.id === asked?.method)?.value ?? null;
  const option = useMemo(() => (asked === null || middle === null ? null : tornadoOption(t, palette, unit, asked.tornado, middle, unitWord(t, unit))), [t, palette, unit, asked, middle]);
  if (option === null || asked === null) return <Missing title={t('value.chart.tornado')}>{t('value.chart.tornado.none')}</Missing>;
  return (
    <ChartPanel
      title={t('value.chart.tornado')}
      note={t('value.chart.tornado.note', { method: methodName(t, working.request, asked.method), part: formatPercent(asked.part) })}
      option={option}
      height={Math.max(280, Math.min(14, asked.tornado.length) * 24 + 80)}
      table={{ heads: [t('value.input'), t('value.chart.low'), t('value.chart.high')], rows: sorted(asked.tornado).map(bar => [bar.input, <Amount key="low" value={bar.atLow} />, <Amount key="high" value={bar.atHigh} />]) }}
    />
  );
}

/** The scores that place the share between its two ends. */
function ShareRadar({ working }: DeskProps) {
  const t = useT();
  const { palette } = usePreferences();
  const method = items(working.request['methods']).find(one => isMap(at(one, 'share.scores')));
  const scores = at(method, 'share.scores');
  const spokes = useMemo(() => shareItems.map(item => ({ name: t.code('valueKey', item), value: Number(stated(at(scores, item)).value || 'NaN') })).map(spoke => ({ ...spoke, value: Number.isFinite(spoke.value) ? spoke.value : null })), [t, scores]);
  const title = t('value.chart.share.radar');
  const option = useMemo(() => radarOption(palette, title, spokes), [palette, title, spokes]);
  if (method === undefined) return null;
  return <ChartPanel title={title} note={t('value.chart.share.note', { method: methodName(t, working.request, text(method['id'])) })} option={option} height={340} table={{ heads: [t('value.input'), t('value.score')], rows: spokes.map(spoke => [spoke.name, spoke.value === null ? t('shell.unknown') : spoke.value]) }} />;
}

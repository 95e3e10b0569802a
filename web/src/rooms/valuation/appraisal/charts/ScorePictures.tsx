import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useNewestSheets } from '../../../../api/scores';
import type { ScoreSheet } from '../../../../api/scoreTypes';
import type { JsonMap } from '../../../../api/valuationTypes';
import { ChartPanel } from '../../../../chart/ChartPanel';
import { Nothing } from '../../../../shell/Nothing';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { capital } from '../../../assets/capital';
import { text } from '../../request';
import { matrixOption, radarOption, type Standing } from './valueCharts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Beyond this many the sheets of the first are drawn. */
const most = 60;

const sideOf = (sheet: ScoreSheet, id: string) => sheet.result.subjects[0]?.level1.find(side => side.id === id)?.score ?? null;

/** Where a right stands: risk is what its legal score lacks, opportunity the mean of technology and economy; null where a side has no score. */
export function standing(sheet: ScoreSheet): Standing | null {
  const [law, technology, economy] = ['law', 'technology', 'economy'].map(id => sideOf(sheet, id));
  if (law == null || technology == null || economy == null) return null;
  return { number: sheet.rightNumber, title: sheet.rightNumber, risk: 100 - Number(law), chance: (Number(technology) + Number(economy)) / 2 };
}

/** Pictures of the rights' newest score sheets: levels of one right, and all between opportunity and risk. */
export function ScorePictures({ rights }: { rights: readonly JsonMap[] }) {
  const t = useT();
  const { palette } = usePreferences();
  const ids = rights.map(right => text(right['id'])).filter(id => uuid.test(id)).slice(0, most);
  const { sheets, pending } = useNewestSheets(ids);
  const [chosen, setChosen] = useState('');
  const sheet = sheets.find(one => one.rightId === chosen) ?? sheets[0];
  const spokes = useMemo(() => (sheet?.result.subjects[0]?.level1 ?? []).flatMap(side => side.level2).map(group => ({ name: capital(group.title), value: group.score === null ? null : Number(group.score) })), [sheet]);
  const radar = useMemo(() => radarOption(palette, sheet?.rightNumber ?? '', spokes), [palette, sheet, spokes]);
  const key = sheets.map(one => one.id).join();
  const points = useMemo(() => sheets.map(standing).filter(point => point !== null), [key]);
  const matrix = useMemo(() => matrixOption(t, palette, points), [t, palette, points]);
  if (pending) return null;
  if (sheet === undefined) {
    const [first] = ids;
    return (
      <Panel title={t('value.chart.scores')}>
        <Nothing action={first === undefined ? undefined : <Link to={`/rights/${first}/score`}>{t('score.title')}</Link>}>{t('value.chart.scores.none')}</Nothing>
      </Panel>
    );
  }
  return (
    <>
      <ChartPanel
        title={t('value.chart.scores')}
        note={t('value.chart.scores.note', { version: `${sheet.rubric}/${sheet.rubricVersion}`, day: sheet.day })}
        option={radar}
        height={340}
        extra={sheets.length > 1 ? <Select size="small" aria-label={t('rights.number')} popupMatchSelectWidth={false} value={sheet.rightId} onChange={setChosen} options={sheets.map(one => ({ value: one.rightId, label: one.rightNumber }))} /> : undefined}
        table={{ heads: [t('rubrics.group'), t('value.score')], rows: spokes.map(spoke => [spoke.name, spoke.value ?? t('shell.unknown')]) }}
      />
      {points.length > 0 && (
        <ChartPanel
          title={t('value.chart.matrix')}
          note={t('value.chart.matrix.note', { count: points.length, all: rights.length })}
          option={matrix}
          height={340}
          table={{ heads: [t('rights.number'), t('value.chart.risk'), t('value.chart.chance')], rows: points.map(point => [point.number, point.risk.toFixed(1), point.chance.toFixed(1)]) }}
        />
      )}
    </>
  );
}

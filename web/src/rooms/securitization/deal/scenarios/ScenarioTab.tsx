import { Segmented, Skeleton } from 'antd';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Outline, Run, Scenario, ScenarioRun } from '../../../../api/types';
import { ChartPanel } from '../../../../chart/ChartPanel';
import { formatMoney } from '../../../../format';
import { Nothing } from '../../../../shell/Nothing';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { useT, type Word } from '../../../../words';
import { FindingList } from '../../FindingList';
import { CashTable } from '../cash/CashTable';
import { cashColumns } from '../cash/cashTable';
import { WhyDrawer } from '../cash/WhyDrawer';
import { RunNotes } from '../RunNotes';
import { compareRuns } from './comparison';
import { ComparisonTable } from './ComparisonTable';
import { overlayDates, overlayOption, overlays, overlaySeries, type Overlay } from './overlayChart';
import { SavedScenarios } from './SavedScenarios';
import { ScenarioFields } from './ScenarioFields';
import styles from './ScenarioTab.module.css';
import type { WorkingScenario } from './useScenarioForm';

const overlayWords: Record<Overlay, Word> = {
  senior: 'scenario.overlay.senior',
  payments: 'scenario.overlay.payments',
  collections: 'scenario.overlay.collections',
};

interface ResultProps {
  text: string;
  outline: Outline;
  base: Run;
  run: Run;
  scenario: Scenario;
  since: number;
}

function OverlayPanel({ outline, base, run, scenario, since }: Omit<ResultProps, 'text'>) {
  const t = useT();
  const { palette, unit } = usePreferences();
  const [overlay, setOverlay] = useState<Overlay>('senior');
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const series = useMemo(() => overlaySeries(t, outline, { base, scenario: run, name: scenario.id }, overlay), [t, outline, base, run, scenario.id, overlay]);
  const dates = useMemo(() => overlayDates(outline, base, overlay), [outline, base, overlay]);
  const option = useMemo(() => overlayOption(t, palette, unit, dates, overlay, series), [t, palette, unit, dates, overlay, series]);
  const table = {
    heads: [t('cash.date'), ...series.map(one => one.name)],
    rows: dates.map((date, index) => [date, ...series.map(one => formatMoney(one.values[index], unit))]),
  };
  const choice = (
    <Segmented<Overlay>
      size="small"
      aria-label={t('scenario.overlay.show')}
      value={overlay}
      onChange={setOverlay}
      options={overlays.map(value => ({ value, label: t(overlayWords[value]) }))}
    />
  );
  return <ChartPanel title={t('scenario.overlay', { unit: unitName })} option={option} table={table} since={since} extra={choice} height={250} />;
}

/** The chart is redrawn at once; the tables follow when the browser has time. */
function Result(props: ResultProps) {
  const { text, outline, base, scenario } = props;
  const run = useDeferredValue(props.run);
  const t = useT();
  const { unit } = usePreferences();
  const [asked, setAsked] = useState<{ k: number; line: string } | null>(null);
  const ask = useCallback((k: number, line: string) => setAsked({ k, line }), []);
  const items = useMemo(() => compareRuns(t, outline, base, run), [t, outline, base, run]);
  const columns = useMemo(() => cashColumns(t, outline, run), [t, outline, run]);
  const differing = items.filter(item => item.differs).length;
  return (
    <>
      <OverlayPanel {...props} />
      <Panel title={t('scenario.compare')} note={differing === 0 ? t('scenario.compare.same') : t('scenario.compare.differ', { count: differing })}>
        <ComparisonTable items={items} name={scenario.id} />
      </Panel>
      <RunNotes run={run} outline={outline} />
      <Panel title={t('scenario.table', { unit: t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan') })} note={t('cash.table.note')}>
        <CashTable run={run} columns={columns} unit={unit} onWhy={ask} />
      </Panel>
      <WhyDrawer text={text} scenario={scenario} outline={outline} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

interface Props {
  dealId: string;
  text: string;
  outline: Outline;
  base: Run;
  scenario: Scenario | null;
  result: ScenarioRun | null;
  since: number;
  working: WorkingScenario;
  onWorking: (working: WorkingScenario) => void;
}

/** The panel at the left, the result beside the base at the right; recomputed as one types. */
export function ScenarioTab({ dealId, text, outline, base, scenario, result, since, working, onWorking }: Props) {
  const t = useT();
  const errors = result?.findings.filter(finding => finding.severity === 'error') ?? [];
  return (
    <div className={styles['tab']}>
      <Panel title={t('scenario.panel')}>
        <SavedScenarios dealId={dealId} working={working} scenario={scenario} onChange={onWorking} />
        <ScenarioFields outline={outline} form={working.form} onChange={form => onWorking({ ...working, form })} />
      </Panel>
      <div className={styles['result']}>
        {errors.length > 0 && (
          <Panel title={t('scenario.failed')}>
            <FindingList findings={errors} />
          </Panel>
        )}
        {scenario === null && (
          <Panel title={t('scenario.compare')}>
            <Nothing>{t('scenario.none')}</Nothing>
          </Panel>
        )}
        {scenario !== null && result === null && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
        {scenario !== null && result?.run != null && <Result text={text} outline={outline} base={base} run={result.run} scenario={scenario} since={since} />}
      </div>
    </div>
  );
}

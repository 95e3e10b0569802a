import { useCallback, useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Outline, Run } from '../../../../api/types';
import { ChartPanel } from '../../../../chart/ChartPanel';
import { formatMoney } from '../../../../format';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { RunNotes } from '../RunNotes';
import { balanceDates, balanceSeries, cashOption, paymentSeries, type CashSeries } from './cashCharts';
import { CashTable } from './CashTable';
import { cashColumns } from './cashTable';
import { WhyDrawer } from './WhyDrawer';

const asked = /^(\d+):(.+)$/;

/** The figure asked about lives in the address: `?why=3:A.interest`. */
function useAsked(): [{ k: number; line: string } | null, (k: number, line: string) => void, () => void] {
  const [search, setSearch] = useSearchParams();
  const match = asked.exec(search.get('why') ?? '');
  const ask = useCallback((k: number, line: string) => setSearch({ why: `${k}:${line}` }), [setSearch]);
  const close = useCallback(() => setSearch({}), [setSearch]);
  return [match === null ? null : { k: Number(match[1]), line: match[2] ?? '' }, ask, close];
}

interface Props {
  text: string;
  outline: Outline;
  run: Run;
  since: number;
}

export function CashTab({ text, outline, run, since }: Props) {
  const t = useT();
  const { palette, unit } = usePreferences();
  const [figure, ask, close] = useAsked();
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const payments = useMemo(() => paymentSeries(t, outline, run), [t, outline, run]);
  const balances = useMemo(() => balanceSeries(t, outline, run), [t, outline, run]);
  const dates = useMemo(() => run.periods.map(period => period.date), [run]);
  const standing = useMemo(() => balanceDates(outline, run), [outline, run]);
  const late = useDeferredValue(run);
  const columns = useMemo(() => cashColumns(t, outline, late), [t, outline, late]);
  const paymentOption = useMemo(() => cashOption('bar', t, palette, unit, dates, payments), [t, palette, unit, dates, payments]);
  const balanceOption = useMemo(() => cashOption('line', t, palette, unit, standing, balances), [t, palette, unit, standing, balances]);
  const table = (on: readonly string[], series: readonly CashSeries[]) => ({
    heads: [t('cash.date'), ...series.map(one => one.name)],
    rows: on.map((date, index) => [date, ...series.map(one => formatMoney(one.values[index], unit))]),
  });
  return (
    <div style={{ display: 'grid', gap: 14 }}>
      <RunNotes run={run} outline={outline} />
      <div className="chart-pair">
        <ChartPanel title={t('cash.payments', { unit: unitName })} option={paymentOption} table={table(dates, payments)} since={since} />
        <ChartPanel title={t('cash.balances', { unit: unitName })} option={balanceOption} table={table(standing, balances)} />
      </div>
      <Panel title={t('cash.table', { unit: unitName })} note={t('cash.table.note')}>
        <CashTable run={late} columns={columns} unit={unit} onWhy={ask} />
      </Panel>
      <WhyDrawer text={text} scenario={null} outline={outline} asked={figure} onClose={close} />
    </div>
  );
}

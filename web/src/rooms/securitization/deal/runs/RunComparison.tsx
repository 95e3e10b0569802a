import { useQuery } from '@tanstack/react-query';
import { Skeleton, Table } from 'antd';
import { compareRuns } from '../../../../api/desk';
import type { Outline, RunComparison as Comparison } from '../../../../api/types';
import { difference, formatBasisPoints } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { Failure } from '../../../../shell/Failure';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { useT, type Translate } from '../../../../words';
import { lineNames, type LineNames } from '../lineNames';
import { formatMeasure, type Measure } from '../scenarios/comparison';

type ComparedLine = Comparison['lines'][number];
type ComparedSummary = Comparison['summary'][number];

function lineTitle(t: Translate, names: LineNames | null, { group, line }: ComparedLine): string {
  if (names === null) return line;
  switch (group) {
    case 'collected':
      return t.code('cash.collected', line);
    case 'drawn':
      return t('summary.drawn', { name: names.support(line) });
    case 'balance':
      return line === 'carried' ? t('cash.carried') : names.balance(line);
    default:
      return names.line(line);
  }
}

const measures: Record<string, Measure> = { wal: 'years', irr: 'rate' };

function Summary({ rows, names }: { rows: readonly ComparedSummary[]; names: LineNames | null }) {
  const t = useT();
  const measure = (row: ComparedSummary) => measures[row.item] ?? 'money';
  const value = (row: ComparedSummary, of: string | null) => (measure(row) === 'money' ? <Amount value={of} /> : formatMeasure(of, measure(row)));
  const change = (row: ComparedSummary) => {
    const less = difference(row.b, row.a);
    if (measure(row) === 'money') return <Amount value={less} signed />;
    return measure(row) === 'rate' ? formatBasisPoints(less, true) : formatMeasure(less, measure(row));
  };
  return (
    <Table<ComparedSummary>
      size="small"
      pagination={false}
      rowKey={row => `${row.tranche}.${row.item}`}
      dataSource={[...rows]}
      scroll={{ x: 560 }}
      columns={[
        { title: t('run.compare.tranche'), render: (_, row) => names?.tranche(row.tranche) ?? row.tranche },
        { title: t('run.compare.item'), render: (_, row) => t.code('summary', row.item) },
        { title: t('run.compare.a'), align: 'right', render: (_, row) => value(row, row.a) },
        { title: t('run.compare.b'), align: 'right', render: (_, row) => value(row, row.b) },
        { title: t('run.compare.difference'), align: 'right', render: (_, row) => change(row) },
      ]}
    />
  );
}

/** Every line on which two kept runs differ, and the totals by tranche. */
export function RunComparison({ a, b, outline }: { a: string; b: string; outline: Outline | null }) {
  const t = useT();
  const { unit } = usePreferences();
  const names = outline === null ? null : lineNames(t, outline);
  const comparison = useQuery({ queryKey: ['compare', a, b], queryFn: ({ signal }) => compareRuns(a, b, signal) });
  if (comparison.isError) return <Failure reason={comparison.error} onRetry={() => void comparison.refetch()} />;
  if (comparison.data === undefined) return <Skeleton active title={false} />;
  const { lines, summary } = comparison.data;
  return (
    <>
      <Panel title={t('run.compare.summary')}>
        <Summary rows={summary} names={names} />
      </Panel>
      <Panel
        title={t('run.compare.title', { unit: t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan') })}
        note={lines.length === 0 ? t('run.compare.same') : t('run.compare.equal', { count: comparison.data.same })}
      >
        {lines.length > 0 && (
          <Table<ComparedLine>
            size="small"
            rowKey={line => `${line.k}.${line.group}.${line.line}`}
            dataSource={lines}
            pagination={lines.length > 100 ? { pageSize: 100 } : false}
            scroll={{ x: 760 }}
            columns={[
              { title: t('cash.period'), dataIndex: 'k', width: 56, align: 'right' },
              { title: t('cash.date'), dataIndex: 'date', width: 112 },
              { title: t('run.compare.group'), width: 120, render: (_, line) => t.code('compare.group', line.group) },
              { title: t('run.compare.item'), render: (_, line) => lineTitle(t, names, line) },
              { title: t('run.compare.a'), align: 'right', render: (_, line) => <Amount value={line.a} /> },
              { title: t('run.compare.b'), align: 'right', render: (_, line) => <Amount value={line.b} /> },
              { title: t('run.compare.difference'), align: 'right', render: (_, line) => <Amount value={difference(line.b, line.a) ?? line.difference} signed /> },
            ]}
          />
        )}
      </Panel>
    </>
  );
}

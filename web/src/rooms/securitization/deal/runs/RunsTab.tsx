import { Skeleton, Table } from 'antd';
import { useSearchParams } from 'react-router';
import { useRuns } from '../../../../api/queries';
import type { Outline, RunRow, Scenario } from '../../../../api/types';
import { formatInstant } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { Failure } from '../../../../shell/Failure';
import { Nothing } from '../../../../shell/Nothing';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { KeepRun } from './KeepRun';
import { PostRun } from './PostRun';
import { RunComparison } from './RunComparison';

interface Props {
  dealId: string;
  /** Code and name under which a book is proposed. */
  deal: { code: string; name: string };
  version: number;
  draftChanged: boolean;
  scenario: Scenario | null;
  outline: Outline | null;
}

/** Runs that were kept; the two picked for comparison live in the address. */
export function RunsTab({ dealId, deal, version, draftChanged, scenario, outline }: Props) {
  const t = useT();
  const { unit } = usePreferences();
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const runs = useRuns(dealId);
  const [search, setSearch] = useSearchParams();
  const list = runs.data?.runs ?? [];
  const picked = [search.get('a'), search.get('b')].filter(id => id !== null && list.some(run => run.id === id)) as string[];
  const [a, b] = picked;
  const pick = (ids: string[]) => {
    const [first, second] = ids.slice(-2);
    setSearch({ ...(first === undefined ? {} : { a: first }), ...(second === undefined ? {} : { b: second }) }, { flushSync: true });
  };
  const labelled = (run: RunRow) => {
    const label = t('run.compare.chooseRun', { at: formatInstant(run.savedAt), note: run.note });
    return { name: run.id, 'aria-label': label };
  };
  const keep = <KeepRun dealId={dealId} version={version} draftChanged={draftChanged} scenario={scenario} />;
  return (
    <div style={{ display: 'grid', gap: 14 }}>
      <Panel title={t('run.list')} note={list.length > 1 && picked.length < 2 ? t('run.compare.pick') : undefined} extra={keep}>
        {runs.isError && <Failure reason={runs.error} onRetry={() => void runs.refetch()} />}
        {runs.isPending && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
        {runs.data !== undefined && (
          <Table<RunRow>
            size="small"
            rowKey="id"
            dataSource={list}
            pagination={list.length > 50 ? { pageSize: 50 } : false}
            scroll={{ x: 1060 }}
            locale={{ emptyText: <Nothing>{t('run.empty')}</Nothing> }}
            onRow={run => (run.id === search.get('run') ? { style: { background: 'var(--z-accent-soft)' } } : {})}
            rowSelection={{
              selectedRowKeys: picked,
              hideSelectAll: true,
              columnTitle: <span className="visually-hidden">{t('run.compare.choose')}</span>,
              onChange: ids => pick(ids.map(String)),
              getCheckboxProps: labelled,
            }}
            columns={[
              { title: t('run.at'), width: 150, render: (_, run) => formatInstant(run.savedAt) },
              { title: t('run.version'), width: 76, align: 'right', render: (_, run) => `v${run.dealVersion}` },
              { title: t('run.scenario'), ellipsis: true, render: (_, run) => (run.scenarioName === 'base' || run.scenarioName === '' ? t('scenario.base') : run.scenarioName) },
              { title: t('run.note'), dataIndex: 'note', ellipsis: true },
              { title: t('run.unpaid', { unit: unitName }), width: 130, align: 'right', render: (_, run) => <Amount value={run.unpaid} /> },
              { title: t('run.residual', { unit: unitName }), width: 150, align: 'right', render: (_, run) => <Amount value={run.residual} /> },
              { title: t('run.by'), width: 88, render: (_, run) => t.code('person', run.savedBy) },
              { title: t('run.hash'), width: 96, render: (_, run) => <code title={run.inputHash}>{run.inputHash.replace('sha256:', '').slice(0, 8)}</code> },
              { title: t('run.planned'), width: 150, render: (_, run) => <PostRun runId={run.id} deal={deal} /> },
            ]}
          />
        )}
      </Panel>
      {a !== undefined && b !== undefined && <RunComparison a={a} b={b} outline={outline} />}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Select, Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import { openVersion, textChanges, versionChanges } from '../../../../api/desk';
import type { Change, Version } from '../../../../api/types';
import { Failure } from '../../../../shell/Failure';
import { Nothing } from '../../../../shell/Nothing';
import { Panel } from '../../../../shell/Panel';
import { useT } from '../../../../words';
import { ChangeTable } from '../ChangeTable';
import type { Draft } from '../draft/useDraft';
import styles from './VersionComparison.module.css';

const working = 'draft';

interface Props {
  dealId: string;
  versions: readonly Version[];
  draft: Draft;
}

async function changesBetween(dealId: string, from: string, to: string, draft: string, signal: AbortSignal): Promise<Change[]> {
  if (to !== working) return (await versionChanges(dealId, Number(from), Number(to), signal)).changes;
  const { text } = await openVersion(dealId, Number(from), signal);
  return (await textChanges(text, draft, signal)).changes;
}

/** What differs between any two versions, or between a version and the unsaved text; the choice lives in the address. */
export function VersionComparison({ dealId, versions, draft }: Props) {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const newest = versions[0]?.number ?? 1;
  const to = search.get('to') ?? (draft.changed ? working : String(newest));
  const from = search.get('from') ?? String(to === working ? draft.baseVersion : Math.max(1, newest - 1));
  const changes = useQuery({
    queryKey: ['changes', dealId, from, to, to === working ? draft.text : ''],
    queryFn: ({ signal }) => changesBetween(dealId, from, to, draft.text, signal),
    enabled: from !== to,
  });
  const numbers = versions.map(({ number }) => ({ value: String(number), label: `v${number}` }));
  const ends = draft.changed ? [{ value: working, label: t('version.compare.draft') }, ...numbers] : numbers;
  const choose = (next: { from?: string; to?: string }) => setSearch({ from, to, ...next });
  const alone = versions.length < 2 && !draft.changed;
  return (
    <Panel title={t('version.compare')}>
      {alone ? (
        <Nothing>{t('version.compare.pick')}</Nothing>
      ) : (
        <>
          <div className={styles['ends']}>
            <label>
              {t('version.compare.from')} <Select value={from} options={numbers} onChange={value => choose({ from: value })} popupMatchSelectWidth={false} aria-label={t('version.compare.from')} />
            </label>
            <label>
              {t('version.compare.to')} <Select value={to} options={ends} onChange={value => choose({ to: value })} popupMatchSelectWidth={false} aria-label={t('version.compare.to')} />
            </label>
          </div>
          {changes.isError && <Failure reason={changes.error} onRetry={() => void changes.refetch()} />}
          {changes.isLoading && <Skeleton active title={false} />}
          {(changes.data !== undefined || from === to) && <ChangeTable changes={changes.data ?? []} />}
        </>
      )}
    </Panel>
  );
}

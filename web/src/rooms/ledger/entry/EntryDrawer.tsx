import { Drawer, Skeleton } from 'antd';
import { useEntry } from '../../../api/ledgerQueries';
import { Failure } from '../../../shell/Failure';
import { useT } from '../../../words';
import { EntryView } from './EntryView';
import { ReverseEntry } from './ReverseEntry';
import { useOpenEntry } from './useOpenEntry';

/** The entry that the address names, beside the page it was opened from. */
export function EntryDrawer() {
  const t = useT();
  const { id, open, close } = useOpenEntry();
  const entry = useEntry(id);
  const found = entry.data;
  return (
    <Drawer
      open={id !== null}
      onClose={close}
      width="min(620px, 100vw)"
      title={found === undefined ? '' : t('entry.title', { sequence: found.sequence })}
      extra={found !== undefined && <ReverseEntry key={found.id} entry={found} onReversed={open} />}
    >
      {entry.isError && <Failure reason={entry.error} onRetry={() => void entry.refetch()} />}
      {entry.isLoading && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
      {found !== undefined && <EntryView entry={found} onOpen={open} />}
    </Drawer>
  );
}

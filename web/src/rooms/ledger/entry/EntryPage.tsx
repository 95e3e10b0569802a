import { Link, useNavigate, useParams } from 'react-router';
import { useEntry } from '../../../api/ledgerQueries';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { EntryView } from './EntryView';
import { ReverseEntry } from './ReverseEntry';

/** One entry under its own address, where evidence and other rooms point to. */
export default function EntryPage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const entry = useEntry(id);
  const go = (other: string) => void navigate(`/ledger/entries/${other}`);
  if (entry.isError) return <Failure reason={entry.error} onRetry={() => void entry.refetch()} />;
  if (entry.data === undefined) return <PageSkeleton />;
  const { book, sequence, effective, event } = entry.data;
  return (
    <>
      <PageHead
        title={t('entry.title', { sequence })}
        back={<Link to={`/ledger/books/${book.id}/journal`}>← {book.name}</Link>}
        state={`${t('journal.effective')} ${formatDate(effective)} · ${t.code('ledgerEvent', event)}`}
        actions={<ReverseEntry key={id} entry={entry.data} onReversed={go} />}
      />
      <Panel title={t('entry.lines')}>
        <EntryView entry={entry.data} onOpen={go} />
      </Panel>
    </>
  );
}

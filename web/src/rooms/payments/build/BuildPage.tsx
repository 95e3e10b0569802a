import { useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useBatch, useEveryItem } from '../../../api/paymentQueries';
import type { Batch, Item } from '../../../api/paymentTypes';
import { wallTime } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import { BatchForm } from './BatchForm';
import { draftOf, keepDraft, newDraft, readDraft, type Draft } from './draft';

const today = () => (wallTime(new Date().toISOString()) ?? '').slice(0, 10);

/** Keeps what is written in this browser, a moment after each change. */
function useKept(person: string, place: string, start: () => Draft): [Draft, (next: Draft) => void, boolean] {
  const [kept] = useState(() => readDraft(localStorage, person, place));
  const [draft, setDraft] = useState(() => kept ?? start());
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (!touched) return;
    const timer = setTimeout(() => keepDraft(localStorage, person, place, draft), 300);
    return () => clearTimeout(timer);
  }, [draft, person, place, touched]);
  return [
    draft,
    next => {
      setTouched(true);
      setDraft(next);
    },
    kept !== null,
  ];
}

interface EditorProps {
  place: string;
  batch: Batch | null;
  start: () => Draft;
}

function Editor({ place, batch, start }: EditorProps) {
  const t = useT();
  const navigate = useNavigate();
  const { me } = useMe();
  const [draft, setDraft, found] = useKept(me.id, place, start);
  const state = useMemo(() => [t('pay.build.kept'), ...(found ? [t('pay.build.found')] : []), ...(batch?.state === 'checked' ? [t('pay.build.checked')] : [])].join(' · '), [t, found, batch]);
  return (
    <>
      <PageHead
        title={batch === null ? t('pay.batch.new') : t('pay.build.amend', { code: batch.code })}
        back={batch === null ? <Link to="/payments/batches">← {t('pay.batches')}</Link> : <Link to={`/payments/batches/${batch.id}`}>← {batch.code}</Link>}
        state={state}
      />
      <BatchForm draft={draft} batch={batch} person={me.id} place={place} onChange={setDraft} onClear={() => setDraft(start())} onMade={id => void navigate(id === null ? '/payments/batches' : `/payments/batches/${id}`)} />
    </>
  );
}

/** What is amended is the version that was opened: when somebody else changed it meanwhile, saving says so and what was typed stays. */
function Amending({ row, items }: { row: Batch; items: readonly Item[] }) {
  const [opened] = useState({ row, items });
  return <Editor place={`${opened.row.id}.${opened.row.version}`} batch={opened.row} start={() => draftOf(opened.row, opened.items)} />;
}

/** A batch is written here: by hand, pasted from a spreadsheet, read from a file, or chosen from the directory. */
export default function BuildPage() {
  const { id } = useParams();
  const wanted = id ?? null;
  const batch = useBatch(wanted);
  const items = useEveryItem(wanted);
  if (wanted === null) return <Editor key="new" place="new" batch={null} start={() => newDraft(today())} />;
  if (batch.data !== undefined && items.data !== undefined) {
    const [row, all] = [batch.data, items.data];
    return <Amending key={row.id} row={row} items={all} />;
  }
  const failed = batch.error ?? items.error;
  return failed === null ? <PageSkeleton rows={12} /> : <Failure reason={failed} onRetry={() => void Promise.all([batch.refetch(), items.refetch()])} />;
}

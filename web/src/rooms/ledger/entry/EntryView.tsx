import { Link } from 'react-router';
import type { ReactNode } from 'react';
import type { EntryDetail } from '../../../api/ledgerTypes';
import { formatDate, formatInstant } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { useT } from '../../../words';
import styles from './Entry.module.css';
import { EntryLines } from './EntryLines';
import { EntryMarks } from './EntryMarks';

function Source({ entry }: { entry: EntryDetail }) {
  const t = useT();
  const { source } = entry;
  if (source === null) return <span className="soft">{t('entry.source.none')}</span>;
  return (
    <>
      <span className="soft">{t.code('subjectKind', source.kind)}</span> {source.href === null ? source.title : <Link to={source.href}>{source.title}</Link>}
    </>
  );
}

function Evidence({ entry }: { entry: EntryDetail }) {
  const t = useT();
  const { id, index } = entry.evidence;
  return <Link to={`/evidence/${id}`}>{index === null ? t('entry.evidence.pending') : t('entry.evidence.at', { index })}</Link>;
}

function Planned({ entry }: { entry: EntryDetail }) {
  const t = useT();
  return entry.planned.map(one => (
    <div key={one.id}>
      <Link to={`/ledger/books/${entry.book.id}/planned?from=${one.due}&to=${one.due}`}>{formatDate(one.due)}</Link> {one.memo} <Fen value={one.amount} /> {t('shell.unit.yuan')}
    </div>
  ));
}

/** One entry whole: what it moved, why, where it came from, and how it can be proved. */
export function EntryView({ entry, onOpen }: { entry: EntryDetail; onOpen: (id: string) => void }) {
  const t = useT();
  const facts: [string, ReactNode][] = [
    [t('entry.book'), <Link to={`/ledger/books/${entry.book.id}/journal`}>{`${entry.book.code} ${entry.book.name}`}</Link>],
    [t('entry.event'), t.code('ledgerEvent', entry.event)],
    [t('entry.source'), <Source entry={entry} />],
    [t('entry.evidence'), <Evidence entry={entry} />],
    ...(entry.planned.length === 0 ? [] : [[t('entry.planned'), <Planned entry={entry} />] as [string, ReactNode]]),
    [t('entry.effective'), formatDate(entry.effective)],
    [t('entry.businessDate'), formatDate(entry.businessDate)],
    [t('entry.recordedAt'), formatInstant(entry.recordedAt)],
    [t('entry.by'), t.code('person', entry.by)],
    [t('entry.id'), <code>{entry.id}</code>],
  ];
  return (
    <div className={styles['body']}>
      {entry.memo !== '' && <p className={styles['memo']}>{entry.memo}</p>}
      {(entry.reverses !== null || entry.reversedBy !== null || entry.hold !== null) && (
        <div className={styles['marks']}>
          <EntryMarks entry={entry} onOpen={onOpen} />
        </div>
      )}
      <EntryLines lines={entry.lines} />
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

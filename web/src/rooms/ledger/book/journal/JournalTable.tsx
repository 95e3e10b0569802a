import { Button } from 'antd';
import { Link } from 'react-router';
import type { EntryRow } from '../../../../api/ledgerTypes';
import { formatDate, formatInstant } from '../../../../format';
import { Fen } from '../../../../shell/Fen';
import { useT } from '../../../../words';
import { EntryMarks } from '../../entry/EntryMarks';
import { debitFirst } from '../../entry/lineOrder';
import styles from './Journal.module.css';

interface RowProps {
  entry: EntryRow;
  sequenceOf: (id: string) => number | undefined;
  onOpen: (id: string) => void;
}

function EntryLinesOf({ entry }: { entry: EntryRow }) {
  const t = useT();
  return debitFirst(entry.lines).map(line => (
    <tr key={line.n}>
      <td colSpan={2} />
      <td className={styles[line.side]}>
        <span className="soft">{t.code('side', line.side)}</span>{' '}
        <Link to={`/ledger/accounts/${line.accountId}`} onClick={event => event.stopPropagation()}>
          {line.account} {t.either(line.zh, line.en)}
        </Link>
      </td>
      <td className="num">{line.side === 'debit' && <Fen value={line.amount} />}</td>
      <td className="num">{line.side === 'credit' && <Fen value={line.amount} />}</td>
      <td colSpan={2} />
    </tr>
  ));
}

function EntryBlock({ entry, sequenceOf, onOpen }: RowProps) {
  const t = useT();
  const undone = entry.reversedBy !== null;
  return (
    <tbody className={`${styles['entry']} ${undone ? styles['undone'] : ''}`} onClick={() => onOpen(entry.id)}>
      <tr>
        <td className="num">
          <Button type="link" size="small" style={{ padding: 0, height: 'auto' }} aria-label={t('entry.open', { sequence: entry.sequence })} onClick={() => onOpen(entry.id)}>
            {entry.sequence}
          </Button>
        </td>
        <td>{formatDate(entry.effective)}</td>
        <td colSpan={3}>
          <span className={styles['words']}>
            <span className="soft">{t.code('ledgerEvent', entry.event)}</span>
            <span className={styles['memo']}>{entry.memo}</span>
            <EntryMarks entry={entry} sequenceOf={sequenceOf} onOpen={onOpen} />
          </span>
        </td>
        <td className="soft" style={{ whiteSpace: 'nowrap' }}>
          {formatInstant(entry.recordedAt)}
        </td>
        <td className="soft" style={{ whiteSpace: 'nowrap' }}>
          {t.code('person', entry.by)}
        </td>
      </tr>
      <EntryLinesOf entry={entry} />
    </tbody>
  );
}

/** Entries newest first, each with its lines: debit indented once, credit twice. */
export function JournalTable({ entries, onOpen }: { entries: readonly EntryRow[]; onOpen: (id: string) => void }) {
  const t = useT();
  const sequences = new Map(entries.map(entry => [entry.id, entry.sequence]));
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className="num" style={{ width: 64 }}>
              {t('journal.sequence')}
            </th>
            <th scope="col" style={{ width: 104 }}>
              {t('journal.effective')}
            </th>
            <th scope="col">{t('journal.what')}</th>
            <th scope="col" className="num" style={{ width: 150 }}>
              {t('journal.debit')}
            </th>
            <th scope="col" className="num" style={{ width: 150 }}>
              {t('journal.credit')}
            </th>
            <th scope="col" style={{ width: 138 }}>
              {t('journal.recordedAt')}
            </th>
            <th scope="col" style={{ width: 92 }}>
              {t('journal.by')}
            </th>
          </tr>
        </thead>
        {entries.map(entry => (
          <EntryBlock key={entry.id} entry={entry} sequenceOf={id => sequences.get(id)} onOpen={onOpen} />
        ))}
      </table>
    </div>
  );
}

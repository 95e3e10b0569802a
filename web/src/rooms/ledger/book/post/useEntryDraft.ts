import { useEffect, useState } from 'react';
import type { Side } from '../../../../api/ledgerTypes';
import { uuid7 } from '../../../../format';
import { dropEntryDraft, keepEntryDraft, readEntryDraft } from './draft';
import type { DraftLine, EntryDraft } from './lines';

export const newLine = (side: Side): DraftLine => ({ key: uuid7(), account: '', side, amount: '' });

const blank = (businessDate: string): EntryDraft => ({ id: uuid7(), effective: businessDate, event: '', memo: '', lines: [newLine('debit'), newLine('credit')] });

const untouched = (draft: EntryDraft) => draft.event === '' && draft.memo === '' && draft.lines.every(line => line.account === '' && line.amount === '');

/** The entry being typed, kept in this browser until it is posted or cleared. */
export function useEntryDraft(book: string, businessDate: string) {
  const [draft, setDraft] = useState(() => readEntryDraft(localStorage, book) ?? blank(businessDate));
  const [kept, setKept] = useState(true);
  useEffect(() => {
    if (untouched(draft)) dropEntryDraft(localStorage, book);
    else setKept(keepEntryDraft(localStorage, book, draft));
  }, [book, draft]);
  return {
    draft,
    kept,
    touched: !untouched(draft),
    set: (change: Partial<EntryDraft>) => setDraft(previous => ({ ...previous, ...change })),
    setLine: (key: string, change: Partial<DraftLine>) =>
      setDraft(previous => ({ ...previous, lines: previous.lines.map(line => (line.key === key ? { ...line, ...change } : line)) })),
    clear: () => setDraft(blank(businessDate)),
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { postEntries } from '../../../../api/ledger';
import { ledgerKeys } from '../../../../api/ledgerQueries';
import type { EntryResult, NewEntry } from '../../../../api/ledgerTypes';
import { useFailureNotice } from '../../../../shell/useFailureNotice';

/** Sends one entry; what became of it stays until the next is sent. */
export function usePost(book: string) {
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<EntryResult | null>(null);
  const post = async (entry: NewEntry): Promise<boolean> => {
    setBusy(true);
    setResult(null);
    try {
      const answer = (await postEntries(book, [entry])).results[0];
      setResult(answer ?? null);
      if (answer === undefined || answer.result === 'refused') return false;
      await Promise.all([ledgerKeys.ledger, ledgerKeys.evidence].map(queryKey => queries.invalidateQueries({ queryKey })));
      return true;
    } catch (reason) {
      refused(reason);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, result, post };
}

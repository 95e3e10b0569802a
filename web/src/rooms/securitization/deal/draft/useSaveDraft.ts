import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { createDeal, saveVersion, textChanges } from '../../../../api/desk';
import { ApiProblem } from '../../../../api/problem';
import { keys } from '../../../../api/queries';
import type { Change, StaleVersion } from '../../../../api/types';
import { useFailureNotice } from '../../../../shell/useFailureNotice';
import { useT } from '../../../../words';
import type { Draft } from './useDraft';

/** What stands in the way of saving: the other person's version beside my changes. */
export interface Conflict {
  theirs: StaleVersion;
  mine: Change[];
  reason: string;
}

/** `conflict`: somebody else saved meanwhile; `failed`: nothing is known to be stored, and the person has been told. */
export type SaveOutcome = 'saved' | 'conflict' | 'failed';

export interface SaveDraft {
  busy: boolean;
  conflict: Conflict | null;
  save(text: string, reason: string, baseVersion: number): Promise<SaveOutcome>;
  saveApart(text: string, reason: string): Promise<void>;
  settle(): void;
}

/** The other person's version, when that is why saving was refused. */
function staleVersion(reason: unknown): StaleVersion | null {
  return reason instanceof ApiProblem && reason.status === 409 && reason.code === 'SEC-0103' ? (reason.body.current as StaleVersion) : null;
}

export function useSaveDraft(dealId: string, draft: Draft): SaveDraft {
  const t = useT();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const [busy, setBusy] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const attempt = async <T,>(work: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    try {
      return await work();
    } catch (reason) {
      refused(reason);
      return null;
    } finally {
      setBusy(false);
    }
  };

  const stopAt = async (theirs: StaleVersion, text: string, reason: string) => {
    const { changes } = await textChanges(draft.baseText, text);
    setConflict({ theirs, mine: changes, reason });
  };

  const store = async (text: string, reason: string, baseVersion: number): Promise<SaveOutcome> => {
    try {
      const deal = await saveVersion(dealId, { baseVersion, text, reason });
      queries.setQueryData(keys.deal(dealId), deal);
      draft.restart({ number: deal.version, text: deal.text });
      setConflict(null);
      void queries.invalidateQueries({ queryKey: keys.deals });
      void queries.invalidateQueries({ queryKey: keys.versions(dealId) });
      void queries.invalidateQueries({ queryKey: keys.shelves });
      void message.success(t('draft.saved', { number: deal.version }));
      return 'saved';
    } catch (failure) {
      const theirs = staleVersion(failure);
      if (theirs === null) throw failure;
      await stopAt(theirs, text, reason);
      return 'conflict';
    }
  };

  return {
    busy,
    conflict,
    save: async (text, reason, baseVersion) => (await attempt(() => store(text, reason, baseVersion))) ?? 'failed',
    saveApart: async (text, reason) => {
      await attempt(async () => {
        const deal = await createDeal(text, reason);
        draft.restart({ number: draft.baseVersion, text: draft.baseText });
        setConflict(null);
        void queries.invalidateQueries({ queryKey: keys.deals });
        void navigate(`/deals/${deal.id}`);
      });
    },
    settle: () => setConflict(null),
  };
}

import { useCallback, useEffect, useState } from 'react';
import type { DealDetail } from '../../../../api/types';
import { dropDraft, keepDraft, readDraft, type DealDraft } from './draftStore';

export interface Draft extends DealDraft {
  changed: boolean;
  /** Somebody saved a version after the one this draft was typed over. */
  behind: boolean;
  /** False when the browser could not keep the draft. */
  kept: boolean;
  type(text: string): void;
  /** Starts again from a version: after saving, discarding, or taking over somebody's changes. */
  restart(base: { number: number; text: string }, text?: string): void;
}

function first(deal: DealDetail): DealDraft {
  const stored = readDraft(localStorage, deal.id);
  return stored !== null && stored.text !== deal.text ? stored : { text: deal.text, baseVersion: deal.version, baseText: deal.text };
}

/** The working text of a deal; every change is kept in this browser at once. */
export function useDraft(deal: DealDetail): Draft {
  const [draft, setDraft] = useState<DealDraft>(() => first(deal));
  const [kept, setKept] = useState(true);
  const changed = draft.text !== draft.baseText;

  const type = useCallback(
    (text: string) => {
      setDraft(current => {
        const next = { ...current, text };
        if (text === current.baseText) dropDraft(localStorage, deal.id, current.text);
        else setKept(keepDraft(localStorage, deal.id, next));
        return next;
      });
    },
    [deal.id],
  );

  const restart = useCallback(
    (base: { number: number; text: string }, text = base.text) => {
      setDraft(current => {
        const next = { text, baseVersion: base.number, baseText: base.text };
        if (text === base.text) dropDraft(localStorage, deal.id, current.text);
        else setKept(keepDraft(localStorage, deal.id, next));
        return next;
      });
    },
    [deal.id],
  );

  useEffect(() => {
    if (!changed && deal.version > draft.baseVersion) restart({ number: deal.version, text: deal.text });
  }, [changed, deal.version, deal.text, draft.baseVersion, restart]);

  return { ...draft, changed, behind: changed && deal.version > draft.baseVersion, kept, type, restart };
}

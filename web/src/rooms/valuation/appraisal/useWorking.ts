import { useCallback, useEffect, useState } from 'react';
import type { Json, ValueRequest } from '../../../api/valuationTypes';
import { canonical, set as put } from '../request';
import { dropFromShelf, keepOnShelf, readShelf, type AppraisalDraftState } from './draftShelf';

export interface Working extends AppraisalDraftState {
  changed: boolean;
  /** Somebody saved a version after the one this was typed over. */
  behind: boolean;
  /** False when the browser could not keep it. */
  kept: boolean;
  /** Puts a value at a path; undefined takes it out. */
  set: (path: string, next: Json | undefined) => void;
  replace: (request: ValueRequest) => void;
  rename: (name: string) => void;
  discard: () => void;
  /** Starts again from a version: after saving, or taking over somebody's state. */
  restart: (base: { version: number; name: string; request: ValueRequest }, request?: ValueRequest) => void;
}

const same = (draft: AppraisalDraftState) => draft.baseVersion > 0 && draft.name === draft.baseName && canonical(draft.request) === canonical(draft.baseRequest);

/**
 * The working state of an appraisal; every change is kept in this browser at once.
 * @param head the newest saved state; its version is 0 for one never saved
 */
export function useWorking(id: string, head: AppraisalDraftState): Working {
  const [draft, setDraft] = useState<AppraisalDraftState>(() => readShelf(localStorage, id) ?? head);
  const [kept, setKept] = useState(true);
  const changed = !same(draft);

  const move = useCallback(
    (change: (current: AppraisalDraftState) => AppraisalDraftState) =>
      setDraft(current => {
        const next = change(current);
        if (same(next)) dropFromShelf(localStorage, id);
        else setKept(keepOnShelf(localStorage, id, next));
        return next;
      }),
    [id],
  );

  useEffect(() => {
    if (!changed && head.baseVersion > draft.baseVersion) setDraft(head);
  }, [changed, head, draft.baseVersion]);

  return {
    ...draft,
    changed,
    behind: changed && head.baseVersion > draft.baseVersion,
    kept,
    set: useCallback((path, next) => move(current => ({ ...current, request: put(current.request, path, next) })), [move]),
    replace: useCallback(request => move(current => ({ ...current, request })), [move]),
    rename: useCallback(name => move(current => ({ ...current, name })), [move]),
    discard: useCallback(() => move(current => ({ ...current, name: current.baseName, request: current.baseRequest })), [move]),
    restart: useCallback((base, request = base.request) => move(current => ({ ...current, request, name: base.name, baseVersion: base.version, baseName: base.name, baseRequest: base.request, missing: [] })), [move]),
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem, ApprovalAsked } from '../../../api/problem';
import { changeAppraisal, saveAppraisal } from '../../../api/valuation';
import { valuationKeys } from '../../../api/valuationQueries';
import type { StandingAppraisal } from '../../../api/valuationTypes';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { dropFromShelf, unsaved } from './draftShelf';
import type { Working } from './useWorking';

export interface Conflict {
  theirs: StandingAppraisal;
  reason: string;
}

export interface Saving {
  busy: boolean;
  conflict: Conflict | null;
  /** True when it is kept, or when the other person's state is shown. */
  save: (reason: string, from?: number) => Promise<boolean>;
  settle: () => void;
}

const standing = (reason: unknown) => (reason instanceof ApiProblem && reason.status === 409 && reason.code === 'VAL-2103' ? (reason.body.current as StandingAppraisal) : null);

/** Keeps the working state as a version; where somebody else was first, his state is shown beside mine. */
export function useSaving(id: string | null, working: Working): Saving {
  const t = useT();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const [busy, setBusy] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const save = async (reason: string, from = working.baseVersion) => {
    setBusy(true);
    try {
      const { name, firmId, request } = working;
      const kept = id === null ? await saveAppraisal({ name, firmId, request, reason }) : await changeAppraisal(id, { from, name, request, reason });
      setConflict(null);
      void message.success(t('value.saved', { number: kept.row.version }));
      if (id === null) {
        dropFromShelf(localStorage, unsaved);
        void navigate(`/appraisals/${kept.row.id}`);
      } else {
        working.restart({ version: kept.row.version, name: kept.row.name, request: kept.request });
      }
      await queries.invalidateQueries({ queryKey: valuationKeys });
      return true;
    } catch (failure) {
      const theirs = standing(failure);
      if (theirs !== null) {
        setConflict({ theirs, reason });
        void queries.invalidateQueries({ queryKey: valuationKeys });
        return true;
      }
      refused(failure);
      return failure instanceof ApprovalAsked;
    } finally {
      setBusy(false);
    }
  };
  return { busy, conflict, save, settle: () => setConflict(null) };
}

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { editApplication } from '../../../api/origination';
import type { ApplicationDetail, FormTyped, StandingApplication } from '../../../api/originationTypes';
import { ApiProblem } from '../../../api/problem';
import type { Finding } from '../../../api/types';
import { useFailureNotice } from '../../../shell/useFailureNotice';

/** Milliseconds of quiet after which what was typed is kept. */
const quiet = 900;

export interface Autosave {
  form: FormTyped;
  version: number;
  state: 'saved' | 'typing' | 'saving';
  findings: readonly Finding[];
  /** What somebody else saved meanwhile; null where nobody did. */
  standing: StandingApplication | null;
  change: (part: Partial<FormTyped>) => void;
  /** Keeps what was typed at once; false where it could not be. */
  flush: () => Promise<number | null>;
  takeTheirs: () => void;
  keepMine: () => void;
}

/** A form that keeps itself: one save at a time, each from the version the last one made. */
export function useAutosave(detail: ApplicationDetail): Autosave {
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const [form, setForm] = useState<FormTyped>(detail.form);
  const [version, setVersion] = useState(detail.row.version);
  const [state, setState] = useState<Autosave['state']>('saved');
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [standing, setStanding] = useState<StandingApplication | null>(null);
  const held = useRef({ form: detail.form, version: detail.row.version, dirty: false, running: null as Promise<number | null> | null });
  const id = detail.row.id;

  const save = useCallback((): Promise<number | null> => {
    const now = held.current;
    if (now.running !== null) return now.running.then(done => (done === null || !held.current.dirty ? done : save()));
    if (!now.dirty) return Promise.resolve(now.version);
    const run = async () => {
      now.dirty = false;
      setState('saving');
      try {
        const kept = await editApplication(id, now.version, now.form);
        now.version = kept.row.version;
        setVersion(kept.row.version);
        setFindings([]);
        setState(now.dirty ? 'typing' : 'saved');
        queries.setQueriesData<ApplicationDetail>({ queryKey: ['lending', 'application', id] }, kept);
        return kept.row.version;
      } catch (reason) {
        now.dirty = true;
        setState('typing');
        if (reason instanceof ApiProblem && reason.status === 409) setStanding(reason.body.current as StandingApplication);
        else if (reason instanceof ApiProblem && reason.findings.length > 0) setFindings(reason.findings);
        else refused(reason);
        return null;
      } finally {
        now.running = null;
      }
    };
    now.running = run();
    return now.running;
  }, [id, queries, refused]);

  useEffect(() => {
    if (state !== 'typing' || standing !== null || findings.length > 0) return;
    const timer = setTimeout(() => void save(), quiet);
    return () => clearTimeout(timer);
  }, [form, state, standing, findings, save]);

  const settle = (next: FormTyped, at: number, dirty: boolean) => {
    Object.assign(held.current, { form: next, version: at, dirty });
    setForm(next);
    setVersion(at);
    setStanding(null);
    setState(dirty ? 'typing' : 'saved');
  };

  return {
    form,
    version,
    state,
    findings,
    standing,
    change: part => {
      const next = { ...held.current.form, ...part };
      Object.assign(held.current, { form: next, dirty: true });
      setForm(next);
      setFindings([]);
      setState('typing');
    },
    flush: save,
    takeTheirs: () => standing !== null && settle(standing.form, standing.row.version, false),
    keepMine: () => standing !== null && settle(held.current.form, standing.row.version, true),
  };
}

import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { ApiProblem, ApprovalAsked } from '../api/problem';
import type { Finding } from '../api/types';
import { useFailureNotice } from './useFailureNotice';

export interface Writing {
  busy: boolean;
  /** What the server refused last, for the fields it names. */
  findings: readonly Finding[];
  forget: () => void;
  /** True when it was done; a refusal without findings, or a wait for approval, is said in a notice. */
  run: <T>(work: () => Promise<T>, done: (answer: T) => string) => Promise<boolean>;
}

/**
 * One write: busy while it runs, then everything shown under the keys is asked anew.
 * @param whenAsked after it was put up for approval: closes the dialog it was typed into
 */
export function useWriting(keys: readonly QueryKey[], whenAsked?: () => void): Writing {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const refused = useFailureNotice();
  const [busy, setBusy] = useState(false);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const run = async <T>(work: () => Promise<T>, done: (answer: T) => string) => {
    setBusy(true);
    setFindings([]);
    try {
      const answer = await work();
      void message.success(done(answer));
      await Promise.all(keys.map(queryKey => queries.invalidateQueries({ queryKey })));
      return true;
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.findings.length > 0) setFindings(reason.findings);
      else refused(reason);
      if (reason instanceof ApprovalAsked) {
        await queries.invalidateQueries({ queryKey: ['approvals'] });
        whenAsked?.();
      }
      // Somebody else was first: what is shown is out of date.
      if (reason instanceof ApiProblem && reason.status === 409) await Promise.all(keys.map(queryKey => queries.invalidateQueries({ queryKey })));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, findings, forget: () => setFindings([]), run };
}

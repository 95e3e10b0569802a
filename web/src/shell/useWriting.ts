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
<<<<<<< HEAD
  /** True when it was done; a refusal without findings is said in a notice. What waits for approval is said too, and `asked` closes what asked for it. */
  run: <T>(work: () => Promise<T>, done: (answer: T) => string, asked?: () => void) => Promise<boolean>;
}

/** One write: busy while it runs, then everything shown under the keys is asked anew; so it is when somebody else was first. */
export function useWriting(keys: readonly QueryKey[]): Writing {
=======
  /** True when it was done; a refusal without findings, or a wait for approval, is said in a notice. */
  run: <T>(work: () => Promise<T>, done: (answer: T) => string) => Promise<boolean>;
}

/**
 * One write: busy while it runs, then everything shown under the keys is asked anew.
 * @param whenAsked after it was put up for approval: closes the dialog it was typed into
 */
export function useWriting(keys: readonly QueryKey[], whenAsked?: () => void): Writing {
>>>>>>> ffec589da1a45c42913f8b396f80cf2b83b36a6a
  const queries = useQueryClient();
  const { message } = App.useApp();
  const refused = useFailureNotice();
  const [busy, setBusy] = useState(false);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
<<<<<<< HEAD
  const anew = () => Promise.all(keys.map(queryKey => queries.invalidateQueries({ queryKey })));
  const run = async <T>(work: () => Promise<T>, done: (answer: T) => string, asked?: () => void) => {
=======
  const run = async <T>(work: () => Promise<T>, done: (answer: T) => string) => {
>>>>>>> ffec589da1a45c42913f8b396f80cf2b83b36a6a
    setBusy(true);
    setFindings([]);
    try {
      const answer = await work();
      void message.success(done(answer));
<<<<<<< HEAD
      await anew();
=======
      await Promise.all(keys.map(queryKey => queries.invalidateQueries({ queryKey })));
>>>>>>> ffec589da1a45c42913f8b396f80cf2b83b36a6a
      return true;
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.findings.length > 0) setFindings(reason.findings);
      else refused(reason);
<<<<<<< HEAD
      if (reason instanceof ApprovalAsked) asked?.();
      if (reason instanceof ApprovalAsked || (reason instanceof ApiProblem && reason.status === 409)) await anew();
=======
      if (reason instanceof ApprovalAsked) {
        await queries.invalidateQueries({ queryKey: ['approvals'] });
        whenAsked?.();
      }
>>>>>>> ffec589da1a45c42913f8b396f80cf2b83b36a6a
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, findings, forget: () => setFindings([]), run };
}

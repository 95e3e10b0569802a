import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { ledgerKeys } from '../../api/ledgerQueries';
import { ApiProblem } from '../../api/problem';
import type { Finding } from '../../api/types';
import { useFailureNotice } from '../../shell/useFailureNotice';

interface Write {
  busy: boolean;
  /** What the server refused last, for the fields it names. */
  findings: readonly Finding[];
  forget: () => void;
  /** True when it was done; a refusal without findings is said in a notice. */
  run: <T>(work: () => Promise<T>, done: (answer: T) => string) => Promise<boolean>;
}

/** One write to the ledger: busy while it runs, then everything shown of the ledger is asked anew. */
export function useWrite(): Write {
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
      await Promise.all([ledgerKeys.ledger, ledgerKeys.evidence].map(queryKey => queries.invalidateQueries({ queryKey })));
      return true;
    } catch (reason) {
      if (reason instanceof ApiProblem && reason.findings.length > 0) setFindings(reason.findings);
      else refused(reason);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, findings, forget: () => setFindings([]), run };
}

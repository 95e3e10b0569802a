import { useEffect, useRef, useState } from 'react';
import { ApiProblem, ConnectionLost } from '../../../api/problem';
import type { Finding } from '../../../api/types';
import { calculateAppraisal } from '../../../api/valuation';
import type { CalculatedAppraisal, ValueRequest } from '../../../api/valuationTypes';
import { useLanguage } from '../../../words';
import { canonical } from '../request';

export interface Live {
  calculation: CalculatedAppraisal | null;
  /** The figures shown belong to an earlier request. */
  stale: boolean;
  /** What is typed is not answered yet, for better or worse. */
  waiting: boolean;
  /** What keeps the request from being computed. */
  findings: readonly Finding[];
  /** Anything else that went wrong; a lost connection is tried again by itself. */
  failure: unknown;
}

const pause = 250;

/** The value of what stands on the page, asked again with every change; the latest answer wins. */
export function useLive(request: ValueRequest): Live {
  const language = useLanguage();
  const question = canonical(request);
  const [live, setLive] = useState<Live>({ calculation: null, stale: true, waiting: true, findings: [], failure: null });
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(false);

  useEffect(() => {
    const stop = new AbortController();
    setLive(current => (current.stale && current.waiting ? current : { ...current, stale: true, waiting: true }));
    const ask = async () => {
      try {
        const calculation = await calculateAppraisal(JSON.parse(question) as ValueRequest, stop.signal);
        if (!stop.signal.aborted) setLive({ calculation, stale: false, waiting: false, findings: [], failure: null });
      } catch (failure) {
        if (stop.signal.aborted) return;
        const findings = failure instanceof ApiProblem ? failure.findings : [];
        setLive(current => ({ ...current, stale: true, waiting: false, findings, failure: findings.length > 0 ? null : failure }));
      }
    };
    const timer = setTimeout(() => void ask(), asked.current ? pause : 0);
    asked.current = true;
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [question, language, attempt]);

  useEffect(() => {
    if (!(live.failure instanceof ConnectionLost)) return;
    const timer = setTimeout(() => setAttempt(count => count + 1), 4000);
    return () => clearTimeout(timer);
  }, [live.failure]);

  return live;
}

import { useEffect, useState } from 'react';
import { ApiProblem } from '../../../api/problem';
import { calculateScore } from '../../../api/scores';
import type { CalculatedScore, ScoreAsked } from '../../../api/scoreTypes';
import type { Finding } from '../../../api/types';
import { useLanguage } from '../../../words';

export interface LiveScore {
  score: CalculatedScore | null;
  stale: boolean;
  findings: readonly Finding[];
  failure: unknown;
}

/** The score of what stands on the form, asked again with every change. */
export function useLiveScore(asked: ScoreAsked | null): LiveScore {
  const language = useLanguage();
  const question = JSON.stringify(asked);
  const [live, setLive] = useState<LiveScore>({ score: null, stale: true, findings: [], failure: null });
  useEffect(() => {
    if (question === 'null') return;
    const stop = new AbortController();
    setLive(current => ({ ...current, stale: true }));
    const timer = setTimeout(() => {
      calculateScore(JSON.parse(question) as ScoreAsked, stop.signal)
        .then(score => setLive({ score, stale: false, findings: [], failure: null }))
        .catch((failure: unknown) => {
          if (stop.signal.aborted) return;
          const findings = failure instanceof ApiProblem ? failure.findings : [];
          setLive(current => ({ ...current, findings, failure: findings.length > 0 ? null : failure }));
        });
    }, 250);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [question, language]);
  return live;
}

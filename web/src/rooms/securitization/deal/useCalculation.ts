import { useEffect, useRef, useState } from 'react';
import { compute } from '../../../api/client';
import type { Calculation, Scenario } from '../../../api/types';
import { useLanguage } from '../../../words';

export interface Live {
  calculation: Calculation | null;
  /** When the input behind `calculation` happened, on the clock of `performance.now()`. */
  askedAt: number;
  /** The figures shown belong to an earlier text. */
  stale: boolean;
  failure: unknown;
}

/** Waits for the next keystroke before asking, so that fast typing asks once. */
const pause = 30;

let lastInput = 0;
for (const kind of ['input', 'change', 'click', 'paste'] as const) {
  addEventListener(kind, event => (lastInput = event.timeStamp), { capture: true, passive: true });
}

/** Input events of the last tenth of a second caused this change; otherwise it began now. */
function causedAt(): number {
  const now = performance.now();
  return now - lastInput < 100 ? lastInput : now;
}

/** Where a page does not show the analysis it is not asked for; the last one stands in for it. */
function withAnalysis(calculation: Calculation, last: Calculation | null): Calculation {
  return calculation.analysis === null ? { ...calculation, analysis: last?.analysis ?? null } : calculation;
}

/** The calculation of what stands on the page, asked again with every change; the latest answer wins. */
export function useCalculation(text: string, scenarios: readonly Scenario[], analysis: boolean): Live {
  const language = useLanguage();
  const question = JSON.stringify({ text, scenarios, analysis });
  const [live, setLive] = useState<Live>({ calculation: null, askedAt: 0, stale: true, failure: null });
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(false);

  useEffect(() => {
    const stop = new AbortController();
    const askedAt = causedAt();
    setLive(current => (current.stale ? current : { ...current, stale: true }));
    const ask = async () => {
      try {
        const body: unknown = JSON.parse(question);
        const calculation = await compute<Calculation>('/deals/calculate', body, stop.signal);
        if (!stop.signal.aborted) setLive(last => ({ calculation: withAnalysis(calculation, last.calculation), askedAt, stale: false, failure: null }));
      } catch (failure) {
        if (!stop.signal.aborted) setLive(current => ({ ...current, failure }));
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
    if (live.failure === null) return;
    const timer = setTimeout(() => setAttempt(count => count + 1), 4000);
    return () => clearTimeout(timer);
  }, [live.failure]);

  return live;
}

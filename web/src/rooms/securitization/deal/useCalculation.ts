import { useEffect, useRef, useState } from 'react';
import { calculate } from '../../../api/desk';
import { ConnectionLost } from '../../../api/problem';
import type { Calculation, Scenario } from '../../../api/types';
import { useLanguage } from '../../../words';

export interface Live {
  calculation: Calculation | null;
  /** When the input behind `calculation` happened, on the clock of `performance.now()`. */
  askedAt: number;
  /** The figures shown belong to an earlier text. */
  stale: boolean;
  /** Why there is no newer answer; after a lost connection it is asked again by itself. */
  failure: unknown;
}

/** Waits for the next keystroke before asking, so that fast typing asks once. */
const pause = 20;

let lastInput = 0;
for (const kind of ['input', 'change', 'click', 'paste'] as const) {
  addEventListener(kind, event => (lastInput = event.timeStamp), { capture: true, passive: true });
}

/** Input events of the last tenth of a second caused this change; otherwise it began now. */
function causedAt(): number {
  const now = performance.now();
  return now - lastInput < 100 ? lastInput : now;
}

/** Scenarios do not change what was analysed: the last outline and analysis of the same text stand in. */
function completed(calculation: Calculation, last: Calculation | null): Calculation {
  return calculation.outline === null && last !== null ? { ...calculation, outline: last.outline, analysis: last.analysis } : calculation;
}

/** The calculation of what stands on the page, asked again with every change; the latest answer wins. */
export function useCalculation(text: string, scenarios: readonly Scenario[]): Live {
  const language = useLanguage();
  const question = JSON.stringify({ text, scenarios });
  const [live, setLive] = useState<Live>({ calculation: null, askedAt: 0, stale: true, failure: null });
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(false);
  /** Text and language of the analysis at hand. */
  const analysed = useRef('');

  useEffect(() => {
    const stop = new AbortController();
    const askedAt = causedAt();
    setLive(current => (current.stale ? current : { ...current, stale: true }));
    const ask = async () => {
      const body = JSON.parse(question) as { text: string; scenarios: Scenario[] };
      const subject = `${language} ${body.text}`;
      const analysis = analysed.current !== subject;
      try {
        const calculation = await calculate({ ...body, analysis }, stop.signal);
        if (stop.signal.aborted) return;
        if (analysis) analysed.current = subject;
        setLive(last => ({ calculation: analysis ? calculation : completed(calculation, last.calculation), askedAt, stale: false, failure: null }));
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
    if (!(live.failure instanceof ConnectionLost)) return;
    const timer = setTimeout(() => setAttempt(count => count + 1), 4000);
    return () => clearTimeout(timer);
  }, [live.failure]);

  return live;
}

import { useCallback, useRef, useState } from 'react';
import { NotABundle, verifyBundle, type LogFile, type Verdict } from '../verifier';

export type Verifying = { state: 'idle' } | { state: 'busy' } | { state: 'done'; verdict: Verdict } | { state: 'unreadable'; code: string | null; found: string };

function whyNot(reason: unknown): { code: string | null; found: string } {
  if (reason instanceof NotABundle) return { code: reason.code, found: reason.found };
  return { code: null, found: reason instanceof Error ? reason.message : String(reason) };
}

/** Runs the verifier; only the answer to what was asked last is shown. */
export function useVerdict() {
  const [verifying, setVerifying] = useState<Verifying>({ state: 'idle' });
  const asked = useRef(0);
  const verify = useCallback(async (bytes: Uint8Array, pinned: LogFile | null = null) => {
    const mine = (asked.current += 1);
    setVerifying({ state: 'busy' });
    const outcome: Verifying = await verifyBundle(bytes, pinned).then(
      verdict => ({ state: 'done' as const, verdict }),
      (reason: unknown) => ({ state: 'unreadable' as const, ...whyNot(reason) }),
    );
    if (mine === asked.current) setVerifying(outcome);
  }, []);
  const reset = useCallback(() => {
    asked.current += 1;
    setVerifying({ state: 'idle' });
  }, []);
  return { verifying, verify, reset };
}

import { useCallback, useState } from 'react';

/** A version that is being written, kept in the browser so that a reload loses nothing. */
export interface PolicyDraft {
  /** Number of the version it started from. */
  readonly from: number;
  readonly text: string;
}

const place = (code: string) => `zhirong.policy.${code}`;

export function readDraft(code: string): PolicyDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(code)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('from' in kept) || !('text' in kept)) return null;
    return typeof kept.from === 'number' && typeof kept.text === 'string' ? { from: kept.from, text: kept.text } : null;
  } catch {
    // What a browser keeps may be damaged or forbidden; then there is no draft.
    return null;
  }
}

export function keepDraft(code: string, draft: PolicyDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(place(code));
    else localStorage.setItem(place(code), JSON.stringify(draft));
  } catch {
    // Without a place to keep it the draft lives as long as the page.
  }
}

export function useDraft(code: string): [PolicyDraft | null, (draft: PolicyDraft | null) => void] {
  const [draft, setDraft] = useState(() => readDraft(code));
  const keep = useCallback((next: PolicyDraft | null) => {
    keepDraft(code, next);
    setDraft(next);
  }, [code]);
  return [draft, keep];
}

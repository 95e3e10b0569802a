import { useCallback, useState } from 'react';
import { nextVersion } from '../../lending/policies/begin';
import { applyEdits, bare, editsOf, nodeAt, readTerms, textOf, word } from '../../securitization/terms/document';

/** A text of a rubric that is being written, kept in the browser so that a reload loses nothing. */
export interface RubricDraft {
  readonly text: string;
  /** Number of the text it started from. */
  readonly from: number;
}

const place = (code: string) => `zhirong.rubric.${code}`;

function kept(code: string): RubricDraft | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(code)) ?? 'null');
    if (typeof found !== 'object' || found === null || !('from' in found) || !('text' in found)) return null;
    return typeof found.from === 'number' && typeof found.text === 'string' ? { from: found.from, text: found.text } : null;
  } catch {
    // What a browser keeps may be damaged or forbidden; then there is no draft.
    return null;
  }
}

export function useRubricDraft(code: string): [RubricDraft | null, (draft: RubricDraft | null) => void] {
  const [draft, setDraft] = useState(() => kept(code));
  const keep = useCallback((next: RubricDraft | null) => {
    try {
      if (next === null) localStorage.removeItem(place(code));
      else localStorage.setItem(place(code), JSON.stringify(next));
    } catch {
      // Without a place to keep it the draft lives as long as the page.
    }
    setDraft(next);
  }, [code]);
  return [draft, keep];
}

/** The text a change begins with: a version not used yet, and a first day. */
export function begun(text: string, used: readonly string[], day: string): string {
  const read = readTerms(text);
  if (!('terms' in read)) return text;
  const { terms } = read;
  const effective = nodeAt(terms.root, ['effective']);
  return applyEdits(text, editsOf(terms, [
    { path: ['version'], value: word(nextVersion(textOf(terms.root, 'version'), used)) },
    effective?.kind === 'map' ? { path: ['effective', 'from'], value: bare(day) } : { path: ['effective'], value: { from: bare(day) } },
  ]));
}

import type { Finding, Origin } from '../../../../api/types';
import type { Unreadable } from '../reading/readings';

/** A text that could not be read: it stays in its cell until it is mended or given up, and never reaches the deal. */
export interface Draft {
  readonly found: string;
  readonly why: Unreadable;
}

/** What is known about places of the deal, quick to ask for every cell. */
export interface Marks {
  /** Findings at a path or below it. */
  findingsAt(path: string): readonly Finding[];
  draftAt(path: string): Draft | undefined;
  originAt(path: string): Origin;
  /** Keys of a list's items that findings speak of: `rate`, `cap.amount`. */
  keysUnder(list: string): ReadonlySet<string>;
}

/** The path of an origin that holds for every field without one of its own. */
const wholeDeal = '*';

export function marksOf(findings: readonly Finding[], drafts: ReadonlyMap<string, Draft>, origins: readonly Origin[]): Marks {
  const above = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const top of prefixes(finding.path)) above.set(top, [...(above.get(top) ?? []), finding]);
  }
  const byPath = new Map(origins.map((origin) => [origin.path, origin]));
  return {
    findingsAt: (path) => above.get(path) ?? [],
    keysUnder: (list) => new Set(findings.flatMap(({ path }) => (path.startsWith(`${list}.`) ? prefixes(path.slice(list.length + 1).split('.').slice(1).join('.')) : []))),
    draftAt: (path) => drafts.get(path),
    originAt: (path) => {
      for (const top of prefixes(path)) {
        const origin = byPath.get(top);
        if (origin) return origin;
      }
      return byPath.get(wholeDeal) ?? { path, kind: 'entered', source: null, date: null, note: null };
    },
  };
}

/** A path and everything above it, longest first. */
export function prefixes(path: string): string[] {
  const steps = path.split('.');
  return steps.map((_, i) => steps.slice(0, steps.length - i).join('.'));
}

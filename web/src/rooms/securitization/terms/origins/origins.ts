import type { Origin, OriginKind } from '../../../../api/types';
import { bare, type Change, changed, inserted, itemsAt, removed, type Terms, textOf, type Value, word } from '../document';

const kinds: readonly OriginKind[] = ['published', 'imported', 'entered', 'assumed', 'computed'];

/** The origins a deal's own text records. */
export function recordedOrigins(terms: Terms): Origin[] {
  return itemsAt(terms.root, ['origins']).flatMap((item) => {
    const kind = kinds.find((one) => one === textOf(item, 'kind'));
    const either = (key: string) => textOf(item, key) || null;
    return kind ? [{ path: textOf(item, 'path'), kind, source: either('source'), date: either('date'), note: either('note') }] : [];
  });
}

/** What the server knows, with what the text records since then. */
export function mergedOrigins(known: readonly Origin[], recorded: readonly Origin[]): Origin[] {
  const paths = new Set(recorded.map((origin) => origin.path));
  return [...known.filter((origin) => !paths.has(origin.path)), ...recorded];
}

/** The text with one origin recorded, in place of an older record of the same path. */
export function withOrigin(terms: Terms, origin: Origin): string {
  const at = itemsAt(terms.root, ['origins']).findIndex((item) => textOf(item, 'path') === origin.path);
  const members = {
    path: word(origin.path),
    kind: bare(origin.kind),
    source: origin.source === null ? undefined : word(origin.source),
    date: origin.date === null ? undefined : bare(origin.date),
    note: origin.note === null ? undefined : word(origin.note),
  };
  if (at < 0) return inserted(terms, ['origins'], itemsAt(terms.root, ['origins']).length, [members]);
  return changed(terms, Object.entries(members).map(([key, value]: [string, Value | undefined]): Change => ({ path: ['origins', at, key], value: value ?? null })));
}

export function withoutOrigin(terms: Terms, path: string): string {
  return removed(terms, ['origins'], itemsAt(terms.root, ['origins']).flatMap((item, i) => (textOf(item, 'path') === path ? [i] : [])));
}

/** More cells than this written at once are recorded under what they have in common. */
const single = 20;

/**
 * Figures changed by hand are no longer published, imported or computed: they are recorded as entered.
 * What was entered or assumed stays as it is.
 */
export function enteredOver(written: readonly string[], originAt: (path: string) => Origin, today: string): Origin[] {
  const stale = written.filter((path) => ['published', 'imported', 'computed'].includes(originAt(path).kind));
  const paths = stale.length > single ? [common(stale)] : stale;
  return paths.map((path) => ({ path, kind: 'entered', source: null, date: today, note: null }));
}

function common(paths: readonly string[]): string {
  const [first = [], ...rest] = paths.map((path) => path.split('.'));
  const length = rest.reduce((least, steps) => {
    const off = first.findIndex((step, i) => step !== steps[i]);
    return off < 0 ? least : Math.min(least, off);
  }, first.length);
  return first.slice(0, length).join('.');
}

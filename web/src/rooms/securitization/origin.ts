import type { Origin } from '../../api/types';

const entered = (path: string): Origin => ({ path, kind: 'entered', source: null, date: null, note: null });

/** `*` is the whole deal. */
const whole = '*';

function covers(prefix: string, path: string): boolean {
  return prefix === whole || path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`);
}

function specific(path: string): number {
  return path === whole ? 0 : path.length;
}

/** Where an input came from: the entry with the longest path that covers it, else entered by hand. */
export function originOf(origins: readonly Origin[], path: string): Origin {
  let best: Origin | null = null;
  for (const origin of origins) {
    if (covers(origin.path, path) && (best === null || specific(origin.path) > specific(best.path))) best = origin;
  }
  return best ?? entered(path);
}

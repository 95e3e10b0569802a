import type { Origin } from '../../api/types';

const entered = (path: string): Origin => ({ path, kind: 'entered', source: null, date: null, note: null });

function covers(prefix: string, path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`);
}

/** Where an input came from: the entry with the longest path that covers it, else entered by hand. */
export function originOf(origins: readonly Origin[], path: string): Origin {
  let best: Origin | null = null;
  for (const origin of origins) {
    if (covers(origin.path, path) && (best === null || origin.path.length > best.path.length)) best = origin;
  }
  return best ?? entered(path);
}

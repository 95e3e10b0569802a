import type { Phrase } from './entry';

/** Terms tables and the YAML editor. */
export const terms = {
  'terms.title': ['条款', 'Terms'],
} as const satisfies Record<string, Phrase>;

import type { Phrase } from './entry';

/** Users, roles, organisations, conflicts of interest, one's own account. */
export const people = {
} as const satisfies Record<string, Phrase>;

import type { Phrase } from './entry';

export const scenarios = {
} as const satisfies Record<string, Phrase>;

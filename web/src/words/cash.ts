import type { Phrase } from './entry';

export const cash = {
} as const satisfies Record<string, Phrase>;

import type { Phrase } from './entry';

export const analysis = {
} as const satisfies Record<string, Phrase>;

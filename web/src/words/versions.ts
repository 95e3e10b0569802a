import type { Phrase } from './entry';

export const versions = {
} as const satisfies Record<string, Phrase>;

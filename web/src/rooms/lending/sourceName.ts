import type { Translate } from '../../words';

/** What the register of rights is called where a figure comes from it; in both languages as it is kept. */
const register = '权利登记 / register of rights';

/** Where a figure comes from, in the reader's language where it is kept in both. */
export const sourceName = (t: Translate, source: string | null | undefined): string => (source === register ? t.either(...(register.split(' / ') as [string, string])) : (source ?? ''));

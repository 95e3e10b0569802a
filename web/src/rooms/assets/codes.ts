import type { FeeState, RightRow } from '../../api/rightTypes';
import type { Tone } from '../../shell/StateMark';

/** The code lists of the register, in the server's order; a test holds them equal. */

export const rightKinds = ['invention', 'utility_model', 'design', 'trademark', 'gi_mark', 'software', 'work', 'ic_layout', 'data_ip', 'licence_income', 'plant_variety'] as const;

export type RightKind = (typeof rightKinds)[number];

export const rightStates = ['unknown', 'applied', 'published', 'examination', 'granted', 'in_force_in_part', 'restored', 'lapsed', 'expired', 'abandoned', 'invalidated', 'revoked', 'ended', 'rejected', 'withdrawn'] as const;

/** Several states at once. */
export const stateGroups = ['in_force', 'pending', 'over'] as const;

export const rightEffects = [
  'none', 'ambiguous', 'filed', 'published', 'examination', 'granted', 'lapsed', 'expired', 'ended', 'abandoned', 'abandoned_double', 'abandoned_part',
  'invalid', 'invalid_part', 'revoked', 'revoked_part', 'rejected', 'withdrawn', 'restored', 'renewed', 'term_adjusted', 'fee_paid',
  'owner_changed', 'applicant_changed', 'holder_renamed', 'pledge_on', 'pledge_changed', 'pledge_off', 'freeze_on', 'freeze_off',
  'licence_on', 'licence_changed', 'licence_off', 'open_licence_on', 'open_licence_off',
] as const;

/** What a person may say happened. */
export const statedEffects = rightEffects.filter(effect => effect !== 'ambiguous');

export const encumbranceKinds = ['pledge', 'freeze', 'exclusive_licence', 'sole_licence', 'ordinary_licence', 'open_licence', 'licence'] as const;

export const tradeKinds = ['transfer', 'exclusive_licence', 'sole_licence', 'ordinary_licence', 'open_licence', 'contribution'] as const;

/** Columns a list of rights shows beside the number. */
export const listColumns = ['title', 'holder', 'state', 'encumbrances', 'filed', 'expires', 'ipc'] as const;

export const sorts = ['newest', 'number', 'filed', 'expires', 'title', 'holder', 'state'] as const;

const struck = ['invalidated', 'revoked', 'rejected'];
const pending = ['applied', 'published', 'examination'];

/** In force green, on its way blue, not known amber, struck down red, otherwise over grey; the word beside says the same. */
export function stateTone(state: string): Tone {
  if (state === 'unknown') return 'amber';
  if (struck.includes(state)) return 'red';
  if (pending.includes(state)) return 'blue';
  return state === 'granted' || state === 'in_force_in_part' || state === 'restored' ? 'green' : 'grey';
}

/** A freeze stops everything, a pledge and an exclusive licence most of it. */
export function encumbranceTone(kind: string): Tone {
  if (kind === 'freeze') return 'red';
  return kind === 'ordinary_licence' || kind === 'open_licence' ? 'blue' : 'amber';
}

export const feeTones: Record<FeeState, Tone> = { paid: 'green', ahead: 'grey', due: 'amber', missed: 'red' };

export const isPatent = (kind: string) => kind === 'invention' || kind === 'utility_model' || kind === 'design';

/** The name of a right in the reader's language. */
export const titleOf = (right: Pick<RightRow, 'title' | 'titleEn' | 'number'>, either: (zh: string, en: string | null) => string) => either(right.title, right.titleEn) || right.number;

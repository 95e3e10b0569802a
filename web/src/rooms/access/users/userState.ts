import type { UserRow } from '../../../api/people';
import type { Tone } from '../../../shell/StateMark';

export type UserState = 'active' | 'disabled' | 'locked' | 'fresh' | 'mustChange' | 'guest';

export const userTones: Record<UserState, Tone> = { active: 'green', disabled: 'grey', locked: 'red', fresh: 'amber', mustChange: 'amber', guest: 'blue' };

/** What matters most about an account: that it cannot be used, then what it waits for. */
export function userState(user: Pick<UserRow, 'own' | 'disabled' | 'lockedUntil' | 'hasPassword' | 'mustChange'>, now: Date): UserState {
  if (user.disabled) return 'disabled';
  if (user.lockedUntil !== null && new Date(user.lockedUntil) > now) return 'locked';
  if (!user.hasPassword) return 'fresh';
  if (user.mustChange) return 'mustChange';
  return user.own ? 'active' : 'guest';
}

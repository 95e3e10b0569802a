import type { PledgedStanding, PledgeState } from '../../../api/lendingTypes';
import type { Tone } from '../../../shell/StateMark';

/** Of a pledge: grey not created or released, amber in part, green created, red lost. */
export const pledgeTones: Record<PledgeState, Tone> = { open: 'grey', partly: 'amber', perfected: 'green', released: 'grey', lost: 'red' };

export const pledgeStates = Object.keys(pledgeTones) as PledgeState[];

/** Of a right in the register: green in force, amber nobody knows, red over. */
export const standingTones: Record<PledgedStanding['counts'], Tone> = { in_force: 'green', unverified: 'amber', over: 'red' };

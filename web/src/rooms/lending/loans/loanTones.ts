import type { Tone } from '../../../shell/StateMark';

/** What colour says of a loan's state; the word says it first. */
export const loanTones: Record<string, Tone> = { ordered: 'blue', active: 'green', repaid: 'grey', written_off: 'red', cancelled: 'grey' };

export const classTones: Record<string, Tone> = { pass: 'green', special_mention: 'amber', substandard: 'red', doubtful: 'red', loss: 'red' };

export const lineTones: Record<string, Tone> = { open: 'green', frozen: 'amber', closed: 'grey' };

export const payoutTones: Record<string, Tone> = { ordered: 'blue', paid: 'green', rejected: 'red', returned: 'amber', cancelled: 'grey' };

export const loanStates = ['ordered', 'active', 'repaid', 'written_off', 'cancelled'] as const;

export const loanClasses = ['pass', 'special_mention', 'substandard', 'doubtful', 'loss'] as const;

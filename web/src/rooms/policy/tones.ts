import type { Tone } from '../../shell/StateMark';

/** The colour that repeats a state's word. */
export const aidTones: Readonly<Record<string, Tone>> = { draft: 'grey', submitted: 'blue', reviewed: 'blue', publicised: 'blue', approved: 'green', scaled_by_pool: 'green', paid: 'green', clawback: 'amber', returned: 'amber', withdrawn: 'grey', refused: 'red' };

export const outcomeTones: Readonly<Record<string, Tone>> = { granted: 'green', shared: 'green', refused: 'red', not_covered: 'red', not_due: 'amber', open: 'amber', yes: 'green', no: 'red', unknown: 'amber' };

export const claimTones: Readonly<Record<string, Tone>> = { submitted: 'blue', approved: 'blue', paid: 'green', recovered: 'green', refused: 'red' };

export const filingTones: Readonly<Record<string, Tone>> = { live: 'blue', ended: 'grey', claimed: 'amber' };

export const aidStates = ['draft', 'submitted', 'reviewed', 'publicised', 'approved', 'scaled_by_pool', 'paid', 'clawback', 'returned', 'withdrawn', 'refused'] as const;

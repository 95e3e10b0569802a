import type { ApplicationRow, ApplicationState } from '../../../api/originationTypes';
import type { Tone } from '../../../shell/StateMark';

export const applicationStates: readonly ApplicationState[] = ['draft', 'submitted', 'returned', 'in_review', 'decided', 'withdrawn'];

const stateTones: Record<ApplicationState, Tone> = { draft: 'grey', submitted: 'blue', returned: 'amber', in_review: 'blue', decided: 'green', withdrawn: 'grey' };

/** A refusal is red though it is decided too. */
export const toneOf = (row: Pick<ApplicationRow, 'state' | 'outcome'>): Tone => (row.outcome === 'refused' ? 'red' : stateTones[row.state]);

export const checkTones: Record<'pass' | 'fail' | 'unknown', Tone> = { pass: 'green', fail: 'red', unknown: 'amber' };

export const outcomeTones: Record<'approve' | 'refer' | 'decline', Tone> = { approve: 'green', refer: 'amber', decline: 'red' };

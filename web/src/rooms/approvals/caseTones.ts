import type { ApprovalStep, CaseState, SpanState } from '../../api/approvalTypes';
import type { Tone } from '../../shell/StateMark';

/** Grey is over without being done, blue waits for others, amber waits for whoever began it, red refused, green done. */
export const caseTones: Record<CaseState, Tone> = {
  open: 'blue',
  returned: 'amber',
  conditional: 'amber',
  approved: 'blue',
  done: 'green',
  failed: 'red',
  refused: 'red',
  withdrawn: 'grey',
  expired: 'grey',
  alone: 'green',
  mandated: 'green',
};

export const spanTones: Record<SpanState, Tone> = { coming: 'blue', running: 'green', over: 'grey', ended: 'grey' };

export type StepShown = ApprovalStep['state'] | 'stopped';

export const stepTones: Record<StepShown, Tone> = { done: 'green', now: 'blue', later: 'grey', stopped: 'red' };

const stopping: readonly CaseState[] = ['refused', 'withdrawn', 'expired', 'returned'];

/** The state of a step: a case that ended or was sent back stopped at the step it had reached. */
export function stepShown(state: CaseState, reached: number, no: number, told: ApprovalStep['state']): StepShown {
  return told !== 'done' && no === reached && stopping.includes(state) ? 'stopped' : told;
}

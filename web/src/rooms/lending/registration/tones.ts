import type { PledgeItem, RegistrationState } from '../../../api/lendingTypes';
import type { Tone } from '../../../shell/StateMark';

/** How a state looks: grey not begun or over, blue under way, amber waits for us, red lost or refused, green stands. */
export const stateTones: Record<RegistrationState, Tone> = {
  draft: 'grey',
  signed_by_both: 'blue',
  submitted: 'blue',
  incomplete: 'amber',
  accepted: 'blue',
  under_exam: 'blue',
  defect_notified: 'amber',
  deemed_withdrawn: 'red',
  awaiting_declaration: 'amber',
  suspended: 'amber',
  registered: 'green',
  refused: 'red',
  change_pending: 'blue',
  extension_pending: 'blue',
  cancel_pending: 'blue',
  cancelled: 'grey',
  revoked: 'red',
  expired: 'red',
  realised: 'grey',
  withdrawn: 'grey',
};

export const registrationStates = Object.keys(stateTones) as RegistrationState[];

export const registries = ['patent', 'trademark', 'copyright', 'ic_layout', 'data_ip', 'receivables'] as const;

/** Of a right in a pledge. */
export const itemTones: Record<PledgeItem['state'], Tone> = { planned: 'blue', held: 'green', leaving: 'amber', released: 'grey', dropped: 'grey' };

/** Of a ground or a number that was looked at; what is not a ground's outcome waits for a person. */
export const outcomeTone = (outcome: string): Tone => (outcome === 'passes' ? 'green' : outcome === 'fails' ? 'red' : outcome === 'repeated' ? 'grey' : 'amber');

/** Whole days from today to a day; negative once it has passed. */
export function daysTo(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

import type { ApprovalMay, ApprovalSaid, DecisionKind } from '../../../api/approvalTypes';
import type { Tone } from '../../../shell/StateMark';
import type { Translate } from '../../../words';

export const decisionTones: Record<DecisionKind, Tone> = { approve: 'green', conditions: 'green', return: 'amber', refuse: 'red', abstain: 'grey', recuse: 'grey', close: 'blue' };

/** Who decided; a delegate with the name of who delegated. */
export function whoSaid(t: Translate, said: Pick<ApprovalSaid, 'by' | 'for'>): string {
  return said.for === null ? said.by : t('approval.said.for', { by: said.by, for: said.for });
}

/** Who may decide, one beside the other. */
export function whoMay(t: Translate, may: readonly ApprovalMay[]): string {
  return may.map(one => whoSaid(t, { by: one.name, for: one.for })).join(t('access.listComma'));
}

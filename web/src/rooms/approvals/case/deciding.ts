import type { DecisionKind } from '../../../api/approvalTypes';
import type { Word } from '../../../words';

/** One condition a line; empty lines are none. */
export function conditionLines(text: string): string[] {
  return text.split('\n').map(line => line.trim()).filter(line => line !== '');
}

/** What a decision still lacks; null when it can be sent. */
export function missingFor(decision: DecisionKind, note: string, conditions: readonly string[]): Word | null {
  if ((decision === 'return' || decision === 'refuse' || decision === 'recuse') && note.trim() === '') return 'approval.decide.noteMissing';
  if (decision === 'conditions' && conditions.length === 0) return 'approval.decide.conditionsMissing';
  return decision !== 'conditions' && conditions.length > 0 ? 'approval.decide.conditionsLeft' : null;
}

import { expect, test } from 'vitest';
import { caseStates } from '../../api/approvalTypes';
import { caseTones, stepShown } from './caseTones';

test('stepShown_CaseStoppedAtItsStep_SaysSo', () => {
  expect(stepShown('refused', 2, 2, 'later')).toBe('stopped');
  expect(stepShown('returned', 1, 1, 'later')).toBe('stopped');
  expect(stepShown('refused', 2, 1, 'done')).toBe('done');
  expect(stepShown('refused', 2, 3, 'later')).toBe('later');
  expect(stepShown('open', 1, 1, 'now')).toBe('now');
});

test('caseTones_EveryState_HasOne', () => {
  expect(Object.keys(caseTones)).toEqual([...caseStates]);
});

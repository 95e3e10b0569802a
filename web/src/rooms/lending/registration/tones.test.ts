import { expect, test } from 'vitest';
import { daysTo, outcomeTone, registrationStates } from './tones';
import { catalogue } from '../../../words';

test('days count over the end of a month and turn negative once the day has passed', () => {
  expect(daysTo('2026-03-02', '2026-02-27')).toBe(3);
  expect(daysTo('2026-02-27', '2026-02-27')).toBe(0);
  expect(daysTo('2026-02-26', '2026-03-02')).toBe(-4);
});

test('every state has a word, and only what passes is green', () => {
  for (const state of registrationStates) expect(catalogue).toHaveProperty([`registrationState.${state}`]);
  expect(['passes', 'fails', 'unverified', 'curable', 'needs_declaration', 'unknown'].filter(outcome => outcomeTone(outcome) === 'green')).toEqual(['passes']);
});

import { expect, test } from 'vitest';
import { askedOf, atRest, isFiltered } from './rightsAddress';

test('askedOf_Encumbered_IsAskedAsTrueFalseOrNotAtAll', () => {
  expect([askedOf(atRest).encumbered, askedOf({ ...atRest, encumbered: 'yes' }).encumbered, askedOf({ ...atRest, encumbered: 'no' }).encumbered]).toEqual([undefined, true, false]);
});

test('isFiltered_ByTheDayAlone_IsNot', () => {
  expect([isFiltered({ ...atRest, day: '2025-01-01' }), isFiltered({ ...atRest, ipc: 'G06F' })]).toEqual([false, true]);
});

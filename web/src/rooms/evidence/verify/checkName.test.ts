import { expect, test } from 'vitest';
import { makeTranslate } from '../../../words';
import { checkName } from './checkName';

test.each([
  ['form', 'Form'],
  ['signature.sm2-sm3', 'Checkpoint signature SM2'],
  ['items[12].inclusion.sha256', 'Inclusion SHA-256'],
  ['items[0].content', 'Content commitment'],
  ['earlier.consistency.sm3', 'Earlier checkpoint: Consistency SM3'],
  ['something.new', 'something.new'],
])('checkName_%s_Reads%s', (name, words) => expect(checkName(makeTranslate('en'), name)).toBe(words));

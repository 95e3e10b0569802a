import { expect, test } from 'vitest';
import type { Finding } from '../../api/types';
import { makeTranslate } from '../../words';
import { findingAt, placeOf, sentenceOf } from './findings';

const finding = (path: string, found: string | null = null, expected: string | null = null): Finding => ({ code: 'LDG-0111', severity: 'error', path, line: null, column: null, message: 'below zero', found, expected });

test.each([
  ['entries[0].lines[2].amount', 'lines[2].amount'],
  ['$.entries[3].effective', 'effective'],
  ['code', 'code'],
  ['', ''],
])('placeOf_%s_Is%s', (path, place) => expect(placeOf(finding(path))).toBe(place));

test('findingAt_OtherLine_IsNotMistaken', () => {
  const findings = [finding('entries[0].lines[12].amount')];
  expect(findingAt(findings, 'lines[1].amount')).toBeUndefined();
  expect(findingAt(findings, 'lines[12].amount')).toBe(findings[0]);
});

test('sentenceOf_WithFacts_EndsWithTheCode', () => {
  expect(sentenceOf(makeTranslate('en'), finding('x', '-1.00', '0.00'))).toBe('below zero (found: -1.00; expected: 0.00) LDG-0111');
});

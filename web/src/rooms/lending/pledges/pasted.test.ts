import { expect, test } from 'vitest';
import { coverageOf } from './coverage';
import { partsOf, readPasted } from './pasted';

test('readPasted_OfAWorkbook_TakesValueAndPart', () => {
  expect(readPasted('ZL201910561574.9\t1,200,000\t80万\nZL201910561575.3;90万')).toEqual([
    { number: 'ZL201910561574.9', value: '1200000.00', allocated: '800000.00' },
    { number: 'ZL201910561575.3', value: '900000.00', allocated: '' },
  ]);
});

test('readPasted_OfPlainNumbers_TakesEachOnce', () => {
  expect(readPasted('A1, A2、A1\n\nA3').map(row => row.number)).toEqual(['A1', 'A2', 'A3']);
});

test('partsOf_OneFenMissing_Differs', () => {
  const rows = [{ allocated: '0.03' }, { allocated: '99.97' }];
  expect(partsOf(rows, '100')).toBe('agrees');
  expect(partsOf(rows, '100.01')).toBe('differs');
  expect(partsOf([{ allocated: '1' }, { allocated: '' }], '1')).toBe('some');
  expect(partsOf([{ allocated: '' }], '1')).toBe('none');
});

test('coverageOf_JustBelow_IsNotRoundedUp', () => {
  expect(coverageOf('123620000.00', '92153806.95')).toBe('134.14%');
  expect(coverageOf(null, '1.00')).toBeNull();
});

import { expect, test } from 'vitest';
import type { GridCell } from '../../../../api/jobs';
import { recoveriesOf, shade, unpaidShare } from './grid';

test.each([
  ['0, 25, 50', ['0', '0.25', '0.5']],
  ['0，12.5%；100', ['0', '0.125', '1']],
  ['40', ['0.4']],
  ['', null],
  ['half', null],
  ['101', null],
  ['-1', null],
  ['25, 25.0', null],
  ['0.001', null],
  [Array.from({ length: 22 }, (_, index) => index).join(','), null],
])('recoveriesOf_%s_ReadsShares', (text, expected) => {
  expect(recoveriesOf(text)).toEqual(expected);
});

test('unpaidShare_OfATranche_IsWithinOne', () => {
  const cell: GridCell = { recovery: '0', unpaid: { A: '25.00', B: '0.00' }, fired: [] };
  expect(unpaidShare(cell, { id: 'A', size: '100.00' })).toBe(0.25);
  expect(unpaidShare(cell, { id: 'B', size: '100.00' })).toBe(0);
  expect(unpaidShare(cell, { id: 'C', size: '100.00' })).toBe(0);
  expect(unpaidShare(cell, { id: 'A', size: '0.00' })).toBe(0);
});

test('shade_RisesWithTheLossAndIsNothingWithoutOne', () => {
  expect(shade(0)).toBe(0);
  expect(shade(0.0001)).toBeGreaterThan(0.1);
  expect(shade(1)).toBeCloseTo(0.48);
});

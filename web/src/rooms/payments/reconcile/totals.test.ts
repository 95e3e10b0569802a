import { expect, test } from 'vitest';
import type { LineSum } from '../../../api/reconciliationTypes';
import { byPurpose } from '../loop/sums';
import { headTotals, offBy } from './totals';

const sums: LineSum[] = [
  { state: 'open', lines: 1, in: '0.00', out: '12.34' },
  { state: 'differing', lines: 1, in: '0.00', out: '1.00' },
  { state: 'matched', lines: 3, in: '100.00', out: '60.01' },
  { state: 'explained', lines: 1, in: '0.00', out: '5.00' },
  { state: 'repeated', lines: 9, in: '1.00', out: '0.00' },
];

test('headTotals_RepeatedLines_DoNotCountAsWork', () => {
  const totals = headTotals(sums);
  expect(totals.progress).toBe(66);
  expect([totals.matched.in, totals.open.out, totals.aside.lines]).toEqual(['100.00', '12.34', 9]);
});

test('headTotals_NoLines_IsDone', () => expect(headTotals([]).progress).toBe(100));

test.each([
  ['-100.01', '100.00', '0.01'],
  ['100.00', '100.01', '-0.01'],
])('offBy_%s_%s', (line, candidate, expected) => expect(offBy(line, candidate)).toBe(expected));

test('byPurpose_PermittedFirst_OthersAreNamed', () => {
  const use = (purpose: string, amount: string, state: string) => ({ purpose, amount, state });
  const loop = { account: { purposes: ['流动资金', '设备'] }, uses: [use('流动资金', '1.00', 'used'), use('流动资金', '2.00', 'reserved'), use('流动资金', '9.00', 'planned'), use('其他', '3.00', 'used')] };
  expect(byPurpose(loop as never).map(one => [one.purpose, one.permitted, one.count, one.used, one.reserved])).toEqual([
    ['流动资金', true, 2, '1.00', '2.00'],
    ['设备', true, 0, '0.00', '0.00'],
    ['其他', false, 1, '3.00', '0.00'],
  ]);
});

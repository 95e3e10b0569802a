import { expect, test } from 'vitest';
import type { Source } from '../../../api/reconciliationTypes';
import { blankRow, type Row } from './rows';
import { allot, leftOf, takenBy } from './sources';

const source = (id: string, day: string, left: string): Source => ({ id, day, left, from: id, reference: null, amount: left, used: '0.00' });
const row = (amount: string): Row => ({ ...blankRow('bank'), payeeName: amount, account: '6222', amount });
const sources = [source('late', '2026-11-28', '100.00'), source('early', '2026-11-27', '50.00')];

test('allot_OldestFirst_SplitsAPaymentOverTwoSources', () => {
  const rows = allot([row('30.00'), row('40.01'), blankRow('bank')], sources);
  expect(rows.map(one => one.sources)).toEqual([[{ id: 'early', amount: '30.00' }], [{ id: 'early', amount: '20.00' }, { id: 'late', amount: '20.01' }], []]);
  expect(leftOf(sources, rows)).toEqual(new Map([['late', '79.99'], ['early', '0.00']]));
});

test('allot_MoreThanThereIs_LeavesTheRestWithoutASource', () => {
  const [one] = allot([row('150.01')], sources);
  expect(one === undefined ? null : takenBy(one)).toBe('150.00');
});

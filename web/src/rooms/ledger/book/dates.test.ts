import { expect, test } from 'vitest';
import type { HoldRow } from '../../../api/ledgerTypes';
import { daysOverdue, expiringBy, nextDay } from './dates';

test.each([
  ['2026-02-28', '2026-03-01'],
  ['2024-02-28', '2024-02-29'],
  ['2026-12-31', '2027-01-01'],
])('nextDay_%s_Is%s', (from, to) => expect(nextDay(from)).toBe(to));

test('expiringBy_AroundTheLastDay_TakesOnlyWhatIsPast', () => {
  const hold = (expires: string | null, state = 'pending') => ({ expires, state }) as HoldRow;
  const holds = [hold('2026-11-29'), hold('2026-11-30'), hold('2026-12-01'), hold(null), hold('2026-11-01', 'posted')];
  expect(expiringBy(holds, '2026-11-30').map(one => one.expires)).toEqual(['2026-11-29']);
});

test.each([
  ['2026-11-25', '1.00', 'open', 0],
  ['2026-11-24', '1.00', 'partly', 1],
  ['2026-11-26', '1.00', 'open', 0],
  ['2026-10-20', '0.00', 'matched', 0],
  ['2026-10-20', '9.00', 'cancelled', 0],
] as const)('daysOverdue_Due%sOpen%s%s_Is%i', (due, open, state, days) => {
  expect(daysOverdue({ due, open, state }, '2026-11-25')).toBe(days);
});

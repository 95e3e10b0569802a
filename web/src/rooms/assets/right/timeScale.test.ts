import { expect, test } from 'vitest';
import { place, spanOf, years } from './timeScale';

const span = { first: '2019-06-26', last: '2039-06-26' };

test('place_OfDaysInAndOutside_IsWithinTheWidth', () => {
  expect([place(span, '2019-06-26'), place(span, '2039-06-26'), place(span, '2000-01-01'), place(span, '2050-01-01')]).toEqual([0, 100, 0, 100]);
  expect(place(span, '2029-06-26')).toBeCloseTo(50, 1);
});

test('years_OfTwentyYears_AreAtMostSixAndRound', () => {
  expect(years(span).map(one => one.year)).toEqual([2020, 2025, 2030, 2035]);
});

test('spanOf_ARightOnlyTypedIn_IsNotEmpty', () => {
  const found = spanOf({ day: '2024-02-29', term: { from: null, until: null }, standings: [], events: [], right: { filed: null } } as unknown as Parameters<typeof spanOf>[0]);
  expect(place(found, found.last) - place(found, found.first)).toBe(100);
});

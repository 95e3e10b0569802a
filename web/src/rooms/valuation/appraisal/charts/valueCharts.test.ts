import { expect, test } from 'vitest';
import { bins, sorted } from './valueCharts';

const drawn = { edges: ['0.00', '100.00', '200.00'], counts: [30, 60], outside: 10 };

test('bins_SharesCountWhatLiesOutside', () => {
  expect(bins(drawn)).toEqual([
    { from: '0.00', to: '100.00', share: 0.3 },
    { from: '100.00', to: '200.00', share: 0.6 },
  ]);
});

test('sorted_WidestFirst', () => {
  const bar = (input: string, atLow: string, atHigh: string) => ({ input, lowInput: '0', highInput: '0', atLow, atHigh });
  expect(sorted([bar('a', '90', '110'), bar('b', '150', '60'), bar('c', '99', '101')]).map(one => one.input)).toEqual(['b', 'a', 'c']);
});

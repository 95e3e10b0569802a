import { expect, test } from 'vitest';
import { contentRows } from './contentRows';

test('contentRows_Nested_NamesEveryValueOnce', () => {
  const rows = contentRows({ book: 'A', closed: false, memo: null, lines: [{ account: '1002', amount: '1.00' }, { account: '2201', amount: '1.00' }], tags: [], more: {} });
  expect(rows).toEqual([
    { path: ['book'], value: 'A' },
    { path: ['closed'], value: 'false' },
    { path: ['memo'], value: null },
    { path: ['lines', 1, 'account'], value: '1002' },
    { path: ['lines', 1, 'amount'], value: '1.00' },
    { path: ['lines', 2, 'account'], value: '2201' },
    { path: ['lines', 2, 'amount'], value: '1.00' },
    { path: ['tags'], value: null },
    { path: ['more'], value: null },
  ]);
});

import { expect, test } from 'vitest';
import { dueLines } from './dueLines';

test('a day and an amount a line, as typed or pasted', () => {
  expect(dueLines(' 2026-03-31  50,000.00\n\n20260630\t50000\n')).toEqual([
    { dueOn: '2026-03-31', amount: '50000.00' },
    { dueOn: '2026-06-30', amount: '50000' },
  ]);
});

test('what is no day is told by the server, not guessed', () => {
  expect(dueLines('三月末 100')).toEqual([{ dueOn: '0001-01-01', amount: '100' }]);
  expect(dueLines('2026-03-31')).toEqual([{ dueOn: '2026-03-31', amount: '' }]);
});

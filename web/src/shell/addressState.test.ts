import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './addressState';

const rest = { query: '', order: 'recorded', page: 1, pageSize: 50 };
const of = (text: string) => new URLSearchParams(text);

test.each([
  ['', rest],
  ['query=%E6%89%98%E7%AE%A1&page=3', { ...rest, query: '托管', page: 3 }],
  ['page=0&pageSize=-5', rest],
  ['page=abc', rest],
  ['page=99999999', rest],
])('readAddress_%s_FallsBackWhereItCannotRead', (text, read) => expect(readAddress(of(text), rest)).toEqual(read));

test('writeAddress_FilterChanged_GoesBackToPageOne', () => {
  expect(writeAddress(of('page=7'), rest, { query: 'a' }).toString()).toBe('query=a');
});

test('writeAddress_PageChanged_KeepsTheFilters', () => {
  expect(writeAddress(of('query=a'), rest, { page: 2 }).toString()).toBe('query=a&page=2');
});

test('writeAddress_ValueAtRest_LeavesTheAddress', () => {
  expect(writeAddress(of('order=effective'), rest, { order: 'recorded' }).toString()).toBe('');
});

test('writeAddress_NamesOfOthers_Stay', () => {
  expect(writeAddress(of('entry=1'), rest, { query: 'b' }).toString()).toBe('entry=1&query=b');
});

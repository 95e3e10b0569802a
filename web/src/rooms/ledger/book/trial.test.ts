import { expect, test } from 'vitest';
import type { AccountRow } from '../../../api/ledgerTypes';
import { byClass } from './trial';

function account(code: string, kind: AccountRow['class'], debit: string, credit: string, pendingCredit = '0.00'): AccountRow {
  return { id: code, code, zh: '', en: '', class: kind, normal: 'debit', rule: 'none', limit: null, closed: false, debit, credit, balance: '0.00', pendingDebit: '0.00', pendingCredit, available: '0.00', version: 1, lines: 0 };
}
const accounts = [
  account('4001', 'equity', '0.00', '7.10'),
  account('1122', 'asset', '0.00', '0.00'),
  account('1002', 'asset', '7.10', '0.00'),
  account('1303', 'asset', '5.00', '5.00'),
  account('1012', 'asset', '0.00', '0.00', '3.00'),
];

test('byClass_UnmovedHidden_KeepsWhatMovedOrIsHeld', () => {
  const { groups, hidden } = byClass(accounts, false);
  expect(groups.map(group => [group.class, group.accounts.map(one => one.code)])).toEqual([
    ['asset', ['1002', '1012', '1303']],
    ['equity', ['4001']],
  ]);
  expect(hidden).toBe(1);
});

test('byClass_NothingMovedYet_ShowsTheWholeChart', () => {
  const { groups, hidden } = byClass([account('1002', 'asset', '0.00', '0.00')], false);
  expect([groups.length, hidden]).toEqual([1, 0]);
});

test('byClass_HiddenOrNot_SumsAreTheSame', () => {
  const sums = (all: boolean) => byClass(accounts, all).groups.map(group => [group.debit, group.credit]);
  expect(sums(true)).toEqual(sums(false));
  expect(sums(true)[0]).toEqual(['12.10', '5.00']);
});

import { expect, test } from 'vitest';
import type { Side, Statement } from '../../../api/ledgerTypes';
import { balanceBefore, endOfDays, rowsOf } from './running';

test.each([
  ['debit', 'debit', '30.00', '100.00', '70.00'],
  ['credit', 'debit', '30.00', '100.00', '130.00'],
  ['credit', 'credit', '0.01', '0.00', '-0.01'],
  ['debit', 'credit', '90071992547409931.01', '-90071992547409931.00', '0.01'],
] as const)('balanceBefore_%sOnNormal%s_TakesTheMovementBack', (side, normal, amount, balance, before) => {
  expect(balanceBefore({ side, amount, balance }, normal)).toBe(before);
});

function paged(page: number, balances: string[], total: number): Statement {
  const items = balances.map((balance, index) => ({ sequence: index, entryId: '', effective: '', recordedAt: '', event: '', memo: '', side: 'debit' as Side, amount: '10.00', balance, counter: [], reversedBy: null, reverses: null }));
  return { account: { normal: 'debit' }, opening: '5.00', closing: '99.00', page: { items, total, page, pageSize: 2 } } as unknown as Statement;
}
const standing = (statement: Statement) => rowsOf(statement).flatMap(row => (row.line === null ? [[row.key, row.balance]] : []));

test('rowsOf_OnlyPage_StandsBetweenOpeningAndClosing', () => {
  expect(standing(paged(1, ['15.00', '25.00'], 2))).toEqual([['opening', '5.00'], ['closing', '99.00']]);
});
test('rowsOf_MiddlePage_IsCarriedOnBothSides', () => {
  expect(standing(paged(2, ['35.00', '45.00'], 5))).toEqual([['carried', '25.00'], ['toNext', '45.00']]);
});
test('rowsOf_NothingMoved_OpeningAndClosingStand', () => {
  expect(standing(paged(1, [], 0))).toEqual([['opening', '5.00'], ['closing', '99.00']]);
});

test('endOfDays_SeveralLinesADay_KeepsTheLast', () => {
  const lines = [
    { on: '2026-01-05', balance: '1.00' },
    { on: '2026-01-05', balance: '2.00' },
    { on: '2026-01-09', balance: '5.00' },
  ];
  expect(endOfDays(lines, line => line.on)).toEqual([
    { day: '2026-01-05', balance: '2.00' },
    { day: '2026-01-09', balance: '5.00' },
  ]);
});

import { expect, test } from 'vitest';
import type { Outline, Run } from '../../../../api/types';
import { makeTranslate } from '../../../../words';
import { cashColumns, totalOf } from '../cash/cashTable';
import { compareRuns } from './comparison';

const line = (name: string, kind: string, tranche: string | null = null) => ({ name, kind, owner: name, zh: name, en: name, tranche });
const outline = {
  tranches: [{ id: 'A', nameZh: '优先级', nameEn: 'Senior', residual: false }],
  supports: [{ id: 'topup', nameZh: '差额支付', nameEn: 'Top-up' }],
  triggers: [],
  lines: [line('custody', 'fee'), line('A.interest', 'interest', 'A')],
} as unknown as Outline;

function run(interest: string, drawn: string, wal: string | null = '1.00'): Run {
  const period = (k: number) => ({
    k,
    collected: { interest: '10.10', principal: '0.00', recovery: '0.00' },
    defaulted: '0.00',
    drawn: { topup: drawn },
    paid: { custody: '0.10', 'A.interest': interest },
    unpaid: {},
    balances: { A: '100.00' },
    carriedCash: '0.00',
    check: '0.00',
  });
  return { periods: [period(1), period(2)], summary: { A: { interest, principal: '0.00', residual: '0.00', unpaid: '0.00', wal, irr: null } }, fired: [], warnings: [] } as unknown as Run;
}

const t = makeTranslate('en');

test('compareRuns_OneFenMore_DiffersByOneFen', () => {
  const items = compareRuns(t, outline, run('5.00', '0.00'), run('5.01', '0.00'));
  expect(items.filter(item => item.differs).map(item => [item.key, item.difference])).toEqual([['A.interest', '0.01']]);
});

test('compareRuns_FigureGone_DiffersWithoutADifference', () => {
  const items = compareRuns(t, outline, run('5.00', '0.00'), run('5.00', '0.00', null));
  expect(items.filter(item => item.differs).map(item => [item.key, item.difference])).toEqual([['A.wal', null]]);
});

test('compareRuns_Draws_AreSummedOverAllDates', () => {
  const drawn = compareRuns(t, outline, run('5.00', '0.00'), run('5.00', '1.25')).find(item => item.key === 'topup.drawn');
  expect(drawn).toMatchObject({ title: 'Top-up drawn', base: '0.00', scenario: '2.50', difference: '2.50' });
});

test('cashColumns_OrderOfGroups_GoesFromCollectionsToTheCheck', () => {
  const groups = cashColumns(t, outline, run('5.00', '0.00')).map(column => column.group);
  expect([...new Set(groups)]).toEqual(['collected', 'drawn', 'fees', 'tranches', 'balances', 'check']);
});

test('totalOf_Balance_IsNotSummed', () => {
  const columns = cashColumns(t, outline, run('5.05', '0.00'));
  const total = (key: string) => columns.filter(column => column.key === key).map(column => totalOf(column, run('5.05', '0.00')));
  expect(total('balance.A')).toEqual([null]);
  expect(total('paid.A.interest')).toEqual(['10.10']);
});

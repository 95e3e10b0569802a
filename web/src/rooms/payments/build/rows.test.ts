import { expect, test } from 'vitest';
import { batchOf, controlOf, keepDraft, newDraft, readDraft, type Draft } from './draft';
import { cellsOf, hasTitles, joined, pasteAt } from './paste';
import { blankRow, itemOf, rowOf, totalsOf, type Row } from './rows';

const row = (payeeName: string, amount: string, more: Partial<Row> = {}): Row => ({ ...blankRow('bank'), payeeName, account: '6222', amount, ...more });
const draft = (more: Partial<Draft>): Draft => ({ ...newDraft('2026-11-28'), title: '投放', accountId: 'a', channel: 'ecny', purpose: '流动资金', ...more });

test('itemOf_RowOf_ComeBackTheSame', () => {
  const item = itemOf(row('甲', '1980万', { kind: 'ecny_wallet', operatingBank: '中国银行', loanNo: 'NB1-P01', account: '0010 0200' }));
  expect(item).toMatchObject({ account: '00100200', amount: '19800000.00', operatingBank: '中国银行', loanNo: 'NB1-P01', agentCnaps: null, sources: null });
  expect(itemOf(rowOf(item))).toEqual(item);
});

test('itemOf_AmountThatIsNone_IsSentAsTyped', () => expect(itemOf(row('甲', '一百')).amount).toBe('一百'));

test('totalsOf_BlankRowsDoNotCount_UnreadOnesAreTold', () => expect(totalsOf([row('甲', '0.1'), row('乙', '0.2'), blankRow('bank'), row('丙', 'x')])).toEqual({ count: 3, total: '0.30', unread: 1 }));

test.each([
  ['', '', null, null, true],
  ['0.30', '2', '0.00', 0, true],
  ['0.31', '', '-0.01', null, false],
  ['', '3', null, -1, false],
  ['x', '', null, null, false],
])('controlOf_%s_%s', (controlTotal, controlCount, total, count, agrees) => {
  const own = draft({ controlTotal, controlCount, rows: [row('甲', '0.1'), row('乙', '0.2')] });
  expect(controlOf(own, totalsOf(own.rows))).toEqual({ total, count, agrees });
});

test('batchOf_LeavesBlankRowsOut', () => {
  const sent = batchOf(draft({ controlTotal: '1万', rows: [row('甲', '1万'), blankRow('bank')] }));
  expect([sent.items.length, sent.controlTotal, sent.controlCount, sent.counterAccount]).toEqual([1, '10000.00', null, null]);
});

test('readDraft_KeptBefore_ComesBackForItsPersonOnly', () => {
  const store = new Map<string, string>();
  const shelf = { getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, text: string) => void store.set(key, text), removeItem: (key: string) => void store.delete(key) };
  keepDraft(shelf, 'u1', 'new', draft({ rows: [row('甲', '1')] }));
  expect(readDraft(shelf, 'u1', 'new')?.rows[0]?.payeeName).toBe('甲');
  expect(readDraft(shelf, 'u2', 'new')).toBeNull();
  shelf.setItem('zhirong.payments.u1.new', '{broken');
  expect(readDraft(shelf, 'u1', 'new')).toBeNull();
});

test('pasteAt_ABlockWithoutTitles_FillsCellsAndAddsRows', () => {
  const rows = pasteAt([row('甲', '1')], 0, 'payeeName', cellsOf('乙\t数字人民币\t0010\t中国银行\t\t1,000.00\r\n丙\t银行账户\t6333\n'));
  expect(rows.map(one => [one.payeeName, one.kind, one.account, one.operatingBank, one.amount])).toEqual([
    ['乙', 'ecny_wallet', '0010', '中国银行', '1,000.00'],
    ['丙', 'bank', '6333', '', ''],
  ]);
});

test('pasteAt_FromTheMiddle_DoesNotRunOver', () => expect(pasteAt([row('甲', '')], 0, 'loanNo', [['L1', 'too far']])[0]?.loanNo).toBe('L1'));

test.each([
  ['收款人名称\t钱包编号\t金额', true],
  ['Payee\tAccount\tAmount', true],
  ['甲公司\t6222\t100', false],
])('hasTitles_%s', (text, expected) => expect(hasTitles(cellsOf(text))).toBe(expected));

test('joined_BlankRowsGo', () => expect(joined([blankRow('bank'), row('甲', '1')], [row('乙', '2')]).map(one => one.payeeName)).toEqual(['甲', '乙']));

import { expect, test } from 'vitest';
import type { ChartAccount } from '../../../../api/ledgerTypes';
import { readPaste, sideNamed } from './pasteLines';

const account = (code: string, zh: string, en: string): ChartAccount => ({ code, zh, en, class: 'asset', normal: 'debit', rule: 'none', limit: null });
const accounts = [account('1002', '托管账户存款', 'Custody cash'), account('2201', '优先A档本金', 'Senior A principal'), account('6402', '托管费', 'Custody fee')];
const read = (text: string) => readPaste(accounts, text).map(row => row.fault ?? [row.line?.account, row.line?.side, row.line?.amount]);

test('readPaste_AccountSideAmount_UnderAHead', () => {
  expect(read('科目\t方向\t金额\r\n2201\t借\t3150万\r\n1002 托管账户存款\t贷方\t31,500,000.00\r\n')).toEqual([
    ['2201', 'debit', '3150万'],
    ['1002', 'credit', '31,500,000.00'],
  ]);
});

test('readPaste_DebitAndCreditColumns_TheFilledOneDecides', () => {
  expect(read('托管费\t14,295.00\t\nCustody cash\t0.00\t14,295.00\n1002\t-\t1')).toEqual([
    ['6402', 'debit', '14,295.00'],
    ['1002', 'credit', '14,295.00'],
    ['1002', 'credit', '1'],
  ]);
});

test.each([
  ['9999\t借\t1', 'account'],
  ['1002\t左\t1', 'side'],
  ['1002\t借\t1.234', 'amount'],
  ['1002\t借\t-5', 'amount'],
  ['1002\t\t', 'side'],
  ['1002\t1\t1', 'amount'],
  ['1002', 'shape'],
])('readPaste_%s_IsRefusedAs%s', (text, fault) => expect(read(text)).toEqual([fault]));

test('readPaste_BadRow_KeepsItsPlace', () => {
  const rows = readPaste(accounts, '\n1002\t借\t1\n9999\t贷\t1');
  expect(rows.map(row => [row.row, row.fault])).toEqual([[2, null], [3, 'account']]);
});

test.each([['借', 'debit'], ['贷方', 'credit'], ['Dr.', 'debit'], ['ＣＲ', 'credit'], ['', null]])('sideNamed_%s_Is%s', (text, side) => expect(sideNamed(text)).toBe(side));

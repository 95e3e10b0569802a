import { expect, test } from 'vitest';
import { columnsOf } from './mappingLines';

const fields = [{ word: 'number', title: '借据号' }, { word: 'balance', title: '余额' }];

test('columnsOf_WordsOrNames_BecomeWords_OthersStay', () => {
  expect(columnsOf('内部编号，借据号\n年末余额\tbalance\n备注栏,\nX,nonsense\n\n', fields)).toEqual({ 内部编号: 'number', 年末余额: 'balance', 备注栏: '', X: 'nonsense' });
});

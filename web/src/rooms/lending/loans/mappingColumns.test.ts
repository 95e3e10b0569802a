import { expect, test } from 'vitest';
import { fieldsOf, missingOf, twiceOf } from './mappingColumns';

const columns = [
  { title: '内部编号', field: '', known: false, samples: ['JJ-1'] },
  { title: '余额', field: 'balance', known: true, samples: ['1'] },
  { title: '年末余额', field: '', known: false, samples: [] },
];

test('fieldsOf_WhatWasChosenByHand_GoesBeforeWhatTheSheetIsTakenFor', () => {
  const fields = fieldsOf(columns, { 内部编号: 'number', 余额: '' });
  expect(fields).toEqual({ 内部编号: 'number', 余额: '', 年末余额: '' });
  expect(missingOf(['number', 'balance'], fields)).toEqual(['balance']);
});

test('twiceOf_FieldsOfSeveralColumns_AreNamedOnce', () => {
  expect([twiceOf(fieldsOf(columns, { 年末余额: 'balance', 内部编号: 'balance' })), twiceOf(fieldsOf(columns, {}))]).toEqual([['balance'], []]);
});

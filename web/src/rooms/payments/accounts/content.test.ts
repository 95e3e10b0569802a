import { expect, test } from 'vitest';
import { sizeText } from '../files/size';
import { contentOf, formOf, isWhole } from './content';

const form = { ...formOf(null), number: '33150198513600000001', name: '专项计划', agentCnaps: '313332082914' };

test('isWhole_ABankAccount_NeedsItsTwelveDigits', () => {
  expect(isWhole(form)).toBe(true);
  expect(isWhole({ ...form, agentCnaps: '31333208291' })).toBe(false);
});

test('isWhole_ClosedLoopWithoutPurposes_OrHalfABook_IsNot', () => {
  expect(isWhole({ ...form, closedLoop: true })).toBe(false);
  expect(isWhole({ ...form, bookId: 'b' })).toBe(false);
  expect(isWhole({ ...form, bookId: 'b', bookAccount: '100201' })).toBe(true);
});

test('contentOf_AWallet_SendsNoBank', () => expect(contentOf({ ...form, kind: 'ecny_wallet', operatingBank: '中国银行', purposes: ['x'] })).toMatchObject({ agentName: null, agentCnaps: null, operatingBank: '中国银行', purposes: [], bookId: null }));

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 KB'],
  [209715200, '200.0 MB'],
])('sizeText_%d', (bytes, expected) => expect(sizeText(bytes)).toBe(expected));

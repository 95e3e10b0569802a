import { expect, test } from 'vitest';
import { basisOf, isScore, readable } from './experts';

test.each([['80', true], ['0', true], ['100', true], ['100.5', false], ['-1', false], ['', false], ['eighty', false], ['72.5', true]])('isScore_%s_Is%s', (text, is) => expect(isScore(text)).toBe(is));

test('readable_LeavesOutWhatCannotBeRead', () => {
  expect(readable({ a: { score: '80', basis: '' }, b: { score: 'x', basis: '访谈' }, c: { score: ' 60 ', basis: '检索报告' } })).toEqual([{ indicator: 'a', score: '80', basis: null }, { indicator: 'c', score: '60', basis: '检索报告' }]);
});

test('basisOf_LeavesThePersonOut', () => expect([basisOf('张三：检索报告'), basisOf('张三')]).toEqual(['检索报告', '']));

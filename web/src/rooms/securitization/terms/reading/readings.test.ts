import { describe, expect, test } from 'vitest';
import { readDate, readFlag, readId, readLimit, readMoney, readRate, readTenor, readWhole } from './readings';
import { readTsv, writeTsv } from './tsv';

describe('readings', () => {
  test.each([
    ['2300万', '23000000.00'], ['1.45亿', '145000000.00'], ['23,000,000', '23000000'], ['￥1,000.5元', '1000.5'], ['１２３．４５', '123.45'],
    ['2300.123456万', '23001234.56'], ['—', ''], ['', ''], ['145000000.00', '145000000.00'], ['100.', '100.00'],
    ['1,23', '!grouping'], ['1.45E+08', '!scientific'], ['(100)', '!negative'], ['-5', '!negative'], ['1.234', '!places'], ['#REF!', '!formula'],
    ['1234567890123456', '!tooLarge'], ['2.3x', '!money'], ['1 000 000', '1000000'],
  ])('readMoney_%s_Gives_%s', (raw, expected) => check(readMoney(raw), expected));

  test.each([
    ['5.20%', '0.052'], ['0.052', '0.052'], ['0.0520', '0.0520'], ['520bp', '0.052'], ['5‰', '0.005'], ['1', '1'], ['100%', '1'], ['0.005%', '0.00005'], ['５．２％', '0.052'],
    ['5.2', '!rateUnit'], ['abc', '!rate'], ['%', '!rate'],
  ])('readRate_%s_Gives_%s', (raw, expected) => check(readRate(raw), expected));

  test.each([
    ['2026/1/20', '2026-01-20'], ['20260120', '2026-01-20'], ['2026年1月20日', '2026-01-20'], ['2026.1.20', '2026-01-20'], ['2026-01-20 00:00:00', '2026-01-20'],
    ['2026-02-29', '!noSuchDay'], ['20261301', '!noSuchDay'], ['46042', '!serial'], ['1/20/2026', '!date'],
  ])('readDate_%s_Gives_%s', (raw, expected) => check(readDate(raw), expected));

  test('readings_OfOtherKinds_TakeWhatPeopleWrite', () => {
    check(readWhole('12户'), '12');
    check(readWhole('1.5'), '!whole');
    check(readTenor('按季'), '3M');
    check(readTenor('3个月'), '3M');
    check(readTenor('2W'), '2W');
    check(readTenor('often'), '!tenor');
    check(readFlag('是'), 'true');
    check(readLimit('不限'), 'unlimited');
    check(readLimit('2000万'), '20000000.00');
    check(readId('A-1', true), '!id');
    check(readId('A-1', false), 'A-1');
    check(readId('', true), '!required');
  });
});

describe('tsv', () => {
  test('readTsv_QuotedBreaksAndTabs_StayInTheirCell', () => {
    expect(readTsv('a\t"b\n""c"""\r\nd\t\r\n')).toEqual([['a', 'b\n"c"'], ['d', '']]);
    expect(readTsv('"open\tb\n')).toEqual([['"open', 'b']]);
    expect(readTsv('a\t')).toEqual([['a', '']]);
  });

  test('writeTsv_ReadAgain_IsTheSame', () => {
    const block = [['a', 'b\tc'], ['"x"', 'y\nz']];
    expect(readTsv(writeTsv(block))).toEqual(block);
  });
});

function check(reading: ReturnType<typeof readMoney>, expected: string) {
  expect('text' in reading ? reading.text : `!${reading.refused}`).toBe(expected);
}

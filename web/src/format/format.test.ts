import { describe, expect, test } from 'vitest';
import {
  compareAmounts,
  difference,
  formatBasisPoints,
  formatDate,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  parseDate,
  parseMoney,
  parsePercent,
  parseWhole,
  percentDigits,
  ratio,
  sum,
} from '.';

describe('money', () => {
  test.each([
    ['337000000.00', 'wan', '33,700.00'],
    ['337000000.00', 'yuan', '337,000,000.00'],
    ['26668495.00', 'wan', '2,666.85'],
    ['142950.00', 'wan', '14.30'],
    ['142949.99', 'wan', '14.29'],
    ['-1499.20', 'wan', '-0.15'],
    ['12.34', 'wan', '<0.01'],
    ['-12.34', 'wan', '>-0.01'],
    ['0.00', 'wan', '0.00'],
    ['90071992547409931234567.89', 'yuan', '90,071,992,547,409,931,234,567.89'],
    ['-999.005', 'yuan', '-999.01'],
  ] as const)('formatMoney_%s_In%s_Reads%s', (yuan, unit, shown) => {
    expect(formatMoney(yuan, unit)).toBe(shown);
  });

  test.each([null, undefined, '', 'abc', '.', '1,000'])('formatMoney_%s_ReadsNone', value => {
    expect(formatMoney(value)).toBe('—');
  });

  test('sum_ManyFen_IsExact', () => {
    expect(sum(['0.10', '0.20', null, '90071992547409931.01'])).toBe('90071992547409931.31');
    expect(sum([null, undefined])).toBeNull();
  });

  test('difference_OneMissing_IsNull', () => {
    expect(difference('0.30', '0.10')).toBe('0.20');
    expect(difference(null, '0.10')).toBeNull();
  });

  test('ratio_ThirdsAndZero_RoundsOrIsNull', () => {
    expect(ratio('2.00', '3')).toBe('0.666667');
    expect(ratio('1', '0.00')).toBeNull();
  });

  test('compareAmounts_MissingOne_ComesFirst', () => {
    expect(['10.00', null, '9.99'].sort(compareAmounts)).toEqual([null, '9.99', '10.00']);
  });
});

describe('rates and dates', () => {
  test.each([
    ['0.0420', '4.20%'],
    ['0.1', '10.00%'],
    ['0.00005', '0.01%'],
    ['-0.0125', '-1.25%'],
    ['12.5', '1,250.00%'],
  ])('formatPercent_%s_Reads%s', (fraction, shown) => expect(formatPercent(fraction)).toBe(shown));

  test('formatBasisPoints_Signed_ShowsThePlus', () => {
    expect(formatBasisPoints('0.0115', true)).toBe('+115 bp');
    expect(formatBasisPoints('-0.00005', true)).toBe('-0.5 bp');
  });

  test('formatNumber_Years_RoundsHalfUp', () => expect(formatNumber('1.745', 2)).toBe('1.75'));
  test('percentDigits_Fraction_HasNoZerosAtTheEnd', () => expect(percentDigits('0.0420')).toBe('4.2'));
  test('formatDate_Instant_KeepsTheDay', () => expect(formatDate('2026-12-28T00:00:00Z')).toBe('2026-12-28'));
  test('formatInstant_Utc_ReadsInBeijing', () => expect(formatInstant('2026-11-25T20:03:10Z')).toBe('2026-11-26 04:03'));
});

describe('inputs', () => {
  test.each([
    ['2300万', '23000000.00'],
    ['1.45亿', '145000000.00'],
    ['23,000,000', '23000000.00'],
    ['１，０００．５０元', '1000.50'],
    ['¥ 1 000', '1000.00'],
    ['-3千', '-3000.00'],
    ['0.0001万', '1.00'],
    ['.5亿', '50000000.00'],
  ])('parseMoney_%s_Is%s', (text, yuan) => expect(parseMoney(text)).toBe(yuan));

  test.each(['', '万', '1,00', '1.2.3', '12.345', '0.0000001万', '=1+1', '1e5', 'abc'])('parseMoney_%s_IsRefused', text => {
    expect(parseMoney(text)).toBeNull();
  });

  test.each([
    ['4.2', '0.042'],
    ['4.20%', '0.042'],
    ['420bp', '0.042'],
    ['100', '1'],
    ['5‰', '0.005'],
  ])('parsePercent_%s_Is%s', (text, fraction) => expect(parsePercent(text)).toBe(fraction));

  test.each([
    ['20261228', '2026-12-28'],
    ['2026/1/5', '2026-01-05'],
    ['2026年2月28日', '2026-02-28'],
    ['20240229', '2024-02-29'],
  ])('parseDate_%s_Is%s', (text, iso) => expect(parseDate(text)).toBe(iso));

  test.each(['20260229', '20261301', '2026', '28-12-2026', ''])('parseDate_%s_IsRefused', text => expect(parseDate(text)).toBeNull());

  test('parseWhole_Fraction_IsRefused', () => {
    expect(parseWhole('1,200')).toBe(1200);
    expect(parseWhole('1.5')).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { blankDeal } from './blankDeal';

const start = { code: 'ABC-1', name: '甲', market: 'SSE', structure: 'factoring', closing: '2024-01-31', maturity: '2028-02-29', obligor: 'x', note: '起始值' };

test('blankDeal_OddSize_TranchesSumToTheSizeAndTheSubordinatedHasFivePercent', () => {
  const deal = parse(blankDeal({ ...start, size: '100.01' })) as { size: string; tranches: { size: string }[] };
  expect(deal.size).toBe('100.01');
  expect(deal.tranches.map(tranche => tranche.size)).toEqual(['95.00', '5.01']);
});

test('blankDeal_LeapDay_LegalMaturityExists', () => {
  const deal = parse(blankDeal({ ...start, size: '1.00' })) as { dates: { legal_maturity: string } };
  expect(deal.dates.legal_maturity).toBe('2030-02-28');
});

test('blankDeal_WhatNobodyTyped_IsMarkedAsSupposed', () => {
  const deal = parse(blankDeal({ ...start, size: '1.00' })) as { origins: { path: string; kind: string; note: string }[] };
  expect(deal.origins.find(origin => origin.path === 'tranches.A.coupon')).toEqual({ path: 'tranches.A.coupon', kind: 'assumed', note: '起始值' });
  expect(deal.origins.some(origin => origin.path === 'size')).toBe(false);
});

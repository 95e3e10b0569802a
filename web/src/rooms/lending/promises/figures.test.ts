import { describe, expect, it } from 'vitest';
import { figureText, misses } from './figures';

describe('figures of indicators', () => {
  it('are grouped and carry their unit', () => {
    expect(figureText('yuan', '元', '12000000.50')).toBe('12,000,000.50 元');
    expect(figureText('yuan', '元', '-1200.00')).toBe('-1,200.00 元');
    expect(figureText('percent', '%', '12.5')).toBe('12.5%');
    expect([figureText('percent', '%', '8.0000'), figureText('percent', '%', '12.5060'), figureText('percent', '%', '100')]).toEqual(['8%', '12.506%', '100%']);
    expect(figureText('count', '个', '1200')).toBe('1,200');
  });

  it('miss a target by a fen and keep it exactly', () => {
    expect(misses('at_least', '12000000.00', '11999999.99')).toBe(true);
    expect(misses('at_least', '12000000.00', '12,000,000')).toBe(false);
    expect(misses('at_most', '55', '55.0001')).toBe(true);
    expect(misses('at_most', '55', '55')).toBe(false);
    expect(misses('at_least', '-5', '-5.01')).toBe(true);
    expect(misses('at_least', '5', '')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { isWhole, partOf, percentOf, sumOf } from './percent';

describe('weights as percentages', () => {
  it.each([['0.30', '30'], ['0.125', '12.5'], ['1', '100'], ['0', '0'], ['0.0005', '0.05'], ['0.333333333', '33.3333333']])('%s is %s %%', (part, percent) => {
    expect(percentOf(part)).toBe(percent);
    expect(Number(partOf(percent))).toBe(Number(part));
  });

  it('writes parts without the noise of a division', () => {
    expect(partOf('7')).toBe('0.07');
    expect(partOf('29')).toBe('0.29');
    expect(partOf('58.1 %')).toBe('0.581');
    expect(partOf('100')).toBe('1');
    expect(partOf('a')).toBeNull();
    expect(partOf('-5')).toBeNull();
  });

  it('sums exactly, and says when a sum is one', () => {
    expect(sumOf(['0.35', '0.25', '0.40'])).toBe('1');
    expect(sumOf(['0.1', '0.2'])).toBe('0.3');
    expect(sumOf(['0.1', ''])).toBeNull();
    expect(isWhole(sumOf(['0.333333333', '0.333333333', '0.333333334']))).toBe(true);
    expect(isWhole('0.99')).toBe(false);
    expect(isWhole(null)).toBe(false);
  });
});

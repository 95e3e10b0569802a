import { expect, test } from 'vitest';
import { withSeparators } from './amounts';

test.each([
  ['13500000.00', '13,500,000.00'],
  ['2026-11-28 -9500000.01 某节能环保企业甲', '2026-11-28 -9,500,000.01 某节能环保企业甲'],
  ['33150198513600000001 F001', '33150198513600000001 F001'],
  ['PAY-0701 1.00 + -1.00 = 0.00', 'PAY-0701 1.00 + -1.00 = 0.00'],
  ['—', '—'],
])('withSeparators_%s', (text, expected) => expect(withSeparators(text)).toBe(expected));

import { expect, test } from 'vitest';
import { placed } from '../placed';
import { withSeparators } from './amounts';

test.each([
  ['13500000.00', '13,500,000.00'],
  ['2026-11-28 -9500000.01 某节能环保企业甲', '2026-11-28 -9,500,000.01 某节能环保企业甲'],
  ['33150198513600000001 F001', '33150198513600000001 F001'],
  ['PAY-0701 1.00 + -1.00 = 0.00', 'PAY-0701 1.00 + -1.00 = 0.00'],
  ['—', '—'],
])('withSeparators_%s', (text, expected) => expect(withSeparators(text)).toBe(expected));

test('placed_AnItem_IsCalledByItsNumber', () => {
  const finding = { code: 'PAY-0214', path: 'items.2.payeeName', found: '甲 19800000.00', expected: null, severity: 'warning', line: 1, column: 1, message: '' } as const;
  expect(placed(finding)).toMatchObject({ path: '#3 payeeName', line: null, found: '甲 19,800,000.00' });
  expect(placed({ ...finding, path: 'valueDate' }).path).toBe('valueDate');
});

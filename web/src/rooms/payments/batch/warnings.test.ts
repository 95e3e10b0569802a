import { expect, test } from 'vitest';
import type { Finding } from '../../../api/types';
import { confirmations, errorsOf, itemOf, warningsOf } from './warnings';

const finding = (code: string, path: string, found: string, severity: Finding['severity'] = 'warning'): Finding => ({ code, path, found, severity, line: 1, column: 1, message: code, expected: '' });
const findings = [finding('PAY-0216', 'items.0.account', '6222'), finding('PAY-0214', 'items.1', '甲 1.00'), finding('PAY-0216', 'items.1.account', '6333'), finding('PAY-0214', 'items.2', '甲 1.00'), finding('PAY-0209', 'valueDate', '2026-01-01', 'error')];

test('warningsOf_CodesConfirmedTogether_AreOneWarning', () => {
  expect(warningsOf(findings).map(({ code, path, findings: all }) => `${code} ${path} ${all.length}`)).toEqual(['PAY-0216 * 2', 'PAY-0214 items.1 1', 'PAY-0214 items.2 1']);
  expect(errorsOf(findings).map(({ code }) => code)).toEqual(['PAY-0209']);
});

test('confirmations_OneReasonMissing_SendNothing', () => {
  const warnings = warningsOf(findings);
  const reasons = Object.fromEntries(warnings.map(({ key }, index) => [key, index === 2 ? ' ' : '已核对']));
  expect(confirmations(warnings, reasons)).toBeNull();
});

test('confirmations_EveryReason_NameThePlaceAndWhatWasFound', () => {
  const warnings = warningsOf(findings);
  expect(confirmations(warnings, Object.fromEntries(warnings.map(({ key }) => [key, ' 已核对 '])))).toEqual([
    { code: 'PAY-0216', path: '*', found: null, reason: '已核对' },
    { code: 'PAY-0214', path: 'items.1', found: '甲 1.00', reason: '已核对' },
    { code: 'PAY-0214', path: 'items.2', found: '甲 1.00', reason: '已核对' },
  ]);
});

test.each([
  ['items.3.account', 4],
  ['items.0', 1],
  ['valueDate', null],
  ['items', null],
])('itemOf_%s', (path, number) => expect(itemOf(path)).toBe(number));

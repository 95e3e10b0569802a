import { expect, test } from 'vitest';
import type { FirmStatement } from '../../../api/firmTypes';
import { catalogue } from '../../../words';
import { figureNames, figureRows, lastYearEnd } from './figures';

const statement = (periodEnd: string, figures: Record<string, string>): FirmStatement => ({ periodEnd, months: 12, figures, audited: true, source: '审计报告', asOf: periodEnd, findings: [], by: '' });

test('figureRows_AFigureOfOneYearOnly_IsNotZeroInTheOther', () => {
  const rows = figureRows([statement('2025-12-31', { revenue: '120.00', cash: '3.00' }), statement('2024-12-31', { revenue: '100.00' })]);
  expect(rows.map(row => [row.name, row.by['2025-12-31'], row.by['2024-12-31']])).toEqual([
    ['revenue', '120.00', '100.00'],
    ['cash', '3.00', undefined],
  ]);
});

test('figureNames_EveryOne_HasItsWords', () => {
  expect(figureNames.filter(name => !(`figure.${name}` in catalogue))).toEqual([]);
});

test('lastYearEnd_InJanuary_IsTheYearBefore', () => {
  expect(lastYearEnd('2026-01-02')).toBe('2025-12-31');
});

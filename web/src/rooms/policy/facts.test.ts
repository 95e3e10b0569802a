import { expect, test } from 'vitest';
import type { SchemeFact } from '../../api/policyTypes';
import { flat, stated, used } from './facts';

const fact = (name: string): SchemeFact => ({ name, title: name, kind: 'money', words: [], used: true });

test('stated_EmptyFields_AreNotKnown', () => {
  expect(stated([fact('loan.principal'), fact('loan.rate')], { 'loan.principal': ' 5 ', 'loan.rate': ' ', other: '1' })).toEqual({ 'loan.principal': '5' });
});

test('used_NothingFilledIn_IsNotKnownAndNotZero', () => {
  expect(used(['firm_year', 'firm_lifetime'], {})).toBeUndefined();
  expect(used(['firm_year', 'firm_lifetime'], { 'cap:firm_year': '0' })).toEqual({ firm_year: '0' });
  expect(used([], { 'cap:firm_year': '0' })).toBeUndefined();
});

test('flat_ADocumentWithSources_GivesEachFactItsValue', () => {
  expect(flat({ loan: { principal: '5', signed: { value: '2026-01-02', source: 'x', date: '2026-01-03' } }, 'firm.small': true, none: null })).toEqual({ 'loan.principal': '5', 'loan.signed': '2026-01-02', 'firm.small': 'true' });
});

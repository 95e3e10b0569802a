import { expect, test } from 'vitest';
import type { SchemeFact } from '../../api/policyTypes';
import { stated, used } from './facts';

const fact = (name: string): SchemeFact => ({ name, title: name, kind: 'money', words: [], used: true });

test('stated_EmptyFields_AreNotKnown', () => {
  expect(stated([fact('loan.principal'), fact('loan.rate')], { 'loan.principal': ' 5 ', 'loan.rate': ' ', other: '1' })).toEqual({ 'loan.principal': '5' });
});

test('used_NothingFilledIn_IsNotKnownAndNotZero', () => {
  expect(used(['firm_year', 'firm_lifetime'], {})).toBeUndefined();
  expect(used(['firm_year', 'firm_lifetime'], { 'cap:firm_year': '0' })).toEqual({ firm_year: '0' });
  expect(used([], { 'cap:firm_year': '0' })).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { ConditionFact } from '../../api/policyTypes';
import { makeTranslate } from '../../words';
import { factText } from './factText';

const fact = (name: string, kind: ConditionFact['kind'], value: string | null): ConditionFact => ({ name, title: name, kind, value });

test.each([
  [fact('loan.principal', 'money', '5000000'), '5,000,000.00', '5,000,000.00'],
  [fact('loan.rate', 'number', '0.042'), '4.2%', '4.2%'],
  [fact('rate.lpr', 'number', '0.03'), '3%', '3%'],
  [fact('loan.rate', 'number', '0.05391'), '5.391%', '5.391%'],
  [fact('loan.first', 'flag', 'true'), '是', 'Yes'],
  [fact('loan.term_months', 'number', '36'), '36', '36'],
  [fact('loan.first', 'flag', 'false'), '否', 'No'],
  [fact('firm.size', 'word', 'small'), '小型', 'small'],
  [fact('firm.kind', 'word', 'champion_of_its_own'), 'champion_of_its_own', 'champion_of_its_own'],
])('factText_OfAKind_IsAsPeopleWriteIt %#', (one, zh, en) => {
  expect(factText(makeTranslate('zh'), one)).toBe(zh);
  expect(factText(makeTranslate('en'), one)).toBe(en);
});

test('factText_NobodySays_IsUnknown', () => {
  expect(factText(makeTranslate('zh'), fact('aid.other', 'flag', null))).toBe('待核实');
});

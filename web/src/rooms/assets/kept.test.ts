import { expect, test } from 'vitest';
import { makeTranslate } from '../../words';
import { spoken } from './kept';

test('spoken_AKeptWarning_IsInTheReadersLanguageAndWithoutALineThatIsNone', () => {
  const kept = { code: 'AST-0306', severity: 1, path: 'net_profit', line: 0, found: '7.66', expected: { zh: '7.65', en: '7.65' }, message: { zh: '勾稽不符', en: 'Does not balance' } };
  const [zh, en] = [spoken(makeTranslate('zh'), kept), spoken(makeTranslate('en'), kept)];
  expect([zh.message, en.message, en.severity, en.line, en.expected]).toEqual(['勾稽不符', 'Does not balance', 'warning', null, '7.65']);
});

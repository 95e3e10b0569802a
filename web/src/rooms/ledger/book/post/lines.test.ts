import { expect, test } from 'vitest';
import { fill, missing, sentIndex, standing, toEntry, type DraftLine, type EntryDraft } from './lines';

let made = 0;
const line = (side: 'debit' | 'credit', amount: string, account = '1002'): DraftLine => ({ key: String((made += 1)), side, amount, account });
const draft = (lines: DraftLine[]): EntryDraft => ({ id: 'i', effective: '2026-11-25', event: 'FeePaid', memo: ' x ', lines });

test.each([
  ['equal, written differently', [line('debit', '2300万'), line('credit', '23,000,000')], '0.00', null, true],
  ['one fen over', [line('debit', '100.01'), line('credit', '100')], '0.01', 'debit', false],
  ['one fen under', [line('debit', '100'), line('credit', '50'), line('credit', '50.01')], '0.01', 'credit', false],
  ['nothing yet', [line('debit', ''), line('credit', '')], '0.00', null, false],
  ['unreadable counts as nothing', [line('debit', '12.345'), line('credit', '1')], '1.00', 'credit', false],
  ['beyond binary fractions', [line('debit', '90071992547409931.01'), line('credit', '90071992547409931.00')], '0.01', 'debit', false],
])('standing_%s', (_, lines, apart, more, balanced) => {
  expect(standing(lines)).toMatchObject({ difference: apart, more, balanced });
});

test('fill_LighterSide_TakesTheDifference', () => {
  const lines = [line('debit', '100'), line('credit', '30'), line('credit', '')];
  expect(fill(lines, 2)).toBe('70.00');
  expect(fill([line('debit', '100'), line('debit', '')], 1)).toBeNull();
});

test('toEntry_WholeAndBalanced_LeavesBlankLinesOut', () => {
  const entry = toEntry(draft([line('debit', '1万'), line('credit', '', ''), line('credit', '10,000', '2201')]));
  expect(entry).toEqual({
    id: 'i',
    effective: '2026-11-25',
    event: 'FeePaid',
    memo: 'x',
    lines: [
      { account: '1002', side: 'debit', amount: '10000.00' },
      { account: '2201', side: 'credit', amount: '10000.00' },
    ],
  });
});

test.each([
  ['one line', [line('debit', '1')], 'lines'],
  ['no account', [line('debit', '1', ''), line('credit', '1')], 'account'],
  ['negative', [line('debit', '-1'), line('credit', '-1')], 'amount'],
  ['zero', [line('debit', '0'), line('credit', '0')], 'amount'],
  ['one fen apart', [line('debit', '1'), line('credit', '1.01')], 'balance'],
])('missing_%s_IsSaidAndNothingIsSent', (_, lines, what) => {
  expect(missing(draft(lines))).toBe(what);
  expect(toEntry(draft(lines))).toBeNull();
});

test('missing_NoEventOrDate_ComesLast', () => {
  const whole = draft([line('debit', '1'), line('credit', '1')]);
  expect(missing({ ...whole, event: '', effective: '' })).toBe('event');
  expect(missing({ ...whole, effective: '' })).toBe('effective');
  expect(missing(whole)).toBeNull();
});

test('sentIndex_AfterABlankLine_CountsOnlyWhatWasSent', () => {
  const lines = [line('debit', '1'), line('credit', '', ''), line('credit', '1')];
  expect(sentIndex(lines, 2)).toBe(1);
});

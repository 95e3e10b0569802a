import { expect, test } from 'vitest';
import type { Channel } from '../../../api/paymentTypes';
import { directoryOf, notesOf, plain, type Surroundings } from './notes';
import { blankRow, type Row } from './rows';

const wallet = (payeeName: string, account: string, amount: string, more: Partial<Row> = {}): Row => ({ ...blankRow('ecny_wallet'), payeeName, account, amount, operatingBank: '中国银行', ...more });
const around: Surroundings = { purpose: '流动资金', directory: new Map(), channel: undefined, permitted: null };
const words = (rows: Row[], more: Partial<Surroundings> = {}) => {
  const notes = notesOf(rows, { ...around, ...more });
  return rows.map(row => (notes.get(row.key) ?? []).map(note => note.word.replace('pay.note.', '')).join(' '));
};

test('notesOf_ASoundRowAndABlankOne_HaveNone', () => expect(words([wallet('德塔森特', '0010020007915137', '1980万'), blankRow('bank')])).toEqual(['', '']));

test('notesOf_Form_NamesWhatIsMissing', () => {
  expect(words([wallet('', '', 'x', { operatingBank: '' })])).toEqual(['noName noAccount badAmount operator']);
  expect(words([{ ...blankRow('bank'), payeeName: '甲', account: '62 22', amount: '0.00', agentCnaps: '31333208291' }])).toEqual(['badAmount cnaps']);
  expect(words([wallet('甲', '62/22', '1')])).toEqual(['badAccount']);
});

test('notesOf_TheSamePaymentTwice_PointsAtTheFirst', () => {
  const rows = [wallet('甲公司', '0010', '1.00'), wallet('甲 公 司', '00 10', '1', { purpose: '流动资金' }), wallet('甲公司', '0010', '1.01')];
  expect(words(rows)).toEqual(['', 'twice', '']);
  expect(notesOf(rows, around).get(rows[1]?.key ?? '')?.[0]?.places).toEqual({ number: 1 });
});

test('notesOf_OneAccountTwoNames_AndADirectoryThatKnowsBetter', () => {
  expect(words([wallet('甲公司', '0010', '1'), wallet('乙公司', '0010', '2')])).toEqual(['', 'twoNames']);
  expect(words([wallet('甲公司', '0010', '1')], { directory: new Map([[plain('0010'), '甲（宁波）公司']]) })).toEqual(['otherName']);
});

test('notesOf_Channel_ThatCannotPayTheKind', () => {
  const channel: Channel = { code: 'pain', title: 'pain.001', kinds: ['bank'] };
  expect(words([wallet('甲', '0010', '1')], { channel })).toEqual(['channel']);
});

test('notesOf_ClosedLoop_WantsAPermittedPurposeAndSourcesThatSum', () => {
  const permitted = ['流动资金'];
  expect(words([wallet('甲', '0010', '5'), wallet('乙', '0011', '5', { purpose: '股票', sources: [{ id: 's', amount: '4.99' }] }), wallet('丙', '0012', '5', { sources: [{ id: 's', amount: '5.00' }] })], { permitted })).toEqual(['noSource', 'purpose sourceSum', '']);
});

test('plain_WidthBracketsDots_AreAlike', () => expect(plain('某〔宁波〕Ａ-公司 ・')).toBe(plain('某(宁波)a公司·')));

test('directoryOf_AccountsNotInUse_AreNotChecked', () => {
  const account = { number: '00 10', name: '甲', active: true };
  expect([...directoryOf([account, { ...account, number: '0011', active: false }] as never)]).toEqual([['0010', '甲']]);
});

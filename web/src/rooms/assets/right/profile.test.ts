import { expect, test } from 'vitest';
import type { RightFee, RightHolder } from '../../../api/rightTypes';
import { holdersOn, nextFee, percent, recordedLate, strandState, wordsOf } from './profile';

const holder = (name: string, from: string | null, until: string | null): RightHolder => ({ name, code: null, share: null, from, until, because: 'source' });
const fee = (year: number, state: RightFee['state']): RightFee => ({ year, due: `20${10 + year}-01-01`, graceEnd: '', amount: '900.00', surcharge: '0.00', lapse: '', state });

test('holdersOn_TheDayOfATransfer_TheNewOneHoldsIt', () => {
  const holders = [holder('甲', null, '2024-03-01'), holder('乙', '2024-03-01', null)];
  expect([holdersOn(holders, '2024-02-29'), holdersOn(holders, '2024-03-01')].map(found => found.map(one => one.name))).toEqual([['甲'], ['乙']]);
});

test('nextFee_AfterPaidOnes_IsTheFirstUnpaidEvenWhenMissed', () => {
  expect(nextFee([fee(3, 'paid'), fee(4, 'missed'), fee(5, 'ahead')])?.year).toBe(4);
  expect(nextFee([fee(3, 'paid')])).toBeNull();
});

test.each([
  [0.5, '50%'],
  [0.333333, '33.33%'],
  [1, '100%'],
])('percent_Of%s_Is%s', (share, text) => {
  expect(percent(share)).toBe(text);
});

test('recordedLate_OfALapseSaidMonthsLater_IsInDays', () => {
  expect(recordedLate({ effectiveOn: '2024-06-26', recordedOn: '2025-02-04' })).toBe(223);
  expect(recordedLate({ effectiveOn: null, recordedOn: '2025-02-04' })).toBeNull();
});

test('strandState_KnownButOld_IsGappy', () => {
  const strand = { strand: 'legal', title: '', asOf: '2024-01-01', ageDays: 700, stale: true, sources: ['x'], gaps: [] };
  expect([strandState(strand), strandState({ ...strand, stale: false }), strandState({ ...strand, asOf: null, sources: [], stale: false })]).toEqual(['gappy', 'whole', 'unstarted']);
});

test('wordsOf_AnEventTypedIn_LeavesOutTheCode', () => {
  expect(wordsOf({ scheme: 'hand', effect: 'lapsed', text: 'lapsed 未缴年费专利权终止' })).toBe('未缴年费专利权终止');
  expect(wordsOf({ scheme: 'hand', effect: 'granted', text: 'granted' })).toBe('');
  expect(wordsOf({ scheme: 'cn_text', effect: 'lapsed', text: 'lapsed patent' })).toBe('lapsed patent');
});

import { expect, test } from 'vitest';
import { rightKinds } from '../codes';
import { catalogue } from '../../../words';
import { datesAsked, nothingStated, statementOf, unreadable } from './statementForm';

test('statementOf_WhatIsLeftEmpty_IsNotSpokenOf', () => {
  expect(statementOf(nothingStated)).toEqual({});
});

test('statementOf_CoOwners_HaveSharesAsFractions', () => {
  const owners = [
    { name: ' 甲公司 ', code: '91330100799655058b', share: '60' },
    { name: '乙大学', code: '', share: '40%' },
    { name: '', code: '', share: '' },
  ];
  expect(statementOf({ ...nothingStated, owners }).owners).toEqual([
    { name: '甲公司', code: '91330100799655058B', share: 0.6 },
    { name: '乙大学', share: 0.4 },
  ]);
});

test('statementOf_TheEndOfAnAgreement_IsKeptUnderItsName', () => {
  expect(statementOf({ ...nothingStated, agreementUntil: '2027-06-30', woody: true }).other).toEqual({ agreement_until: '2027-06-30', variety_group: 'woody' });
});

test('unreadable_AShareThatIsNone_IsNamedByItsLine', () => {
  expect(unreadable({ ...nothingStated, claims: '十', owners: [{ name: '甲', code: '', share: '一半' }] })).toEqual(['claims', 'owners.0.share']);
});

test('datesAsked_OfEveryCategory_HaveWords', () => {
  expect(rightKinds.flatMap(kind => datesAsked(kind)).filter(name => !(`rightDate.${name}` in catalogue))).toEqual([]);
});

import { expect, test } from 'vitest';
import { catalogue } from '../../words';
import { encumbranceKinds, encumbranceTone, rightEffects, rightKinds, rightStates, stateGroups, stateTone, tradeKinds } from './codes';

const has = (area: string, codes: readonly string[]) => codes.filter(code => !(`${area}.${code}` in catalogue));

test('codes_EveryOne_HasItsWords', () => {
  expect([has('rightKind', rightKinds), has('rightState', rightStates), has('stateGroup', stateGroups), has('rightEffect', rightEffects), has('encumbrance', encumbranceKinds), has('tradeKind', tradeKinds)].flat()).toEqual([]);
});

test.each([
  ['granted', 'green'],
  ['restored', 'green'],
  ['in_force_in_part', 'green'],
  ['examination', 'blue'],
  ['unknown', 'amber'],
  ['lapsed', 'grey'],
  ['invalidated', 'red'],
])('stateTone_%s_Is%s', (state, tone) => {
  expect(stateTone(state)).toBe(tone);
});

test('encumbranceTone_OfAFreeze_IsRedAndOfAPledgeAmber', () => {
  expect([encumbranceTone('freeze'), encumbranceTone('pledge'), encumbranceTone('exclusive_licence'), encumbranceTone('ordinary_licence')]).toEqual(['red', 'amber', 'amber', 'blue']);
});

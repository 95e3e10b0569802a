import { expect, test } from 'vitest';
import { catalogue } from '../../../words';
import { rightEffects } from '../codes';
import { factsAsked, factsGiven, licenceKinds } from './eventFacts';

test('factsGiven_OfAnotherEvent_AreLeftOut', () => {
  expect(factsGiven('pledge_off', { registration_number: ' Y2024980000001 ', pledgee: '某银行' })).toEqual({ registration_number: 'Y2024980000001' });
});

test('factsAsked_EveryOne_HasItsWords', () => {
  const names = [...rightEffects.flatMap(effect => factsAsked(effect).map(name => `eventFact.${name}`)), ...licenceKinds.map(kind => `licenceKind.${kind}`)];
  expect(names.filter(name => !(name in catalogue))).toEqual([]);
});

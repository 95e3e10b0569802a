import { expect, test } from 'vitest';
import { catalogue } from '../../words';
import { appraisalStates, approaches, bases, batchTones, methods, originKinds, purposes, valueTypes, weightWays } from './codes';
import { answers, grades } from './diligence/judged';
import { discountFigures, discountWays, figuresOf, industries, lifeFigures, pledgeFigures, riskItems, shareFigures, shareItems, shareWays, spreads, wordsOf } from './fields';
import { signalKinds } from './SignalDialog';

const lacking = (area: string, codes: readonly string[]) => codes.filter(code => !(`${area}.${code}` in catalogue)).map(code => `${area}.${code}`);

test('codes_EveryOne_HasItsWords', () => {
  expect([
    lacking('valueWord', [...purposes, ...valueTypes, ...bases, ...discountWays, ...shareWays, ...industries, ...methods.flatMap(method => wordsOf(method).flatMap(field => field.words))]),
    lacking('valueMethod', methods), lacking('valueApproach', [...approaches, 'option']), lacking('originKind', originKinds), lacking('appraisalState', appraisalStates), lacking('weightWay', weightWays),
    lacking('batchState', Object.keys(batchTones)), lacking('riskGrade', grades), lacking('diligenceAnswer', answers), lacking('signalKind', signalKinds),
  ].flat()).toEqual([]);
});

test('fields_EveryOne_HasItsLabel', () => {
  const keys = [...methods.flatMap(method => [...figuresOf(method), ...wordsOf(method)]), ...Object.values(discountFigures).flat(), ...Object.values(shareFigures).flat(), ...lifeFigures, ...pledgeFigures].map(field => field.key);
  expect(lacking('valueKey', [...keys, ...riskItems, ...shareItems, ...spreads])).toEqual([]);
});

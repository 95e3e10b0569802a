import { expect, test } from 'vitest';
import { emptyForm, formOf, scenarioOf, switchOf, type ScenarioForm } from './scenarioForm';

const reserve = switchOf({ id: 'reserve', kind: 'cash_reserve' });
const topUp = switchOf({ id: 'topup', kind: 'top_up' });
const of = (form: Partial<ScenarioForm>) => scenarioOf({ ...emptyForm, ...form }, 'working');

test('scenarioOf_NothingSet_IsNone', () => {
  expect(of({})).toBeNull();
  expect(of({ name: 'only a name' })).toBeNull();
});

test('scenarioOf_SupportsOff_LimitsOneAndTargetsTheReserve', () => {
  expect(of({ off: [reserve, topUp] })?.set).toEqual({ 'support.reserve.target': '0', 'support.topup.limit': '0' });
});

test('scenarioOf_HalfTypedRow_IsLeftOut', () => {
  const row = { obligor: 'C01', period: '2', recovery: '30', lag: '4' };
  expect(of({ defaults: [row, { ...row, period: '' }] })?.defaults).toEqual([{ obligor: 'C01', period: 2, recovery: '0.3', lag: 4 }]);
});

test('scenarioOf_UnreadableRate_IsLeftOutNotGuessed', () => {
  expect(of({ assumptions: [{ scope: 'pool', cdr: '2; x', cpr: '', recovery: '', lag: '' }] })).toBeNull();
});

test('formOf_AllParts_ComesBackTheSame', () => {
  const scenario = of({
    name: 'C01',
    defaults: [{ obligor: 'C01', period: '2', recovery: '30', lag: '4' }],
    prepayments: [{ obligor: 'C05', period: '3', share: '100' }],
    assumptions: [{ scope: 'industry:x', cdr: '2; 3', cpr: '5', recovery: '40', lag: '3' }],
    coupons: { A: '4.5' },
    off: [topUp],
    facts: [{ name: 'servicer.rating', value: 'AA-' }],
    other: { 'triggers.accel.when': 'support.failed' },
  });
  expect(scenario).not.toBeNull();
  expect(scenario === null ? null : scenarioOf(formOf(scenario), '')).toEqual(scenario);
});

import { expect, test } from 'vitest';
import { at } from '../request';
import { takeOver } from './ConflictDialog';

const base = { life: { technical: '6' }, methods: [{ id: 'royalty', tax: '0.15' }] };

test('takeOver_WhatIDidNotTouch_IsTaken', () => {
  const theirs = { life: { technical: '5' }, methods: [{ id: 'royalty', tax: '0.25' }] };
  const mine = { life: { technical: '7' }, methods: [{ id: 'royalty', tax: '0.15' }] };
  const merged = takeOver(mine, theirs, [{ path: 'life.technical', before: '6', after: '5' }, { path: 'methods.royalty.tax', before: '0.15', after: '0.25' }], new Set(['life.technical']));
  expect([at(merged, 'life.technical'), at(merged, 'methods.royalty.tax')]).toEqual(['7', '0.25']);
});

test('takeOver_WhatTheyTookOut_GoesOut', () => {
  expect(takeOver(base, { methods: base.methods }, [{ path: 'life.technical', before: '6', after: null }], new Set())).toEqual({ methods: base.methods });
});

test('takeOver_AMethodTheyAdded_ComesWhole', () => {
  const theirs = { ...base, methods: [...base.methods, { id: 'cost', method: 'replacement' }] };
  const merged = takeOver(base, theirs, [{ path: 'methods.cost.id', before: null, after: 'cost' }, { path: 'methods.cost.method', before: null, after: 'replacement' }], new Set());
  expect(at(merged, 'methods.cost.method')).toBe('replacement');
});

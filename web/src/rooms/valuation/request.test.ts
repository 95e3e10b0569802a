import { expect, test } from 'vitest';
import { at, canonical, differences, set, stated, written } from './request';

const request = { base_date: '2025-12-31', group: { rights: [{ id: 'P1', weight: '0.6' }, { id: 'P2', weight: '0.4' }] }, methods: [{ id: 'royalty', share: { way: 'typed', rate: '0.03' } }] };

test('at_PathOfAnId_FindsTheItem', () => {
  expect([at(request, 'methods.royalty.share.rate'), at(request, 'group.rights.1.weight'), at(request, 'methods.cost.direct')]).toEqual(['0.03', '0.4', undefined]);
});

test('set_DeepInAList_LeavesTheOriginalAndTheRest', () => {
  const changed = set(request, 'methods.royalty.share.rate', '0.04');
  expect([at(changed, 'methods.royalty.share.rate'), at(request, 'methods.royalty.share.rate'), at(changed, 'methods.royalty.share.way')]).toEqual(['0.04', '0.03', 'typed']);
});

test('set_Undefined_TakesOutTheFieldAndMapsLeftEmpty', () => {
  expect(set({ life: { technical: '6' }, id: 'a' }, 'life.technical', undefined)).toEqual({ id: 'a' });
});

test('set_OneBeyondTheList_AppendsIt', () => {
  expect(set({ bases: [] }, 'bases.0', { basis: 'outside' })).toEqual({ bases: [{ basis: 'outside' }] });
});

test('set_AnItemToUndefined_RemovesIt', () => {
  expect(set(request, 'group.rights.P1', undefined).group).toEqual({ rights: [{ id: 'P2', weight: '0.4' }] });
});

test.each([
  ['0.03', { value: '0.03', kind: 'unverified', source: '', date: '' }],
  [{ value: '0.03', source: '合同' }, { value: '0.03', kind: 'evidence', source: '合同', date: '' }],
  [{ value: 3, kind: 'assumption', source: '访谈', date: '2025-12-31' }, { value: '3', kind: 'assumption', source: '访谈', date: '2025-12-31' }],
  [undefined, { value: '', kind: 'unverified', source: '', date: '' }],
])('stated_%j_IsRead', (figure, read) => expect(stated(figure)).toEqual(read));

test('written_WithoutSource_IsTheBareFigureAndWithoutValueNothing', () => {
  expect([written({ value: '1', kind: 'unverified', source: '', date: '' }), written({ value: '', kind: 'evidence', source: 'x', date: '' }), written({ value: '1', kind: 'contract', source: 'x', date: '' })]).toEqual(['1', undefined, { value: '1', kind: 'contract', source: 'x' }]);
});

test('differences_AreNamedById', () => {
  expect(differences(request, set(set(request, 'methods.royalty.share.rate', '0.04'), 'life.technical', '5'))).toEqual([
    { path: 'methods.royalty.share.rate', before: '0.03', after: '0.04' },
    { path: 'life.technical', before: null, after: '5' },
  ]);
});

test('canonical_OrderOfKeys_DoesNotMatter', () => {
  expect(canonical({ b: [1, { d: 'x', c: null }], a: undefined })).toBe(canonical({ b: [1, { c: null, d: 'x' }] }));
});

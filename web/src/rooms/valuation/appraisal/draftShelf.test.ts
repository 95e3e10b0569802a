import { expect, test } from 'vitest';
import { keepOnShelf, readShelf, type AppraisalDraftState } from './draftShelf';

function shelf() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
}

const draft: AppraisalDraftState = { name: '监测终端', firmId: null, firmName: '', request: { id: 'a' }, baseVersion: 2, baseName: '监测终端', baseRequest: { id: 'b' }, missing: [] };

test('readShelf_WhatWasKept_ComesBackAsItWas', () => {
  const place = shelf();
  keepOnShelf(place, 'x', draft);
  expect([readShelf(place, 'x'), readShelf(place, 'y')]).toEqual([draft, null]);
});

test.each(['', '{', '{"name":"a"}', '{"name":"a","baseVersion":1,"request":[],"baseRequest":{}}'])('readShelf_%s_IsNothing', text => {
  const place = shelf();
  place.setItem('zhirong.appraisal.x', text);
  expect(readShelf(place, 'x')).toBeNull();
});

test('keepOnShelf_NoRoom_SaysSo', () => {
  const full = { ...shelf(), setItem: () => { throw new Error('full'); } };
  expect(keepOnShelf(full, 'x', draft)).toBe(false);
});

import { beforeEach, expect, test } from 'vitest';
import { dropDraft, keepDraft, readDraft } from './draftStore';

const draft = { text: 'a: 2', baseVersion: 3, baseText: 'a: 1' };
let kept: Map<string, string>;
const shelf = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

beforeEach(() => {
  kept = new Map();
});

test('readDraft_AfterKeep_ReturnsWhatWasTyped', () => {
  expect(keepDraft(shelf, 'd', draft)).toBe(true);
  expect(readDraft(shelf, 'd')).toEqual(draft);
  expect(readDraft(shelf, 'other')).toBeNull();
});

test.each(['', '{', '3', '{"text":1}'])('readDraft_Damaged%s_IsNone', text => {
  kept.set('zhirong.draft.d', text);
  expect(readDraft(shelf, 'd')).toBeNull();
});

test('keepDraft_NoRoom_SaysSo', () => {
  const full = {
    ...shelf,
    setItem: () => {
      throw new Error('quota');
    },
  };
  expect(keepDraft(full, 'd', draft)).toBe(false);
});

test('dropDraft_AnotherWindowTypedMeanwhile_KeepsThat', () => {
  keepDraft(shelf, 'd', { ...draft, text: 'a: 3' });
  dropDraft(shelf, 'd', draft.text);
  expect(readDraft(shelf, 'd')?.text).toBe('a: 3');
  dropDraft(shelf, 'd', 'a: 3');
  expect(readDraft(shelf, 'd')).toBeNull();
});

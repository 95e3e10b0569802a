import { expect, test } from 'vitest';
import { dropEntryDraft, keepEntryDraft, readEntryDraft } from './draft';

function shelf(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first));
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
}
const draft = { id: 'i', effective: '2026-11-25', event: 'FeePaid', memo: '', lines: [{ key: '1', account: '1002', side: 'debit' as const, amount: '2300万' }] };

test('draft_KeptAndRead_IsTheSameUntilDropped', () => {
  const here = shelf();
  expect(keepEntryDraft(here, 'b', draft)).toBe(true);
  expect(readEntryDraft(here, 'b')).toEqual(draft);
  expect(readEntryDraft(here, 'other')).toBeNull();
  dropEntryDraft(here, 'b');
  expect(readEntryDraft(here, 'b')).toBeNull();
});

test.each(['{', '1', '{"id":"i"}', '{"id":"i","effective":"","event":"","memo":"","lines":[{"side":"left"}]}'])('readEntryDraft_%s_IsNone', text => {
  expect(readEntryDraft(shelf({ 'zhirong.entry.b': text }), 'b')).toBeNull();
});

test('keepEntryDraft_NoRoom_SaysSo', () => {
  const full = { ...shelf(), setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } };
  expect(keepEntryDraft(full, 'b', draft)).toBe(false);
});

import { expect, test } from 'vitest';
import { readDraft } from './useRightDraft';

test('readDraft_KeptByAnOlderPage_IsFilledUp', () => {
  const draft = readDraft('{"number":"2019","form":{"title":"一种方法"}}');
  expect([draft.number, draft.office, draft.form.title, draft.form.owners.length]).toEqual(['2019', 'CN', '一种方法', 1]);
});

test('readDraft_BrokenOff_IsBlank', () => {
  expect(readDraft('{"number":').number).toBe('');
});

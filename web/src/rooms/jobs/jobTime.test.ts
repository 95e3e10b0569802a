import { expect, test } from 'vitest';
import type { JobRow, JobState } from '../../api/jobs';
import { makeTranslate } from '../../words';
import { endedSince, formatLength, tookSeconds } from './jobTime';

const zh = makeTranslate('zh');
const en = makeTranslate('en');
const job = (id: string, state: JobState) => ({ id, state }) as JobRow;

test.each([
  [0, '0 秒', '0 s'],
  [59.4, '59 秒', '59 s'],
  [59.6, '1 分 0 秒', '1 min 0 s'],
  [150, '2 分 30 秒', '2 min 30 s'],
  [3_599, '59 分 59 秒', '59 min 59 s'],
  [3_600, '1 小时 0 分', '1 h 0 min'],
  [-5, '0 秒', '0 s'],
])('formatLength_%s_SaysIt', (seconds, chinese, english) => {
  expect([formatLength(seconds, zh), formatLength(seconds, en)]).toEqual([chinese, english]);
});

test('tookSeconds_WithoutAnEnd_IsNull', () => {
  expect(tookSeconds({ startedAt: '2026-11-28T01:00:00.000Z', finishedAt: null })).toBeNull();
  expect(tookSeconds({ startedAt: null, finishedAt: '2026-11-28T01:00:00.000Z' })).toBeNull();
  expect(tookSeconds({ startedAt: '2026-11-28T01:00:00.000Z', finishedAt: '2026-11-28T01:01:30.500Z' })).toBe(90.5);
});

test('endedSince_OnlyWhatWasUnderWay_IsTold', () => {
  const before = [job('a', 'running'), job('b', 'waiting'), job('c', 'done'), job('d', 'running'), job('e', 'running')];
  const now = [job('a', 'done'), job('b', 'failed'), job('c', 'done'), job('d', 'cancelled'), job('e', 'running'), job('f', 'done')];
  expect(endedSince(before, now).map(one => one.id)).toEqual(['a', 'b']);
});

test('endedSince_TheFirstAnswer_TellsNothing', () => {
  expect(endedSince(null, [job('a', 'done')])).toEqual([]);
});

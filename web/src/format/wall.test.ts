import { expect, test } from 'vitest';
import { uuid7, wallInstant, wallTime } from '.';

test('wallTime_Utc_ReadsInBeijing', () => expect(wallTime('2026-11-25T20:03:10Z')).toBe('2026-11-26T04:03:10'));
test.each(['', 'abc'])('wallTime_%s_IsNone', text => expect(wallTime(text)).toBeNull());
test('wallInstant_BackAndForth_KeepsTheSecond', () => {
  expect(wallInstant('2026-11-26T04:03:10')).toBe('2026-11-25T20:03:10.999Z');
  expect(wallTime(wallInstant('2026-11-26T04:03:10') ?? '')).toBe('2026-11-26T04:03:10');
});

test('uuid7_FixedTimeAndChance_HasVersionVariantAndOrder', () => {
  const full = new Uint8Array(10).fill(0xff);
  expect(uuid7(0x0123456789ab, full)).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
  expect(uuid7(1_000, new Uint8Array(10)) < uuid7(1_001, new Uint8Array(10))).toBe(true);
});

import { expect, test } from 'vitest';
import { daysAfter } from '../../today';
import { userState } from './userState';

const user = { own: true, disabled: false, lockedUntil: null, hasPassword: true, mustChange: false };
const now = new Date('2026-11-28T08:00:00Z');

test('userState_WhatMattersMost_IsSaid', () => {
  expect(userState(user, now)).toBe('active');
  expect(userState({ ...user, own: false }, now)).toBe('guest');
  expect(userState({ ...user, mustChange: true }, now)).toBe('mustChange');
  expect(userState({ ...user, hasPassword: false, mustChange: true }, now)).toBe('fresh');
  expect(userState({ ...user, lockedUntil: '2026-11-28T08:00:01Z', mustChange: true }, now)).toBe('locked');
  expect(userState({ ...user, lockedUntil: '2026-11-28T08:00:00Z' }, now)).toBe('active');
  expect(userState({ ...user, disabled: true, lockedUntil: '2026-11-29T00:00:00Z' }, now)).toBe('disabled');
});

test('daysAfter_OverMonthsAndLeapDays_IsACalendarDay', () => {
  expect(daysAfter('2026-11-28', 7)).toBe('2026-12-05');
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31');
});

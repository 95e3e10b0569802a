import { expect, test } from 'vitest';
import { readGrants } from './grantDraft';

test('readGrants_ActsWithAndWithoutLimit_AreSentInYuan', () => {
  expect(readGrants([{ act: 'payments.batch.approve', limit: '500万' }, { act: '*.read', limit: '' }, { act: '', limit: '' }])).toEqual([
    { act: 'payments.batch.approve', limit: '5000000.00' },
    { act: '*.read', limit: null },
  ]);
});

test('readGrants_WhatCannotBeRead_IsNoGrant', () => {
  expect(readGrants([{ act: '', limit: '' }])).toBeNull();
  expect(readGrants([{ act: 'payments', limit: '' }])).toBeNull();
  expect(readGrants([{ act: '', limit: '5' }])).toBeNull();
  expect(readGrants([{ act: 'payments.*', limit: 'viel' }])).toBeNull();
  expect(readGrants([{ act: 'payments.*', limit: '0' }])).toBeNull();
});

import { describe, expect, test } from 'vitest';
import type { Batch, BatchState, PaymentState } from '../../../api/paymentTypes';
import { offers, progress, wasSent } from './actions';

const batch = (state: BatchState, byState: Partial<Record<PaymentState, number>>, more: Partial<Batch> = {}) => ({ state, byState, madeBy: '韩梅', total: '138000000.00', unposted: 0, ...more }) as Batch;
const checker = { name: '杨帆', grants: [{ act: 'payments.batch.check', limit: null }, { act: 'payments.batch.approve', limit: null }] };
const maker = { name: '韩梅', grants: [{ act: 'payments.batch.make' }, { act: 'payments.batch.send' }] };
const everything = { name: '韩梅', grants: [{ act: 'payments.*' }] };
const shown = (one: Batch, person: typeof maker) => offers(one, person).map(({ action, why }) => (why === null ? action : `${action}:${why}`)).join(' ');

describe('offers', () => {
  test.each<[string, Batch, typeof maker, string]>([
    ['a draft, its maker', batch('draft', { draft: 11 }), maker, 'check:grant amend cancel'],
    ['a draft, a checker', batch('draft', { draft: 11 }), checker, 'check amend:grant cancel:grant'],
    ['checked, its maker with every right', batch('checked', { checked: 11 }), everything, 'approve:maker amend reopen cancel'],
    ['checked, somebody else', batch('checked', { checked: 11 }), checker, 'approve amend:grant reopen:grant cancel:grant'],
    ['approved, its maker', batch('approved', { approved: 11 }), maker, 'send reopen cancel'],
    ['sent: nothing takes it back', batch('sent', { sent: 11 }), maker, ''],
    ['a retry waits for approval: only it may be given up', batch('checked', { settled: 10, checked: 1 }), everything, 'approve reopen'],
    ['a retry is approved', batch('approved', { settled: 10, approved: 1 }), maker, 'send reopen'],
    ['the book lags', batch('settled', { settled: 1 }, { unposted: 1 }), everything, 'post'],
  ])('offers_%s', (_, one, person, expected) => expect(shown(one, person)).toBe(expected));

  test.each([
    ['138000000.00', null],
    ['137999999.99', 'limit'],
  ])('offers_ApprovalUpTo%s_AgainstTheTotal', (limit, why) => {
    const person = { name: '杨帆', grants: [{ act: 'payments.batch.approve', limit }] };
    expect(offers(batch('checked', { checked: 11 }), person).find(offer => offer.action === 'approve')?.why).toBe(why);
  });
});

test.each<[BatchState, number, string]>([
  ['draft', 1, 'process'],
  ['approved', 3, 'process'],
  ['accepted', 4, 'process'],
  ['unknown', 4, 'error'],
  ['settled', 5, 'finish'],
  ['partly', 5, 'error'],
])('progress_%s', (state, step, status) => expect(progress(batch(state, {}))).toEqual({ step, status }));

test('wasSent_OnlyWhenSomethingLeft', () => {
  expect(wasSent(batch('approved', { approved: 2 }))).toBe(false);
  expect(wasSent(batch('checked', { rejected: 1, checked: 1 }))).toBe(true);
});

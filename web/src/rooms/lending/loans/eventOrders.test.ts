import { expect, test } from 'vitest';
import type { LoanDetail } from '../../../api/loanShapes';
import { eventOrder, termsInForce, type EventForm } from './eventOrders';

const form: EventForm = { amount: '1,200.50', effective: '2026-03-01', note: 'x', rate: '3.45', atBest: 'doubtful', method: 'bullet', count: 18, until: '2027-01-01', arrears: '', n: 3 };
const detail = (terms: object, events: object[] = []) => ({ row: { version: 4 }, terms, events }) as unknown as LoanDetail;

test('eventOrder_Percent_IsSentAsAFraction', () => {
  expect(eventOrder('repricings', form, detail({}))).toEqual({ effective: '2026-03-01', note: 'x', baseVersion: 4, annualRate: '0.0345' });
  expect(eventOrder('repricings', { ...form, rate: '' }, detail({}))).toMatchObject({ annualRate: '' });
});

test('eventOrder_ExtensionOfABullet_MovesItsLastDay_OthersTheirCount', () => {
  expect(eventOrder('extensions', form, detail({ method: 'bullet', count: 1, firstDueOn: '2026-06-01' }))).toMatchObject({ terms: { count: 1, firstDueOn: '2027-01-01' } });
  expect(eventOrder('extensions', form, detail({ method: 'equalInstalment', count: 12 }))).toMatchObject({ terms: { count: 18, firstDueOn: undefined } });
});

test('termsInForce_AfterAnExtension_AreItsOwn', () => {
  const later = { kind: 'extended', undoneOn: null, detail: { terms: '{"count":18}' } };
  expect(termsInForce(detail({ count: 12 }, [later]))).toEqual({ count: 18 });
  expect(termsInForce(detail({ count: 12 }, [{ ...later, undoneOn: '2026-01-01' }]))).toEqual({ count: 12 });
});

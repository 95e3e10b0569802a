import { expect, test } from 'vitest';
import type { Attempt, Item, ItemDetail } from '../../../api/paymentTypes';
import { itemSteps } from './steps';

const detail = (item: Partial<Item>, attempts: Partial<Attempt>[]) => ({ item: { retryable: false, differing: false, ...item }, attempts: attempts.map(one => ({ queries: [], absent: false, ...one })) }) as unknown as ItemDetail;
const query = (answer: string | null) => ({ id: 'q', answer }) as Attempt['queries'][number];
const shown = (one: ItemDetail) => {
  const { query: ask, answer, retry, why } = itemSteps(one);
  return [ask ? 'query' : '', answer === null ? '' : 'answer', retry ? 'retry' : '', why ?? ''].filter(text => text !== '').join(' ');
};

test.each<[string, ItemDetail, string]>([
  ['never sent', detail({ state: 'approved' }, []), 'unsent'],
  ['sent, nothing heard', detail({ state: 'sent' }, [{ state: 'sent' }]), 'query unanswered'],
  ['asked, not answered', detail({ state: 'unknown' }, [{ state: 'unknown', queries: [query(null)] }]), 'query answer unanswered'],
  ['the bank knows no such payment', detail({ state: 'unknown', retryable: true }, [{ state: 'unknown', absent: true, queries: [query('absent')] }]), 'query retry'],
  ['rejected', detail({ state: 'rejected', retryable: true }, [{ state: 'rejected' }]), 'retry'],
  ['settled', detail({ state: 'settled' }, [{ state: 'settled' }]), 'paid'],
  ['another attempt waits', detail({ state: 'checked' }, [{ state: 'rejected' }]), 'waiting'],
  ['a difference is open', detail({ state: 'rejected', differing: true }, [{ state: 'rejected' }]), 'differing'],
])('itemSteps_%s', (_, one, expected) => expect(shown(one)).toBe(expected));

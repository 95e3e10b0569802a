import type { Attempt, ItemDetail, Query } from '../../../api/paymentTypes';

/** What may be done about a payment now. */
export interface ItemSteps {
  /** The bank may be asked. */
  query: boolean;
  /** A query that waits for its answer. */
  answer: Query | null;
  retry: boolean;
  /** Why another attempt is not possible, for a payment that is not paid. */
  why: 'paid' | 'unsent' | 'unanswered' | 'differing' | 'waiting' | null;
}

const askable: readonly string[] = ['sent', 'accepted', 'unknown'];

/** A payment in doubt is asked about first; another attempt only when it certainly is not made. */
export function itemSteps({ item, attempts }: ItemDetail): ItemSteps {
  const last: Attempt | undefined = attempts.at(-1);
  const underWay = last !== undefined && item.state === last.state;
  return {
    query: underWay && askable.includes(last.state),
    answer: last?.queries.findLast(query => query.answer === null) ?? null,
    retry: item.retryable,
    why: item.retryable ? null : last === undefined ? 'unsent' : item.differing ? 'differing' : !underWay ? 'waiting' : item.state === 'settled' ? 'paid' : askable.includes(item.state) ? 'unanswered' : null,
  };
}

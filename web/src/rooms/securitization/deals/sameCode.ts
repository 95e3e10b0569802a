import { parseDocument } from 'yaml';
import { listDeals, openDeal } from '../../../api/desk';
import type { DealDetail } from '../../../api/types';

/** The deal whose code the text carries; null when there is none, or more than one. */
export async function sameCode(text: string): Promise<DealDetail | null> {
  const code = parseDocument(text, { schema: 'failsafe' }).get('id');
  if (typeof code !== 'string' || code === '') return null;
  const { signal } = new AbortController();
  const { items } = await listDeals({ query: code, pageSize: 200 }, signal);
  const [only, ...others] = items.filter(deal => deal.code === code);
  return only === undefined || others.length > 0 ? null : openDeal(only.id, signal);
}

import type { RightsQuery } from '../../../api/rights';

/** What the register keeps in its address. */
export const atRest = { query: '', owner: '', kind: '', state: '', day: '', ipc: '', firm: '', family: '', source: '', encumbered: '', expiringBefore: '', sort: 'newest', page: 1, pageSize: 50 };

export type RightsAddress = typeof atRest;

export function askedOf({ encumbered, ...address }: RightsAddress): RightsQuery {
  return { ...address, ...(encumbered === '' ? {} : { encumbered: encumbered === 'yes' }) };
}

const narrowing = ['query', 'owner', 'kind', 'state', 'ipc', 'firm', 'family', 'source', 'encumbered', 'expiringBefore'] as const;

/** Whether the list shows less than the whole register; the day alone hides nothing. */
export function isFiltered(address: RightsAddress): boolean {
  return narrowing.some(name => address[name] !== '');
}

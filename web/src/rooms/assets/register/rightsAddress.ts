import type { RightsQuery } from '../../../api/rights';
import type { KeptSearch, SearchAsked } from '../../../api/searches';
import { writeAddress } from '../../../shell/addressState';
import { listColumns, sorts } from '../codes';

/** What the register keeps in its address; `columns` are those shown (all where it is empty), `search` the kept search it came from. */
export const atRest = { query: '', owner: '', kind: '', state: '', day: '', ipc: '', firm: '', family: '', source: '', encumbered: '', expiringBefore: '', sort: 'newest', columns: '', search: '', place: '', pageSize: 50 };

export type RightsAddress = typeof atRest;

const asking = ['query', 'owner', 'kind', 'state', 'day', 'ipc', 'firm', 'family', 'source', 'expiringBefore'] as const;

const narrowing = ['query', 'owner', 'kind', 'state', 'ipc', 'firm', 'family', 'source', 'encumbered', 'expiringBefore'] as const;

/** An order the register does not have is the one it opens with. */
const orderOf = (sort: string) => ((sorts as readonly string[]).includes(sort) ? sort : atRest.sort);

/** What is asked, without what is empty and where the list stands. */
export function askedOf(address: RightsAddress): SearchAsked {
  const given = asking.filter(name => address[name] !== '').map(name => [name, address[name]]);
  const sort = orderOf(address.sort);
  return { ...Object.fromEntries(given), ...(address.encumbered === '' ? {} : { encumbered: address.encumbered === 'yes' }), ...(sort === atRest.sort ? {} : { sort }) };
}

/** The page of the list that is asked. */
export const pageOf = (address: RightsAddress): RightsQuery => ({ ...askedOf(address), sort: orderOf(address.sort), place: address.place, pageSize: address.pageSize });

/** The address of a kept search. */
export function addressOf(search: Pick<KeptSearch, 'id' | 'asked' | 'columns'>): RightsAddress {
  const { encumbered, ...asked } = search.asked;
  const given = Object.fromEntries(Object.entries(asked).filter(([name, value]) => name in atRest && typeof value === 'string')) as Partial<RightsAddress>;
  return { ...atRest, ...given, encumbered: typeof encumbered === 'boolean' ? (encumbered ? 'yes' : 'no') : '', columns: search.columns.join('.'), search: search.id };
}

/** The link that opens a kept search as it is kept. */
export const linkOf = (id: string) => `/rights/searches/${id}`;

/** The register under an address. */
export function pathOf(address: RightsAddress): string {
  const written = writeAddress(new URLSearchParams(), atRest, address).toString();
  return written === '' ? '/rights' : `/rights?${written}`;
}

/** The columns shown beside the number; none named are all. */
export function shownColumns(address: Pick<RightsAddress, 'columns'>): readonly string[] {
  const named = address.columns.split('.').filter(key => (listColumns as readonly string[]).includes(key));
  return named.length === 0 ? listColumns : named;
}

/** The columns that stay when some are hidden; none named where all stay. */
export const columnsWithout = (hidden: readonly string[]): string[] => (hidden.length === 0 ? [] : listColumns.filter(key => !hidden.includes(key)));

/** Whether the list shows less than the whole register; the day alone hides nothing. */
export function isFiltered(address: RightsAddress): boolean {
  return narrowing.some(name => address[name] !== '');
}

/** Whether there is anything to keep: what is asked, an order or a choice of columns. */
export const isWorthKeeping = (address: RightsAddress) => isFiltered(address) || address.day !== '' || address.columns !== '' || orderOf(address.sort) !== atRest.sort;

/** Whether the list is still what a kept search asks. */
export const isAsKept = (address: RightsAddress, search: KeptSearch) => pathOf({ ...address, place: '', pageSize: atRest.pageSize }) === pathOf(addressOf(search));

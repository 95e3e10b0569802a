import { useSearchParams } from 'react-router';

export interface ListAddress {
  query: string;
  market: string;
  structure: string;
  sort: string;
  page: number;
  pageSize: number;
}

const pageSizes = [20, 50, 100, 200];

function whole(text: string | null, fallback: number): number {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : fallback;
}

/** Filters, sort and page live in the address, so that a list can be sent and come back to. */
export function useListAddress(): [ListAddress, (change: Partial<ListAddress>) => void] {
  const [search, setSearch] = useSearchParams();
  const pageSize = whole(search.get('pageSize'), 50);
  const address: ListAddress = {
    query: search.get('query') ?? '',
    market: search.get('market') ?? '',
    structure: search.get('structure') ?? '',
    sort: search.get('sort') ?? '-savedAt',
    page: whole(search.get('page'), 1),
    pageSize: pageSizes.includes(pageSize) ? pageSize : 50,
  };
  const change = (next: Partial<ListAddress>) => {
    const merged = { ...address, page: 1, ...next };
    const kept = Object.entries(merged).filter(
      ([name, value]) =>
        value !== '' && !(name === 'page' && value === 1) && !(name === 'pageSize' && value === 50) && !(name === 'sort' && value === '-savedAt'),
    );
    setSearch(new URLSearchParams(kept.map(([name, value]) => [name, String(value)])), { replace: next.query !== undefined });
  };
  return [address, change];
}

export { pageSizes };

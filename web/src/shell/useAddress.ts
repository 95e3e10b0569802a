import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { readAddress, writeAddress, type AddressShape } from './addressState';

/** Filters, page and what is open live in the address, so that a view can be sent and come back to. Typing does not fill the history. */
export function useAddress<T extends AddressShape>(rest: T): [T, (change: Partial<T>) => void] {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (next: Partial<T>) => setSearch(previous => writeAddress(previous, rest, next), { replace: next['query'] !== undefined }),
    [setSearch, rest],
  );
  return [readAddress(search, rest), change];
}

export const pageSizes = [20, 50, 100, 200];

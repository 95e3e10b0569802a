import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The entry in the drawer lives in the address: `?entry=<id>`. */
export function useOpenEntry(): { id: string | null; open: (id: string) => void; close: () => void } {
  const [search, setSearch] = useSearchParams();
  const open = useCallback(
    (id: string) =>
      setSearch(previous => {
        const next = new URLSearchParams(previous);
        next.set('entry', id);
        return next;
      }),
    [setSearch],
  );
  const close = useCallback(
    () =>
      setSearch(previous => {
        const next = new URLSearchParams(previous);
        next.delete('entry');
        return next;
      }),
    [setSearch],
  );
  return { id: search.get('entry'), open, close };
}

import { createContext, useContext } from 'react';
import { covers, type Me } from '../api/access';

export interface SignedInPerson {
  me: Me;
  /** Goes on as somebody else, for another organisation, or as nobody: nothing of the former stays on the page. */
  become: (next: Me | null) => void;
}

export const PersonContext = createContext<SignedInPerson | null>(null);

/** Who is signed in; only inside the pages that need somebody. */
export function useMe(): SignedInPerson {
  const person = useContext(PersonContext);
  if (person === null) throw new Error('useMe outside SignedIn');
  return person;
}

/** Whether the person's roles grant an act, such as `ledger.book.open`; the server decides all the same. */
export function useMay(act: string): boolean {
  return covers(useMe().me.grants, act);
}

/** Organisations that borrow and hand in: they have a page of their own as a firm, and no use for a bank's. */
const firmSide: readonly string[] = ['enterprise', 'person', 'university', 'hospital', 'association'];

export function ofFirms(me: Me): boolean {
  return firmSide.includes(me.organisation?.kind ?? '');
}

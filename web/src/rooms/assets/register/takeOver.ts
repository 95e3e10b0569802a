import type { KeptSearch, NewSearch } from '../../../api/searches';
import { listColumns } from '../codes';
import { askedOf, atRest, columnsWithout, type RightsAddress } from './rightsAddress';

type Shelf = Pick<Storage, 'getItem' | 'removeItem'>;

/** Where earlier versions kept searches and hidden columns, in the browser, for each person by himself. */
const places = (person: string) => [`zhirong.rights.views.${person}`, `zhirong.rights.columns.${person}`] as const;

/**
 * What an earlier version kept in this browser for a person, as searches the server can keep; columns chosen become part of each, and a search of their own.
 * @param columnsName what the search that only chooses columns is called
 */
export function leftHere(shelf: Shelf, person: string, columnsName: string): NewSearch[] {
  const [views, columns] = places(person).map(place => parsed(shelf.getItem(place)));
  const hidden = Array.isArray(columns) ? columns.filter(one => typeof one === 'string' && (listColumns as readonly string[]).includes(one)) : [];
  const shown = columnsWithout(hidden);
  const named = Array.isArray(views) ? views.flatMap(one => (isView(one) ? [{ name: one.name.trim().slice(0, 40), shared: false, asked: askedOf(address(one.asked)), columns: shown }] : [])) : [];
  return shown.length === 0 ? named : [{ name: columnsName, shared: false, asked: {}, columns: shown }, ...named];
}

/** Nothing is left in the browser: from now on the server keeps them. */
export const forget = (shelf: Shelf, person: string): void => places(person).forEach(place => shelf.removeItem(place));

/**
 * Keeps on the server, once, what an earlier version kept here. What the server refuses (a name that is taken) it has or cannot have; a lost
 * connection leaves everything for the next time.
 * @returns how many were taken over
 */
export async function takeOver(shelf: Shelf, person: string, columnsName: string, keep: (search: NewSearch) => Promise<KeptSearch | null>): Promise<number> {
  let taken = 0;
  for (const search of leftHere(shelf, person, columnsName)) if ((await keep(search)) !== null) taken++;
  forget(shelf, person);
  return taken;
}

function address(asked: object): RightsAddress {
  const known = Object.entries(asked).filter(([name, value]) => name in atRest && typeof value === 'string' && name !== 'place');
  return { ...atRest, ...(Object.fromEntries(known) as Partial<RightsAddress>) };
}

const isView = (one: unknown): one is { name: string; asked: object } =>
  typeof one === 'object' && one !== null && typeof (one as { name: unknown }).name === 'string' && (one as { name: string }).name.trim() !== '' && typeof (one as { asked: unknown }).asked === 'object' && (one as { asked: unknown }).asked !== null;

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

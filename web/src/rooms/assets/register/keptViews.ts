import { atRest, type RightsAddress } from './rightsAddress';

/** A search somebody gave a name; page and length of the list are not part of it. */
export interface KeptView {
  name: string;
  asked: Partial<RightsAddress>;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Kept in the browser, for each person by himself. */
const place = (person: string, what: 'views' | 'columns') => `zhirong.rights.${what}.${person}`;

const most = 30;

export function readViews(shelf: Shelf, person: string): KeptView[] {
  const read = parsed(shelf.getItem(place(person, 'views')));
  return Array.isArray(read) ? read.flatMap(one => (isView(one) ? [{ name: one.name, asked: narrowed(one.asked) }] : [])) : [];
}

/** The view under its name in place of one of the same name; the newest stands first. */
export function keepView(shelf: Shelf, person: string, name: string, address: RightsAddress): KeptView[] {
  const views = [{ name: name.trim(), asked: narrowed(address) }, ...readViews(shelf, person).filter(one => one.name !== name.trim())].slice(0, most);
  return written(shelf, place(person, 'views'), views);
}

export const dropView = (shelf: Shelf, person: string, name: string): KeptView[] => written(shelf, place(person, 'views'), readViews(shelf, person).filter(one => one.name !== name));

/** Columns that are not shown, by key. */
export function readHidden(shelf: Shelf, person: string): string[] {
  const read = parsed(shelf.getItem(place(person, 'columns')));
  return Array.isArray(read) ? read.filter(one => typeof one === 'string') : [];
}

export const keepHidden = (shelf: Shelf, person: string, hidden: string[]): string[] => written(shelf, place(person, 'columns'), hidden);

/** Only what differs from the register as it opens. */
function narrowed(asked: object): Partial<RightsAddress> {
  const known = Object.entries(asked).filter(([name, value]) => name in atRest && name !== 'page' && name !== 'pageSize' && typeof value === 'string' && value !== atRest[name as keyof RightsAddress]);
  return Object.fromEntries(known) as Partial<RightsAddress>;
}

const isView = (one: unknown): one is KeptView => typeof one === 'object' && one !== null && typeof (one as KeptView).name === 'string' && typeof (one as KeptView).asked === 'object' && (one as KeptView).asked !== null;

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** A browser that keeps nothing (full, or told not to) still shows what was chosen. */
function written<T>(shelf: Shelf, key: string, value: T[]): T[] {
  try {
    if (value.length === 0) shelf.removeItem(key);
    else shelf.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing to be done about it.
  }
  return value;
}

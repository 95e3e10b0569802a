/** What a page keeps in its address: each name with the value it has when the address does not say. */
export type AddressShape = Record<string, string | number>;

/** Reads the address; a number that is not a whole one above zero is the value at rest. */
export function readAddress<T extends AddressShape>(search: URLSearchParams, rest: T): T {
  const read = Object.entries(rest).map(([name, value]) => {
    const text = search.get(name);
    if (text === null) return [name, value];
    if (typeof value === 'string') return [name, text];
    return [name, /^[1-9]\d{0,6}$/.test(text) ? Number(text) : value];
  });
  return Object.fromEntries(read) as T;
}

/** Writes only what differs from rest; every change goes back to the first page; names of others stay. */
export function writeAddress<T extends AddressShape>(search: URLSearchParams, rest: T, change: Partial<T>): URLSearchParams {
  const merged: AddressShape = { ...readAddress(search, rest), ...('page' in rest ? { page: 1 } : {}), ...('place' in rest ? { place: '' } : {}), ...change };
  const written = new URLSearchParams(search);
  for (const [name, value] of Object.entries(merged)) {
    if (value === rest[name]) written.delete(name);
    else written.set(name, String(value));
  }
  return written;
}

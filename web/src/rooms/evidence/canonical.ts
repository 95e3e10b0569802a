import type { Json } from '../../api/ledgerTypes';

/** JSON as it is hashed (RFC 8785): names in order of their UTF-16 units, no blanks, numbers as ECMAScript writes them. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map(name => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

import type { Json, JsonMap, ValueRequest } from '../../api/valuationTypes';

/** Reading and changing a `zhirong/value-request/v1` by the paths the server names: items of lists by their id, else by index. */

export const isMap = (value: Json | undefined): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);

const named = (item: Json, step: string) => isMap(item) && (item['id'] === step || item['factor'] === step);

function place(list: readonly Json[], step: string): number {
  const at = list.findIndex(item => named(item, step));
  return at >= 0 || !/^\d+$/.test(step) ? at : Number(step);
}

/** What stands at a path; undefined for nothing. */
export function at(value: Json | undefined, path: string): Json | undefined {
  let here = value;
  for (const step of path === '' ? [] : path.split('.')) {
    if (Array.isArray(here)) here = here[place(here, step)];
    else here = isMap(here) ? here[step] : undefined;
  }
  return here;
}

function put(value: Json | undefined, steps: readonly string[], next: Json | undefined): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return next;
  if (Array.isArray(value)) {
    const index = place(value, step);
    if (index < 0) return value;
    const changed = put(value[index], rest, next);
    return changed === undefined ? value.filter((_, other) => other !== index) : value.map((item, other) => (other === index ? changed : item)).concat(index === value.length ? [changed] : []);
  }
  const map = isMap(value) ? value : {};
  const changed = put(map[step], rest, next);
  if (changed === undefined || (isMap(changed) && Object.keys(changed).length === 0 && rest.length > 0)) {
    const { [step]: _, ...others } = map;
    return others;
  }
  return { ...map, [step]: changed };
}

/** A copy in which `next` stands at the path; undefined takes it out, and maps that are left empty with it. */
export function set(request: ValueRequest, path: string, next: Json | undefined): ValueRequest {
  const changed = put(request, path.split('.'), next);
  return isMap(changed) ? changed : {};
}

/** A word, number or date as text; empty for anything else. */
export function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A figure with its origin, however it is written. */
export interface Stated {
  value: string;
  kind: string;
  source: string;
  date: string;
}

export function stated(value: Json | undefined): Stated {
  if (!isMap(value)) return { value: text(value), kind: 'unverified', source: '', date: '' };
  const source = text(value['source']);
  const kind = text(value['kind']);
  return { value: text(value['value']), kind: kind !== '' ? kind : source === '' ? 'unverified' : 'evidence', source, date: text(value['date']) };
}

/** A bare figure while nobody says where it comes from. */
export function written({ value, kind, source, date }: Stated): Json | undefined {
  if (value === '') return undefined;
  if (kind === 'unverified' && source === '') return value;
  return { value, ...(kind === '' ? {} : { kind }), ...(source === '' ? {} : { source }), ...(date === '' ? {} : { date }) };
}

/** The ids of a list's items, in order. */
export function items(value: Json | undefined): JsonMap[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}

export interface Difference {
  path: string;
  before: string | null;
  after: string | null;
}

function leaves(value: Json | undefined, path: string, into: Map<string, string>): void {
  if (Array.isArray(value)) value.forEach((item, index) => leaves(item, `${path}.${isMap(item) ? text(item['id']) || text(item['factor']) || index : index}`, into));
  else if (isMap(value)) for (const [key, item] of Object.entries(value)) leaves(item, path === '' ? key : `${path}.${key}`, into);
  else if (value !== undefined && value !== null) into.set(path, text(value));
}

/** What differs between two requests, leaf by leaf, as the server tells changes. */
export function differences(before: ValueRequest, after: ValueRequest): Difference[] {
  const [old, now] = [new Map<string, string>(), new Map<string, string>()];
  leaves(before, '', old);
  leaves(after, '', now);
  const paths = [...now.keys(), ...[...old.keys()].filter(path => !now.has(path))];
  return paths.filter(path => old.get(path) !== now.get(path)).map(path => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }));
}

/** One text for one content, whatever the order of its keys. */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isMap(value)) return `{${Object.keys(value).filter(key => value[key] !== undefined).sort().map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
  return JSON.stringify(value ?? null);
}

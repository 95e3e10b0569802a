/** One value of a request, to be changed by itself: `items[0].amount`. */
export interface BodyField {
  path: readonly (string | number)[];
  name: string;
  value: string | number | boolean | null;
}

/** Every value of a request in its order; what is empty has none. */
export function bodyFields(body: unknown, path: readonly (string | number)[] = []): BodyField[] {
  if (Array.isArray(body)) return body.flatMap((item, i) => bodyFields(item, [...path, i]));
  if (typeof body === 'object' && body !== null) return Object.entries(body).flatMap(([name, value]) => bodyFields(value, [...path, name]));
  const value = typeof body === 'string' || typeof body === 'number' || typeof body === 'boolean' ? body : null;
  return path.length === 0 ? [] : [{ path, name: nameOf(path), value }];
}

function nameOf(path: readonly (string | number)[]): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
}

/** The request with one value changed; it keeps its kind: a number stays one, and an empty text where there was nothing stays nothing. */
export function withField(body: unknown, field: BodyField, typed: string): unknown {
  return placed(body, field.path, valueOf(field.value, typed));
}

function valueOf(before: BodyField['value'], typed: string): BodyField['value'] {
  if (typeof before === 'number') return /^-?\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : typed;
  if (typeof before === 'boolean') return typed === 'true';
  return before === null && typed === '' ? null : typed;
}

function placed(body: unknown, path: readonly (string | number)[], value: BodyField['value']): unknown {
  const [first, ...others] = path;
  if (first === undefined) return value;
  if (Array.isArray(body)) return body.map((item: unknown, i) => (i === first ? placed(item, others, value) : item));
  const map = body as Record<string, unknown>;
  return { ...map, [first]: placed(map[first], others, value) };
}

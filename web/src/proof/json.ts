/** A JSON value as it stands in the file: keys in order and as often as they come, numbers as they are written. */
export type Json =
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Json])[] }
  | { readonly kind: 'array'; readonly items: readonly Json[] }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly raw: string }
  | { readonly kind: 'literal'; readonly raw: 'true' | 'false' | 'null' };

/** Why a file is no evidence at all; the codes of docs/reference/evidence-v1.md. */
export class Unreadable extends Error {
  constructor(
    readonly code: string,
    readonly found: string,
  ) {
    super(`${code}: ${found}`);
  }
}

export const limits = { bytes: 64 * 1024 * 1024, depth: 64, values: 4_000_000, items: 100_000, path: 64, name: 200 } as const;

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const numberForm = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

const plainText = /[^"\\\u0000-\u001f]*/y;

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Reads JSON within limits; throws `Unreadable`. */
export function readJson(bytes: Uint8Array): Json {
  if (bytes.length > limits.bytes) throw new Unreadable('EVD-0201', `${bytes.length} bytes`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable('EVD-0202', 'UTF-8');
  }
  return new Reader(text).whole();
}

class Reader {
  private at = 0;
  private values = 0;

  constructor(private readonly text: string) {}

  whole(): Json {
    const value = this.value(1);
    this.space();
    if (this.at < this.text.length) this.broken();
    return value;
  }

  private broken(): never {
    const before = this.text.slice(0, this.at).split('\n');
    throw new Unreadable('EVD-0203', `${before.length}:${before[before.length - 1]!.length + 1}`);
  }

  private space(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at++;
  }

  /** Takes the character when it is the next one after white space. */
  private take(character: string): boolean {
    this.space();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private value(depth: number): Json {
    this.space();
    const start = this.text[this.at];
    if ((start === '{' || start === '[') && depth > limits.depth) throw new Unreadable('EVD-0204', `> ${limits.depth}`);
    if (start !== undefined && ++this.values > limits.values) throw new Unreadable('EVD-0205', `> ${limits.values}`);
    if (start === '{') return this.object(depth);
    if (start === '[') return this.array(depth);
    if (start === '"') return { kind: 'string', text: this.string() };
    for (const raw of ['true', 'false', 'null'] as const) {
      if (this.text.startsWith(raw, this.at)) {
        this.at += raw.length;
        return { kind: 'literal', raw };
      }
    }
    return { kind: 'number', raw: this.number() };
  }

  private object(depth: number): Json {
    const members: [string, Json][] = [];
    this.at++;
    if (this.take('}')) return { kind: 'object', members };
    do {
      this.space();
      if (this.text[this.at] !== '"') this.broken();
      const name = this.string();
      if (!this.take(':')) this.broken();
      members.push([name, this.value(depth + 1)]);
    } while (this.take(','));
    if (!this.take('}')) this.broken();
    return { kind: 'object', members };
  }

  private array(depth: number): Json {
    const items: Json[] = [];
    this.at++;
    if (this.take(']')) return { kind: 'array', items };
    do items.push(this.value(depth + 1));
    while (this.take(','));
    if (!this.take(']')) this.broken();
    return { kind: 'array', items };
  }

  private number(): string {
    numberForm.lastIndex = this.at;
    const raw = numberForm.exec(this.text)?.[0];
    if (raw === undefined) this.broken();
    this.at += raw.length;
    return raw;
  }

  private string(): string {
    let text = '';
    let escaped = false;
    this.at++;
    for (;;) {
      plainText.lastIndex = this.at;
      const plain = plainText.exec(this.text)![0];
      text += plain;
      this.at += plain.length;
      if (this.text[this.at] === '"') break;
      if (this.text[this.at] !== '\\') this.broken();
      text += this.escape();
      escaped = true;
    }
    this.at++;
    if (escaped && loneSurrogate.test(text)) this.broken();
    return text;
  }

  private escape(): string {
    const letter = this.text[this.at + 1] ?? '';
    const unit = this.text.slice(this.at + 2, this.at + 6);
    if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(unit)) {
      this.at += 6;
      return String.fromCharCode(Number.parseInt(unit, 16));
    }
    const character = escapes[letter];
    if (character === undefined) this.broken();
    this.at += 2;
    return character;
  }
}

/** A place that is not what the format says. */
export interface FormProblem {
  readonly path: string;
  readonly found: string;
  readonly expected: { readonly zh: string; readonly en: string };
}

export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

const wholeNumber = { zh: '−(2^53−1) 至 2^53−1 的整数', en: 'a whole number from -(2^53-1) to 2^53-1' };

const oneKey = { zh: '每个键只出现一次', en: 'each key once' };

/** The canonical form (RFC 8785); what has none is copied as it stands and named among the problems. */
export function canonical(value: Json, problems: FormProblem[] = [], path = ''): string {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.text);
    case 'literal':
      return value.raw;
    case 'number':
      if (!/^-?(?:0|[1-9][0-9]*)$/.test(value.raw) || value.raw === '-0' || !Number.isSafeInteger(Number(value.raw))) {
        problems.push({ path, found: value.raw, expected: wholeNumber });
      }
      return value.raw;
    case 'array':
      return `[${value.items.map((item, index) => canonical(item, problems, `${path}[${index}]`)).join(',')}]`;
    case 'object': {
      const members = value.members.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      return `{${members
        .map(([name, member], i) => {
          if (i > 0 && name === members[i - 1]![0]) problems.push({ path: join(path, name), found: '×2', expected: oneKey });
          return `${JSON.stringify(name)}:${canonical(member, problems, join(path, name))}`;
        })
        .join(',')}}`;
    }
  }
}

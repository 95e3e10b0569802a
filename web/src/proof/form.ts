import { isHex } from './bytes';
import { algorithms } from './signatures';
import type { Algorithm } from './signatures';
import { join, limits } from './json';
import type { FormProblem, Json } from './json';
import type { HashName } from './merkle';

type Expected = FormProblem['expected'];

export type Both<T> = Readonly<Record<HashName, T>>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const instant = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})\.\d{6}Z$/;

function hexOf(bytes: number): Expected {
  return { zh: `${2 * bytes} 位小写十六进制`, en: `${2 * bytes} hexadecimal digits in lower case` };
}

export function same(text: string): Expected {
  return { zh: text, en: text };
}

/** What stands there, in few characters. */
function brief(value: Json): string {
  const text = value.kind === 'string' ? value.text || '""' : value.kind === 'object' ? '{…}' : value.kind === 'array' ? `[${value.items.length}]` : value.raw;
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

function isInstant(text: string): boolean {
  const parts = instant.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return false;
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number];
  const days = [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return year > 0 && days !== undefined && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60;
}

/** The fields of one object, read strictly; what is not as it should be is collected among the problems. */
export class Fields {
  private readonly fields = new Map<string, Json>();

  constructor(
    private readonly problems: FormProblem[],
    private readonly path: string,
    value: Json | undefined,
    names: readonly string[],
  ) {
    if (value === undefined) return;
    if (value.kind !== 'object') {
      this.wrong(path, value, { zh: '对象', en: 'an object' });
      return;
    }
    for (const [name, member] of value.members) {
      if (!names.includes(name)) problems.push({ path: join(path, name), found: name, expected: { zh: '没有这个字段', en: 'no such field' } });
      else if (this.fields.has(name)) problems.push({ path: join(path, name), found: '×2', expected: { zh: '每个键只出现一次', en: 'each key once' } });
      else this.fields.set(name, member);
    }
    for (const name of names) {
      if (!this.fields.has(name)) problems.push({ path: join(path, name), found: '—', expected: { zh: '必填', en: 'a value' } });
    }
  }

  private wrong(path: string, value: Json, expected: Expected): void {
    this.problems.push({ path, found: brief(value), expected });
  }

  raw(name: string): Json | undefined {
    return this.fields.get(name);
  }

  refuse(name: string, found: string, expected: Expected): void {
    this.problems.push({ path: join(this.path, name), found, expected });
  }

  isNull(name: string): boolean {
    const value = this.fields.get(name);
    return value?.kind === 'literal' && value.raw === 'null';
  }

  object(name: string, names: readonly string[]): Fields {
    return new Fields(this.problems, join(this.path, name), this.fields.get(name), names);
  }

  objects(name: string, least: number, most: number, names: readonly string[]): Fields[] {
    return this.list(name, least, most).map((item, i) => new Fields(this.problems, `${join(this.path, name)}[${i}]`, item, names));
  }

  private list(name: string, least: number, most: number): readonly Json[] {
    const value = this.fields.get(name);
    if (value === undefined) return [];
    if (value.kind === 'array' && value.items.length >= least && value.items.length <= most) return value.items;
    this.wrong(join(this.path, name), value, { zh: `${least} 至 ${most} 项的列表`, en: `a list of ${least} to ${most} items` });
    return [];
  }

  text(name: string, fits: (text: string) => boolean, expected: Expected): string {
    const value = this.fields.get(name);
    if (value === undefined) return '';
    if (value.kind === 'string' && fits(value.text)) return value.text;
    this.wrong(join(this.path, name), value, expected);
    return '';
  }

  name(name: string): string {
    return this.text(name, text => text.length > 0 && text.length <= limits.name, { zh: `1 至 ${limits.name} 个字符`, en: `1 to ${limits.name} characters` });
  }

  constant(name: string, wanted: string): void {
    this.text(name, text => text === wanted, same(wanted));
  }

  uuid(name: string): void {
    this.text(name, text => uuid.test(text), { zh: '小写 UUID', en: 'a UUID in lower case' });
  }

  origin(name: string): string {
    return this.text(name, text => text.startsWith('zhirong/') && uuid.test(text.slice(8)), { zh: 'zhirong/小写 UUID', en: 'zhirong/ and a UUID in lower case' });
  }

  instant(name: string): string {
    return this.text(name, isInstant, { zh: 'UTC 时刻，微秒六位，以 Z 结尾', en: 'a UTC instant with six digits of microseconds and Z' });
  }

  algorithm(): Algorithm {
    return this.text('algorithm', word => algorithms.some(known => known === word), same(algorithms.join(' | '))) as Algorithm;
  }

  whole(name: string): bigint {
    const value = this.fields.get(name);
    if (value === undefined) return 0n;
    if (value.kind === 'number' && /^(?:0|[1-9][0-9]*)$/.test(value.raw) && Number.isSafeInteger(Number(value.raw))) return BigInt(value.raw);
    this.wrong(join(this.path, name), value, { zh: '0 至 2^53−1 的整数', en: 'a whole number from 0 to 2^53-1' });
    return 0n;
  }

  hex(name: string, bytes: number): string {
    return this.text(name, text => isHex(text, bytes), hexOf(bytes));
  }

  hashes(name: string): Both<string> {
    const both = this.object(name, ['sha256', 'sm3']);
    return { sha256: both.hex('sha256', 32), sm3: both.hex('sm3', 32) };
  }

  proofs(name: string): Both<readonly string[]> {
    const both = this.object(name, ['sha256', 'sm3']);
    return { sha256: both.hashList('sha256'), sm3: both.hashList('sm3') };
  }

  private hashList(name: string): string[] {
    return this.list(name, 0, limits.path).map((item, i) => {
      if (item.kind === 'string' && isHex(item.text, 32)) return item.text;
      this.wrong(`${join(this.path, name)}[${i}]`, item, hexOf(32));
      return '';
    });
  }
}

/** What an edit writes: a scalar, a list, or a map whose undefined members are left out. */
export type Value = Written | readonly Value[] | { readonly [key: string]: Value | undefined };

/** A scalar; `bare` ones (numbers, dates, known words) are written without quotes. */
export class Written {
  constructor(
    readonly text: string,
    readonly bare: boolean,
  ) {}
}

export function bare(text: string): Written {
  return new Written(text, true);
}

export function word(text: string): Written {
  return new Written(text, false);
}

const safe = /^[\p{L}_(（《][\p{L}\p{N}_./+()（）《》·—–%、，；：“”&-]*( [\p{L}\p{N}_./+()（）《》·—–%、，；：“”&-]+)*$/u;
const special = /^(true|false|yes|no|on|off|null|y|n|~)$/i;

/** One scalar in YAML; texts that could be read as something else are quoted. */
export function scalarText(value: Written, quoted = false): string {
  if (value.bare) return quoted ? `"${value.text}"` : value.text;
  return !quoted && safe.test(value.text) && !special.test(value.text) ? value.text : JSON.stringify(value.text);
}

/** A value on one line: `{id: N01, principal: 100}`. */
export function flowText(value: Value, quotedKeys = false): string {
  if (value instanceof Written) return scalarText(value, quotedKeys && !value.bare);
  if (isList(value)) return `[${value.map((item) => flowText(item, quotedKeys)).join(', ')}]`;
  const members = Object.entries(value).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return `{${members.map(([key, item]) => `${keyText(key, quotedKeys)}: ${flowText(item, quotedKeys)}`).join(', ')}}`;
}

/** The text after a key's colon inside a block map: lists of maps take a line for each item. */
export function blockText(value: Value, indent: number): string {
  const isTable = isList(value) && value.length > 0 && value.every((item) => !(item instanceof Written) && !isList(item));
  if (!isTable) return ` ${flowText(value)}`;
  return value.map((item) => `\n${' '.repeat(indent + 2)}- ${flowText(item)}`).join('');
}

export function keyText(key: string, quoted: boolean): string {
  return quoted ? JSON.stringify(key) : scalarText(word(key));
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

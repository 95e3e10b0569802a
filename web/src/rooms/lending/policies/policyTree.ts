import { parseDate, parseMoney, parsePercent } from '../../../format';
import { applyEdits, bare, child, editsOf, inserted, itemsAt, type MapNode, type Node, nodeAt, type Path, readTerms, type Terms, textOf, type Value, word } from '../../securitization/terms/document';

/** A policy's text as lists of fields that a table edits in place. */

/** A figure may be typed as people write it: 50 %, 1,000,000, 50万; a date with slashes. */
export type CellKind = 'text' | 'number' | 'figure' | 'date' | 'choice' | 'list' | 'cell';

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: CellKind;
  readonly width: number;
  readonly choices?: readonly string[];
  /** What choices are called that are names and no words of the catalogue. */
  readonly labels?: ReadonlyMap<string, string>;
  /** What a new row has in it. */
  readonly initial?: string;
  /** What the cell shows where it is more than one value. */
  readonly shows?: (item: Node | null) => string;
  /** Where the cell stands below its item; of a table's cells it depends on how the row is written. */
  readonly path: (item: Node | null) => Path;
}

export const field = (key: string, title: string, width: number, kind: CellKind = 'text', choices?: readonly string[]): Column => ({ key, title, width, kind, ...(choices === undefined ? {} : { choices }), path: () => key.split('.') });

/** Cells stand in a list by position or in a map by the column's name. */
export const placed = (part: 'when' | 'then', at: number, name: string, title: string): Column => ({ key: `${part}.${name}`, title, width: 150, kind: 'cell', path: item => (child(item, part)?.kind === 'list' ? [part, at] : [part, name]) });

/** What a cell shows; an open one nothing. */
export function shown(node: Node | null): string {
  if (node?.kind === 'scalar') return node.text === '-' ? '' : node.text;
  if (node?.kind === 'list') return node.items.map(shown).join(', ');
  return '';
}

const cellOf = (item: Node | null, column: Column) => column.shows?.(item) ?? shown(nodeAt(item, column.path(item)));

export function cellsOf(terms: Terms, list: Path, columns: readonly Column[]): string[][] {
  return itemsAt(terms.root, list).map(item => columns.map(column => cellOf(item, column)));
}

/** What is written for a typed text; null takes the field out. */
export function written(text: string, kind: CellKind, inList: boolean): Value | null {
  const typed = text.trim();
  if (kind === 'list') {
    const parts = typed.split(/[,，、;；]/).map(part => part.trim()).filter(part => part !== '');
    return parts.length === 0 ? null : parts.length === 1 ? word(parts[0] ?? '') : parts.map(word);
  }
  if (typed === '') return inList ? word('-') : null;
  if (kind === 'choice' && (typed === 'true' || typed === 'false')) return bare(typed);
  if (kind === 'figure' || kind === 'date') return plain(typed, kind);
  return kind === 'number' && /^-?\d+(\.\d+)?$/.test(typed) ? bare(typed) : word(typed);
}

/** A figure or a day as files write them; what is neither stays as it was typed, for the reader to say so. */
function plain(typed: string, kind: 'figure' | 'date'): Value {
  if (kind === 'date') return bareOr(parseDate(typed), typed);
  if (/^-?\d+(\.\d+)?$/.test(typed)) return bare(typed);
  return bareOr(/[%％‰]|bp$/i.test(typed) ? parsePercent(typed) : (parseMoney(typed)?.replace(/\.00$/, '') ?? null), typed);
}

const bareOr = (read: string | null, typed: string) => (read === null ? word(typed) : bare(read));

export interface CellChange {
  readonly row: number;
  readonly column: Column;
  readonly text: string;
}

/** The text after cells of one list were typed; a block that reaches below the last row adds rows where all the columns are given. */
export function withCells(terms: Terms, list: Path, changes: readonly CellChange[], columns?: readonly Column[]): string {
  const last = Math.max(-1, ...changes.map(change => change.row));
  const stands = itemsAt(terms.root, list).length;
  if (columns !== undefined && last >= stands && last < 1000) {
    const longer = readTerms(inserted(terms, list, stands, [freshRow(terms, list, columns, null)]));
    if ('terms' in longer) return withCells(longer.terms, list, changes, columns);
  }
  const items = itemsAt(terms.root, list);
  const edits = editsOf(terms, changes.filter(change => change.row < items.length && change.text.trim() !== cellOf(items[change.row] ?? null, change.column)).map(change => {
    const path = change.column.path(items[change.row] ?? null);
    return { path: [...list, change.row, ...path], value: written(change.text, change.column.kind, typeof path.at(-1) === 'number') };
  }));
  return applyEdits(terms.text, edits);
}

/** A new item with something in every field the list's items have. */
export function freshRow(terms: Terms, list: Path, columns: readonly Column[], like: number | null): Value {
  const items = itemsAt(terms.root, list);
  const taken = namesIn(terms.root);
  let n = items.length + 1;
  while (taken.has(`r${n}`)) n += 1;
  const sample = like === null ? (items.at(-1) ?? null) : (items[like] ?? null);
  const made: Record<string, Value> = {};
  for (const column of columns) {
    const path = column.path(sample);
    const [first, second] = path;
    if (typeof first !== 'string') continue;
    const text = like === null ? (column.initial ?? '') : shown(nodeAt(sample, path));
    if (['id', 'name', 'code', 'grade'].includes(first)) made[first] = word(`r${n}`);
    else if (typeof second === 'number') {
      const cells = made[first];
      made[first] = [...(Array.isArray(cells) ? (cells as Value[]) : []), written(text, column.kind, true) ?? word('-')];
    } else if (second !== undefined) {
      const value = written(text, column.kind, false);
      if (value !== null) made[first] = { ...(made[first] as Record<string, Value> | undefined), [String(second)]: value };
    } else {
      const value = written(text, column.kind, false) ?? (column.choices?.[0] === undefined || like !== null ? (first === 'zh' || first === 'en' ? word('—') : null) : null);
      if (value !== null) made[first] = value;
    }
  }
  return made;
}

/** Every name in a text: some have to be used once in all of it. */
function namesIn(node: Node | null, names = new Set<string>()): Set<string> {
  names.add(nameOf(node));
  const below = node?.kind === 'map' ? node.pairs.map(pair => pair.value) : node?.kind === 'list' ? node.items : [];
  for (const one of below) namesIn(one, names);
  return names;
}

export function nameOf(item: Node | null): string {
  return textOf(item, 'id') || textOf(item, 'name') || textOf(item, 'code') || textOf(item, 'grade');
}

/** A part of the policy that is shown at a time. */
export interface Section {
  readonly key: string;
  readonly kind: 'general' | 'facts' | 'parameters' | 'reasons' | 'figures' | 'tests' | 'table' | 'scorecard' | 'map' | 'decision';
  readonly path: Path;
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

export function sectionsOf(root: MapNode): Section[] {
  const steps = itemsAt(root, ['steps']).map((step, n): Section => {
    const kind = textOf(step, 'kind');
    return { key: `steps.${n}`, kind: kind === 'scorecard' || kind === 'map' || kind === 'decision' ? kind : 'table', path: ['steps', n], id: textOf(step, 'id'), zh: textOf(step, 'zh'), en: textOf(step, 'en') };
  });
  const part = (kind: Section['kind']): Section => ({ key: kind, kind, path: kind === 'general' ? [] : [kind], id: kind, zh: '', en: '' });
  return [part('general'), ...steps, part('figures'), part('parameters'), part('reasons'), part('facts'), part('tests')];
}

/** Where something found stands: the section, the list in it, the row and the column. */
export interface Target {
  readonly section: string;
  readonly list: string;
  readonly row: number | null;
  readonly column: string | null;
}

/** Finds what a server path names, items by their names or by position; what is not written ends the way. */
export function targetOf(root: MapNode, path: string): Target {
  const [head = '', ...rest] = path.split('.');
  if (head === 'steps') {
    const steps = itemsAt(root, ['steps']);
    const [at, after] = itemAt(steps, rest);
    if (at === null) return { section: 'general', list: '', row: null, column: null };
    return within(steps[at] ?? null, `steps.${at}`, after);
  }
  if (['facts', 'parameters', 'reasons', 'figures', 'tests', 'conditions', 'fees', 'open'].includes(head)) {
    const [row, after] = itemAt(itemsAt(root, [head]), rest);
    return { section: head, list: head, row, column: after.join('.') || null };
  }
  return { section: 'general', list: 'general', row: null, column: head };
}

function within(step: Node | null, section: string, rest: readonly string[]): Target {
  const [list = '', ...inner] = rest;
  const node = child(step, list);
  if (node?.kind !== 'list') return { section, list: '', row: null, column: rest.join('.') || null };
  const [row, after] = itemAt(node.items, inner);
  if (list === 'groups' && row !== null && after[0] === 'indicators') {
    const [indicator, last] = itemAt(itemsAt(node.items[row] ?? null, ['indicators']), after.slice(1));
    return { section, list: `groups.${row}.indicators`, row: indicator, column: last.join('.') || null };
  }
  return { section, list, row, column: after.join('.') || null };
}

function itemAt(items: readonly Node[], steps: readonly string[]): [number | null, readonly string[]] {
  for (let length = steps.length; length > 0; length -= 1) {
    const name = steps.slice(0, length).join('.');
    const byName = items.findIndex(item => nameOf(item) === name);
    if (byName >= 0) return [byName, steps.slice(length)];
  }
  const at = Number(steps[0]);
  return Number.isInteger(at) && at < items.length && steps.length > 0 ? [at, steps.slice(1)] : [null, steps];
}

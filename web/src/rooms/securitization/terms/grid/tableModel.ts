import { add, grouped, readDecimal, round, subtract, type Exact } from '../../../../format/decimal';
import { formatPercent } from '../../../../format';
import type { Translate } from '../../../../words';
import {
  applyEdits, bare, type Change, editsOf, insertEdits, inserted, itemsAt, moved, type Node, nodeAt, readTerms, removed, renamed, type Terms, textOf, type Value, word,
  Written,
} from '../document';
import { type Naming, readCell } from '../fields/cellText';
import { isRightAligned } from '../fields/kinds';
import type { Field, TableShape } from '../fields/shapes';
import { cellOf, changesFor, merged, optionsOf } from './fieldAccess';
import { isAtOrBelow } from './model';
import type { CellWrite, GridCell, GridColumn, GridModel, Outcome, Refused } from './model';

/** More ids than this pasted at once are written without following them through the deal. */
const followed = 200;

/** A list of records: obligors, notes, fees, steps. */
export class TableModel implements GridModel {
  readonly columns: readonly GridColumn[];
  readonly rows;
  private readonly items: readonly Node[];
  private readonly fields: readonly (Field | 'share')[];
  private readonly path: string;
  private readonly total: Exact | null;
  private readonly sums = new Map<Field, Exact>();
  private rowsById: Map<string, number> | undefined;

  constructor(
    private readonly terms: Terms,
    private readonly shape: TableShape,
    private readonly naming: Naming,
    private readonly t: Translate,
    /** Every column, not only those some row fills. */
    all: boolean,
    /** Keys that are shown even when no row has them: something is wrong there. */
    wanted: ReadonlySet<string>,
  ) {
    this.items = itemsAt(terms.root, shape.path);
    this.path = shape.path.join('.');
    const used = new Set([...keysOf(this.items), ...wanted]);
    const fields = shape.fields.filter((field) => all || field.rare !== true || used.has(field.key.join('.')) || used.has(field.key[0] ?? ''));
    this.fields = fields.flatMap((field) => (field.sum === true && field.key[0] !== 'appraised' && shape.shareOf ? [field, 'share' as const] : [field]));
    this.columns = this.fields.map((field) =>
      field === 'share'
        ? { key: 'share', title: t('terms.share'), width: 80, isRight: true }
        : { key: field.key.join('.'), title: t(field.label), width: field.width, isRight: isRightAligned(field.kind) },
    );
    this.total = this.sumOf(this.fields.find((field) => field !== 'share' && field.sum === true));
    this.rows = {
      listPath: shape.path,
      isOrdered: shape.ordered === true,
      add: (before: number) => inserted(terms, shape.path, before, [this.newItem({}, [])]),
      remove: (rows: readonly number[]) => removed(terms, shape.path, rows),
      move: (from: number, to: number) => moved(terms, shape.path, from, to),
    };
  }

  get rowCount(): number {
    return this.items.length;
  }

  get hasRare(): boolean {
    return this.shape.fields.some((field) => field.rare);
  }

  rowName(row: number): string {
    return textOf(this.items[row], 'id') || this.t('terms.row', { row: row + 1 });
  }

  rowPath(row: number): string {
    return `${this.path}.${textOf(this.items[row], 'id') || String(row)}`;
  }

  cell(row: number, column: number): GridCell {
    const field = this.fields[column];
    const item = this.items[row] ?? null;
    if (field === undefined || field === 'share') return this.shareCell(row, column);
    return cellOf(item, `${this.rowPath(row)}.${field.key.join('.')}`, field, this.naming, this.t('terms.inYaml'));
  }

  find(path: string) {
    if (!path.startsWith(`${this.path}.`)) return null;
    this.rowsById ??= new Map(this.items.map((item, row) => [textOf(item, 'id') || String(row), row]));
    const row = this.rowsById.get(path.slice(this.path.length + 1).split('.')[0] ?? '');
    if (row === undefined) return null;
    const prefix = this.rowPath(row);
    const column = this.fields.findIndex((field) => field !== 'share' && isAtOrBelow(path, `${prefix}.${field.key.join('.')}`));
    return { row, column: Math.max(column, 0) };
  }

  options(row: number, column: number) {
    const field = this.fields[column];
    return field === undefined || field === 'share' ? null : optionsOf(this.terms.root, this.items[row] ?? null, field, this.naming);
  }

  footer(column: number): string {
    const field = this.fields[column];
    const sum = field === undefined || field === 'share' ? null : this.sumOf(field);
    return sum ? grouped(round(sum, 2)) : '';
  }

  /** The sum held against the size of the issue; null where nothing is to be compared. */
  balance(): string | null {
    const size = this.shape.shareOf ? readDecimal(textOf(this.terms.root, 'size')) : null;
    if (!size || !this.total || this.items.length === 0) return null;
    const off = subtract(this.total, size);
    return off.digits === 0n ? this.t('terms.balanced') : this.t('terms.difference', { amount: `${off.digits > 0n ? '+' : ''}${grouped(round(off, 2))}` });
  }

  write(writes: readonly CellWrite[]): Outcome {
    const refused: Refused[] = [];
    const written: string[] = [];
    const changes: Change[] = [];
    const renames: [number, string][] = [];
    const fresh = new Map<number, [Field, Value][]>();
    const taken = this.idsLeft(writes);
    for (const write of writes) {
      const field = this.fields[write.column];
      const item = this.items[write.row] ?? null;
      if (field === undefined || field === 'share') continue;
      const path = `${this.rowPath(write.row)}.${field.key.join('.')}`;
      const reading = readCell(field.kind, write.text, this.terms.root, item, this.naming);
      const value = 'refused' in reading ? null : reading.value;
      const isId = field.kind.of === 'id';
      const id = isId && value instanceof Written ? value.text : '';
      const clash = isId && !('refused' in reading) && taken.has(id) && textOf(item, 'id') !== id;
      if ('refused' in reading || clash) {
        refused.push({ row: write.row, column: write.column, path, found: write.text, why: 'refused' in reading ? reading.refused : 'taken' });
        continue;
      }
      if (isId) taken.add(id);
      written.push(isId && item ? `${this.path}.${id}.id` : path);
      if (!item) fresh.set(write.row, [...(fresh.get(write.row) ?? []), ...(value === null ? [] : [[field, value] as [Field, Value]])]);
      else if (isId && id !== textOf(item, 'id')) renames.push([write.row, id]);
      else if (!isId) changes.push(...changesFor(item, [...this.shape.path, write.row], field, value));
    }
    const rows = this.newItems(fresh, taken);
    const text = this.textAfter(changes, renames, rows.map(([, item]) => item), taken);
    return { text, written, newRows: rows.length, refused: refused.map((one) => ({ ...one, path: this.pathAfter(one.row, rows) + one.path.slice(this.rowPath(one.row).length) })) };
  }

  /** The ids that stay where they are: rows that are given another id by the same block make room for it. */
  private idsLeft(writes: readonly CellWrite[]): Set<string> {
    const given = new Set<number>();
    for (const { row, column, text } of writes) {
      const field = this.fields[column];
      const item = this.items[row];
      if (item && field !== undefined && field !== 'share' && field.kind.of === 'id' && !('refused' in readCell(field.kind, text, this.terms.root, item, this.naming))) given.add(row);
    }
    return new Set(this.items.flatMap((item, row) => (given.has(row) ? [] : [textOf(item, 'id')])));
  }

  /** Where a row stands once the new rows are there: by the id it was given, else by its number. */
  private pathAfter(row: number, rows: readonly [number, Value][]): string {
    const place = rows.findIndex(([source]) => source === row);
    const item = rows[place]?.[1];
    if (item === undefined) return this.rowPath(row);
    const id = item instanceof Written || Array.isArray(item) ? undefined : (item as Readonly<Record<string, Value>>)['id'];
    return `${this.path}.${id instanceof Written ? id.text : this.items.length + place}`;
  }

  /** Conditions, orders and covers follow a row to its new id, unless the old id lives on in another row: then they mean that one. */
  private textAfter(changes: readonly Change[], renames: readonly [number, string][], rows: readonly Value[], ids: ReadonlySet<string>): string {
    const { path } = this.shape;
    const stays = ([row]: readonly [number, string]) => renames.length > followed || ids.has(textOf(this.items[row] ?? null, 'id'));
    const plain = renames.filter(stays).map(([row, id]): Change => ({ path: [...path, row, 'id'], value: word(id) }));
    const edits = editsOf(this.terms, merged([...changes, ...plain]));
    let text = applyEdits(this.terms.text, [...edits, ...insertEdits(this.terms, path, this.items.length, rows)]);
    for (const [row, id] of renames.filter((rename) => !stays(rename))) {
      const parsed = readTerms(text);
      if ('terms' in parsed) text = renamed(parsed.terms, path, row, id);
    }
    return text;
  }

  private newItems(fresh: ReadonlyMap<number, readonly [Field, Value][]>, taken: Set<string>): [number, Value][] {
    return [...fresh.entries()]
      .sort(([a], [b]) => a - b)
      .filter(([, cells]) => cells.length > 0)
      .map(([row, cells]) => {
        const members: Record<string, Value> = {};
        for (const [{ key }, value] of cells) {
          const [first = '', second] = key;
          if (second === undefined) members[first] = value;
          else members[first] = { ...(members[first] instanceof Written ? {} : (members[first] as Record<string, Value> | undefined)), [second]: value };
        }
        return [row, this.newItem(members, taken)];
      });
  }

  /** A row with its id first; a table with ids never gets a row without one. */
  private newItem(members: Record<string, Value>, taken: Iterable<string>): Value {
    if (this.shape.stem === undefined) {
      if (Object.keys(members).length > 0) return members;
      const [first] = this.shape.fields;
      const word0 = first?.kind.of === 'choice' ? first.kind.words[0] : undefined;
      return { [first?.key[0] ?? 'id']: word0 === undefined ? word('') : bare(word0) };
    }
    const { id, ...rest } = members;
    return { id: id ?? word(this.nextId(taken)), ...rest };
  }

  private nextId(taken: Iterable<string>): string {
    const used = taken instanceof Set ? (taken as Set<string>) : new Set(this.items.map((item) => textOf(item, 'id')));
    const last = /^(.*?)(\d+)$/.exec(textOf(this.items.at(-1), 'id'));
    const [stem, width] = last ? [last[1] ?? '', last[2]?.length ?? 1] : [this.shape.stem ?? 'x', 1];
    let number = last ? Number(last[2]) : 0;
    let id = '';
    do {
      number += 1;
      id = `${stem}${String(number).padStart(width, '0')}`;
    } while (used.has(id));
    used.add(id);
    return id;
  }

  private sumOf(field: Field | 'share' | undefined): Exact | null {
    if (field === undefined || field === 'share' || field.sum !== true) return null;
    const known = this.sums.get(field) ?? this.added(field);
    this.sums.set(field, known);
    return known;
  }

  private added(field: Field): Exact {
    return this.items.reduce<Exact>((sum, item) => {
      const node = nodeAt(item, field.key);
      const value = node?.kind === 'scalar' ? readDecimal(node.text) : null;
      return value ? add(sum, value) : sum;
    }, { digits: 0n, scale: 2 });
  }

  private shareCell(row: number, column: number): GridCell {
    const before = this.fields[column - 1];
    const node = before === undefined || before === 'share' ? null : nodeAt(this.items[row] ?? null, before.key);
    const part = node?.kind === 'scalar' ? readDecimal(node.text) : null;
    const shown = part && this.total && this.total.digits > 0n ? formatPercent(shareOf(part, this.total)) : '—';
    return { path: '', kind: null, shown, edit: '', copy: shown, isEmpty: false };
  }
}

/** Every key some row has, one and two levels deep. */
function keysOf(items: readonly Node[]): Set<string> {
  const keys = new Set<string>();
  for (const item of items) {
    for (const pair of item.kind === 'map' ? item.pairs : []) {
      if (pair.value?.kind === 'map') for (const inner of pair.value.pairs) keys.add(`${pair.key}.${inner.key}`);
      else keys.add(pair.key);
    }
  }
  return keys;
}

/** part / whole with six decimals, half up: for the eye only. */
function shareOf(part: Exact, whole: Exact): string {
  const scale = Math.max(part.scale, whole.scale);
  const [a, b] = [round(part, scale).digits, round(whole, scale).digits];
  const millionths = (a * 2_000_000n + b) / (b * 2n);
  return `${millionths / 1_000_000n}.${(millionths % 1_000_000n).toString().padStart(6, '0')}`;
}

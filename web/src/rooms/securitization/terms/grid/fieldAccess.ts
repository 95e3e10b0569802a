import { compare, readDecimal } from '../../../../format/decimal';
import { type Change, type MapNode, type Node, nodeAt, type Path, textOf, type Value, word, Written } from '../document';
import { copyText, editText, labelOf, type Naming, shownText } from '../fields/cellText';
import type { Field } from '../fields/shapes';
import type { GridCell, GridOption } from './model';

/** Where a field of a record really stands: a cap or a name may be written short, payment dates in three ways. */
export function placeOf(record: Node | null, field: Field): readonly string[] {
  const [first = '', second] = field.key;
  const short = nodeAt(record, [first]);
  if (first === 'cap' && second === 'amount' && short?.kind === 'scalar') return ['cap'];
  if (first === 'name' && second === 'zh' && short?.kind === 'scalar') return ['name'];
  if (field.kind.of === 'name' && short?.kind === 'map') return ['name', textOf(short, 'zh') === '' ? 'en' : 'zh'];
  if (field.key.join('.') === 'dates.payment_dates.list' && nodeAt(record, ['dates', 'payment_dates'])?.kind === 'list') return ['dates', 'payment_dates'];
  return field.key;
}

export function nodeOf(record: Node | null, field: Field): Node | null {
  return nodeAt(record, placeOf(record, field));
}

/** The changes that put a value into a field without losing what stands there in a shorter form. */
export function changesFor(record: Node | null, base: Path, field: Field, value: Value | null): Change[] {
  const key = field.key.join('.');
  if (isSame(nodeOf(record, field), value)) return [];
  const dates = nodeAt(record, ['dates', 'payment_dates']);
  if (key === 'dates.payment_dates.list' && value !== null && dates?.kind !== 'list') {
    return [{ path: [...base, 'dates', 'payment_dates'], value: { list: value } }];
  }
  if (key.startsWith('dates.payment_dates.') && value !== null && key !== 'dates.payment_dates.list') {
    if (dates?.kind !== 'map' || nodeAt(dates, ['list'])) return [{ path: [...base, 'dates', 'payment_dates'], value: { [field.key[2] ?? '']: value } }];
  }
  const [first = '', second] = field.key;
  const short = nodeAt(record, [first]);
  if (second !== undefined && short?.kind === 'scalar' && placeOf(record, field).length > 1) {
    const old = first === 'cap' ? { amount: new Written(short.text, true) } : { zh: word(short.text) };
    return [{ path: [...base, first], value: { ...old, [second]: value ?? undefined } }];
  }
  return [{ path: [...base, ...placeOf(record, field)], value }];
}

export function cellOf(record: Node | null, path: string, field: Field, naming: Naming, inYaml: string): GridCell {
  const node = nodeOf(record, field);
  if (node !== null && !isPlain(node)) return { path, kind: null, shown: inYaml, edit: '', copy: '', isEmpty: false };
  return {
    path,
    kind: field.kind,
    shown: shownText(field.kind, node, naming),
    edit: editText(field.kind, node),
    copy: copyText(field.kind, node, naming),
    isEmpty: node === null,
  };
}

export function optionsOf(root: MapNode, record: Node | null, field: Field, naming: Naming): readonly GridOption[] | null {
  const { kind } = field;
  const option = (value: string): GridOption => {
    const label = kind.of === 'flag' ? naming.code('terms.flag', value) : labelOf(kind, value, naming);
    return { value, label: label === value ? value : `${label} (${value})` };
  };
  if (kind.of === 'flag') return ['true', 'false'].map(option);
  if (kind.of === 'choice') return kind.words.map(option);
  return kind.of === 'choices' ? kind.known(root, record).map(option) : null;
}

/** A scalar, or a list of them: what one cell can show. */
function isPlain(node: Node): boolean {
  return node.kind === 'scalar' || (node.kind === 'list' && node.items.every((item) => item.kind === 'scalar'));
}

/** Changes of one place that each bring members of a map become one. */
export function merged(changes: readonly Change[]): Change[] {
  const byPlace = new Map<string, Change>();
  for (const change of changes) {
    const place = change.path.join('\n');
    const before = byPlace.get(place)?.value;
    byPlace.set(place, isMembers(before) && isMembers(change.value) ? { path: change.path, value: { ...before, ...change.value } } : change);
  }
  return [...byPlace.values()];
}

function isMembers(value: Value | null | undefined): value is { readonly [key: string]: Value | undefined } {
  return value !== null && value !== undefined && !(value instanceof Written) && !Array.isArray(value);
}

/** 0.0520 and 0.052 are one figure: what is written stays as it is. */
function isSame(node: Node | null, value: Value | null): boolean {
  if (node?.kind !== 'scalar' || !(value instanceof Written)) return false;
  if (!value.bare) return node.text === value.text;
  const [old, next] = [readDecimal(node.text), readDecimal(value.text)];
  return old !== null && next !== null ? compare(old, next) === 0 : node.text === value.text;
}

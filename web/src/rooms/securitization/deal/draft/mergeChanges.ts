import { isMap, isScalar, isSeq, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Change } from '../../../../api/types';

export interface Merge {
  text: string;
  /** Paths taken over from the other person. */
  taken: string[];
  /** Paths both touched, or that no longer have a place: the text keeps mine. */
  colliding: string[];
}

const index = /^\d+$/;

/** What a change touches: lists without ids are one thing, because a position in them has no identity. */
function touched(path: string): string {
  const parts = path.split('.');
  const place = parts.findIndex(part => index.test(part));
  return place < 0 ? path : parts.slice(0, place).join('.');
}

function overlaps(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

/** Paths of `theirs` that collide with a path of `mine`, unless both came to the same value. */
export function collisions(mine: readonly Change[], theirs: readonly Change[]): Set<string> {
  const same = (change: Change) => mine.some(own => own.path === change.path && own.after === change.after);
  const places = mine.map(change => touched(change.path));
  return new Set(
    theirs.filter(change => !same(change) && places.some(place => overlaps(place, touched(change.path)))).map(change => change.path),
  );
}

function itemNamed(list: YAMLSeq, name: string): number {
  const byId = list.items.findIndex(item => isMap(item) && String(item.get('id')) === name);
  return byId < 0 && index.test(name) ? Number(name) : byId;
}

/** Scalars stay as written: no number is read as a binary fraction on the way. */
const asWritten = { schema: 'failsafe' } as const;

function scalarOf(document: Document, written: string): unknown {
  const value = parseDocument(written, asWritten).contents;
  return isScalar(value) && value.value === written ? value : document.createNode(written);
}

/** Walks to the parent of the last part; makes maps and list items on the way when `make` says so. */
function parentOf(document: Document, parts: readonly string[], make: boolean): YAMLMap | YAMLSeq | null {
  let node: unknown = document.contents;
  for (const part of parts) {
    let next: unknown;
    if (isMap(node)) {
      next = node.get(part, true);
      if (next === undefined && make) {
        next = document.createNode({});
        node.set(part, next);
      }
    } else if (isSeq(node)) {
      const place = itemNamed(node, part);
      next = place < 0 ? undefined : node.items[place];
      if (next === undefined && make && !index.test(part)) {
        next = document.createNode({ id: part });
        node.add(next);
      }
    }
    if (!isMap(next) && !isSeq(next)) return null;
    node = next;
  }
  return isMap(node) || isSeq(node) ? node : null;
}

function write(document: Document, path: string, written: string): boolean {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const parent = parentOf(document, parts, true);
  if (parent === null) return false;
  const value = scalarOf(document, written);
  if (isMap(parent)) {
    const present = parent.get(last, true);
    if (isScalar(present) && isScalar(value)) value.comment = present.comment;
    parent.set(last, value);
    return true;
  }
  const place = itemNamed(parent, last);
  if (place < 0 || place > parent.items.length) return false;
  parent.set(place, value);
  return true;
}

function remove(document: Document, path: string): boolean {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const parent = parentOf(document, parts, false);
  if (parent === null) return true;
  if (isMap(parent)) parent.delete(last);
  else {
    const place = itemNamed(parent, last);
    if (place >= 0) parent.delete(place);
  }
  if (parent.items.length === 0) dropEmpty(document, parts, parent);
  return true;
}

/** An item whose last leaf went goes too; a list that becomes empty stays, because that is what was written. */
function dropEmpty(document: Document, parts: readonly string[], empty: YAMLMap | YAMLSeq): void {
  const holder = isMap(empty) && parts.length > 0 ? parentOf(document, parts.slice(0, -1), false) : null;
  if (isSeq(holder)) holder.items.splice(holder.items.indexOf(empty), 1);
  else if (isMap(holder)) holder.delete(parts.at(-1));
}

/** Removing the id first would leave an item that can no longer be named. */
function inOrder(changes: readonly Change[]): Change[] {
  const removals = changes.filter(change => change.after === null).reverse();
  const ids = removals.filter(change => change.path.endsWith('.id'));
  return [...changes.filter(change => change.after !== null), ...removals.filter(change => !change.path.endsWith('.id')), ...ids];
}

/** Takes the other person's changes into my text path by path, where they do not collide; my comments stay. */
export function mergeChanges(myText: string, mine: readonly Change[], theirs: readonly Change[]): Merge {
  const document = parseDocument(myText, asWritten);
  if (document.errors.length > 0) return { text: myText, taken: [], colliding: theirs.map(change => change.path) };
  const stopped = collisions(mine, theirs);
  const taken: string[] = [];
  for (const change of inOrder(theirs)) {
    if (stopped.has(change.path)) continue;
    const done = change.after === null ? remove(document, change.path) : write(document, change.path, change.after);
    if (done) taken.push(change.path);
    else stopped.add(change.path);
  }
  return { text: taken.length === 0 ? myText : document.toString({ lineWidth: 0, flowCollectionPadding: false }), taken, colliding: [...stopped] };
}

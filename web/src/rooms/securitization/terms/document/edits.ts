import { type Path } from './paths';
import { type Terms } from './parse';
import { contentEnd, type ListNode, type MapNode, type Node, type Pair } from './tree';
import { blockText, flowText, keyText, scalarText, type Value, word, Written } from './values';

/** Replaces the characters from `from` up to `to`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A value to write at a path, or null: take the field out. */
export interface Change {
  readonly path: Path;
  readonly value: Value | null;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, i) => ({ edit, i })).sort((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to || a.i - b.i);
  let at = 0;
  const parts: string[] = [];
  for (const { edit } of ordered) {
    parts.push(text.slice(at, edit.from), edit.insert);
    at = Math.max(at, edit.to);
  }
  return parts.join('') + text.slice(at);
}

/** The edits of many changes at once; a later change of the same path wins. Paths into lists that are not written are ignored. */
export function editsOf(terms: Terms, changes: readonly Change[]): Edit[] {
  const edits: Edit[] = [];
  into(terms.root, treeOfChanges(changes), terms.text, edits);
  return edits;
}

type Branch = Map<string | number, Branch | { value: Value | null }>;

function treeOfChanges(changes: readonly Change[]): Branch {
  const root: Branch = new Map();
  for (const { path, value } of changes) {
    let branch = root;
    for (const step of path.slice(0, -1)) {
      const next = branch.get(step);
      const deeper: Branch = next instanceof Map ? next : new Map();
      branch.set(step, deeper);
      branch = deeper;
    }
    const last = path.at(-1);
    if (last !== undefined) branch.set(last, { value });
  }
  return root;
}

function into(node: Node, branch: Branch, text: string, edits: Edit[]): void {
  if (node.kind === 'map') intoMap(node, branch, text, edits);
  if (node.kind === 'list') {
    for (const [step, change] of branch) {
      const item = typeof step === 'number' ? node.items[step] : undefined;
      if (item && change instanceof Map) into(item, change, text, edits);
      else if (item && !(change instanceof Map) && change.value !== null) edits.push(replaced(item, change.value, text));
    }
  }
}

function intoMap(map: MapNode, branch: Branch, text: string, edits: Edit[]): void {
  const gone = new Set<Pair>();
  const added: [string, Value][] = [];
  for (const [step, change] of branch) {
    const key = String(step);
    const pair = map.pairs.find((p) => p.key === key);
    const whole = change instanceof Map ? null : change;
    if (pair?.value && change instanceof Map && (pair.value.kind === 'map' || pair.value.kind === 'list')) {
      into(pair.value, change, text, edits);
      continue;
    }
    const value = whole ? whole.value : change instanceof Map ? fresh(change) : null;
    if (value === null) {
      if (pair && whole) gone.add(pair);
    } else if (pair) {
      edits.push(...valueEdits(map, pair, value, text));
    } else {
      added.push([key, value]);
    }
  }
  if (gone.size > 0 || added.length > 0) edits.push(...(map.flow ? flowMembers : blockMembers)(map, gone, added, text));
}

/** A map that did not exist, from the changes below it. */
function fresh(branch: Branch): Value | null {
  const members: Record<string, Value> = {};
  for (const [key, change] of branch) {
    const value = change instanceof Map ? fresh(change) : change.value;
    if (value !== null) members[String(key)] = value;
  }
  return Object.keys(members).length > 0 ? members : null;
}

function valueEdits(map: MapNode, pair: Pair, value: Value, text: string): Edit[] {
  const node = pair.value;
  if (node?.kind === 'scalar' && value instanceof Written) return [replaced(node, value, text)];
  const to = node ? contentEnd(node, text) : pair.colon;
  if (map.flow) return [{ from: pair.colon, to, insert: ` ${flowText(value, pair.quotedKey)}` }];
  const insert = blockText(value, columnOf(pair.keyStart, text));
  if (!insert.startsWith('\n')) return [{ from: pair.colon, to, insert }];
  return [{ from: pair.colon, to, insert: '' }, at(lineEnd(to, text), insert)];
}

function replaced(node: Node, value: Value, text: string): Edit {
  const quoted = node.kind === 'scalar' && node.quoted;
  const insert = value instanceof Written ? scalarText(value, quoted) : flowText(value);
  return { from: node.start, to: contentEnd(node, text), insert };
}

function pairEnd(pair: Pair, text: string): number {
  return pair.value ? contentEnd(pair.value, text) : pair.colon;
}

function flowMembers(map: MapNode, gone: ReadonlySet<Pair>, added: readonly [string, Value][], text: string): Edit[] {
  const pairs = map.pairs;
  const keptCount = pairs.filter((pair) => !gone.has(pair)).length;
  const last = pairs.findLastIndex((pair) => !gone.has(pair));
  const edits: Edit[] = [];
  for (const [i, pair] of pairs.entries()) {
    if (!gone.has(pair)) continue;
    const next = pairs[i + 1];
    const before = pairs[i - 1];
    if (i < last && next) edits.push({ from: pair.keyStart, to: next.keyStart, insert: '' });
    else if (before && keptCount > 0) edits.push({ from: pairEnd(before, text), to: pairEnd(pair, text), insert: '' });
    else edits.push({ from: pair.keyStart, to: next ? next.keyStart : pairEnd(pair, text), insert: '' });
  }
  const quoted = pairs[0]?.quotedKey === true;
  const members = added.map(([key, value]) => `${keyText(key, quoted)}: ${flowText(value, quoted)}`).join(', ');
  const anchor = pairs[last];
  if (members && anchor) edits.unshift(at(pairEnd(anchor, text), `, ${members}`));
  else if (members) edits.unshift(at(pairs[0]?.keyStart ?? map.start + 1, members));
  return edits;
}

function blockMembers(map: MapNode, gone: ReadonlySet<Pair>, added: readonly [string, Value][], text: string): Edit[] {
  const kept = map.pairs.filter((pair) => !gone.has(pair));
  const first = map.pairs[0];
  const column = first ? columnOf(first.keyStart, text) : 0;
  const lines = added.map(([key, value]) => `${keyText(key, false)}:${blockText(value, column)}`);
  const anchor = kept.at(-1);
  if (!anchor) {
    const insert = lines.length > 0 ? lines.join(`\n${' '.repeat(column)}`) : column === 0 ? '' : '{}';
    return [{ from: first?.keyStart ?? text.length, to: first ? contentEnd(map, text) : text.length, insert }];
  }
  const edits = [...gone].map((pair) => removedLines(map, pair, kept, text));
  const insert = lines.map((line) => `\n${' '.repeat(column)}${line}`).join('');
  return insert ? [at(lineEnd(pairEnd(anchor, text), text), insert), ...edits] : edits;
}

/** A field and its lines. The first field of an item shares its line with the dash, so the next one moves up. */
function removedLines(map: MapNode, pair: Pair, kept: readonly Pair[], text: string): Edit {
  const lineStart = text.lastIndexOf('\n', pair.keyStart - 1) + 1;
  const next = map.pairs[map.pairs.indexOf(pair) + 1];
  if (text.slice(lineStart, pair.keyStart).trim() !== '' && next && kept.length > 0) return { from: pair.keyStart, to: next.keyStart, insert: '' };
  return withoutLines(lineStart, lineEnd(pairEnd(pair, text), text), text);
}

export function withoutLines(from: number, end: number, text: string): Edit {
  if (end < text.length) return { from, to: end + 1, insert: '' };
  return { from: Math.max(0, from - 1), to: end, insert: '' };
}

export function at(place: number, insert: string): Edit {
  return { from: place, to: place, insert };
}

/** The end of the line on which a character stands, before its line break. */
export function lineEnd(place: number, text: string): number {
  const end = text.indexOf('\n', place);
  const stop = end < 0 ? text.length : end;
  return text[stop - 1] === '\r' ? stop - 1 : stop;
}

export function columnOf(place: number, text: string): number {
  return place - (text.lastIndexOf('\n', place - 1) + 1);
}

export function isTextList(node: Node | null): node is ListNode {
  return node?.kind === 'list' && node.items.every((item) => item.kind === 'scalar');
}

export function texts(values: readonly string[]): Value {
  return values.map(word);
}

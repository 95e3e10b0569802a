import { isAlias, isMap, isScalar, isSeq, type Document, type Node as YamlNode, type Pair as YamlPair } from 'yaml';

/** A parsed deal with the place of every node in the text, so that an edit touches nothing but its own characters. */
export type Node = ScalarNode | MapNode | ListNode | OpaqueNode;

interface Placed {
  /** First character, and the one after the last. */
  start: number;
  end: number;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  /** The value as written, without quotes; empty for null. */
  readonly text: string;
  readonly quoted: boolean;
}

export interface Pair {
  readonly key: string;
  keyStart: number;
  /** After the colon. */
  colon: number;
  readonly quotedKey: boolean;
  /** Null when nothing is written after the colon. */
  value: Node | null;
}

export interface MapNode extends Placed {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly flow: boolean;
  items: readonly Node[];
}

/** Something tables leave alone: an alias of a map, a key that is no text. It is edited in the YAML. */
export interface OpaqueNode extends Placed {
  readonly kind: 'opaque';
}

export function treeOf(document: Document, text: string, offset = 0): Node | null {
  return convert(document.contents, document, text, offset);
}

function convert(node: unknown, document: Document, text: string, offset: number): Node | null {
  if (isScalar(node)) {
    const [start, end] = place(node, offset);
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    if (start === end && !quoted) return null;
    return { kind: 'scalar', start, end, quoted, text: node.value === null ? '' : (node.source ?? String(node.value)) };
  }
  if (isMap(node)) {
    const [start, end] = place(node, offset);
    const pairs = node.items.map((pair) => convertPair(pair, document, text, offset));
    if (pairs.some((pair) => pair === null)) return { kind: 'opaque', start, end };
    return { kind: 'map', flow: node.flow === true, start, end, pairs: pairs.filter((pair) => pair !== null) };
  }
  if (isSeq(node)) {
    const [start, end] = place(node, offset);
    const items = node.items.map((item) => convert(item, document, text, offset) ?? { kind: 'opaque' as const, start, end });
    return { kind: 'list', flow: node.flow === true, start, end, items };
  }
  if (!isAlias(node)) return null;
  const [start, end] = place(node, offset);
  const target = node.resolve(document);
  return isScalar(target) ? { kind: 'scalar', start, end, quoted: false, text: target.source ?? '' } : { kind: 'opaque', start, end };
}

function convertPair(pair: YamlPair, document: Document, text: string, offset: number): Pair | null {
  const key = pair.key;
  if (!isScalar(key) || !key.range) return null;
  const [keyStart, keyEnd] = place(key, offset);
  return {
    key: key.source ?? String(key.value),
    keyStart,
    colon: text.indexOf(':', keyEnd) + 1,
    quotedKey: key.type === 'QUOTE_DOUBLE',
    value: convert(pair.value, document, text, offset),
  };
}

function place(node: YamlNode, offset: number): [number, number] {
  const [start, end] = node.range ?? [0, 0];
  return [start + offset, end + offset];
}

export function pairOf(node: Node | null | undefined, key: string): Pair | undefined {
  return node?.kind === 'map' ? node.pairs.find((pair) => pair.key === key) : undefined;
}

export function child(node: Node | null | undefined, key: string): Node | null {
  return pairOf(node, key)?.value ?? null;
}

/** The text under a key of a map; empty when there is none. */
export function textOf(node: Node | null | undefined, key: string): string {
  const value = child(node, key);
  return value?.kind === 'scalar' ? value.text : '';
}

/** Where the last written character of a node stands; block collections end with their last leaf. */
export function contentEnd(node: Node, text: string): number {
  if (node.kind === 'map' && !node.flow) {
    const last = node.pairs.at(-1);
    return last ? (last.value ? contentEnd(last.value, text) : last.colon) : node.end;
  }
  const item = node.kind === 'list' && !node.flow ? node.items.at(-1) : undefined;
  if (item) return contentEnd(item, text);
  let end = node.end;
  while (node.kind === 'scalar' && !node.quoted && end > node.start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** Moves every place behind `from` by `by` characters. */
export function shift(node: Node | null, from: number, by: number): void {
  if (!node) return;
  if (node.start >= from) node.start += by;
  if (node.end >= from) node.end += by;
  if (node.kind === 'list') for (const item of node.items) shiftIfBehind(item, from, by);
  if (node.kind === 'map') {
    for (const pair of node.pairs) {
      if (pair.keyStart >= from) pair.keyStart += by;
      if (pair.colon >= from) pair.colon += by;
      shiftIfBehind(pair.value, from, by);
    }
  }
}

function shiftIfBehind(node: Node | null, from: number, by: number): void {
  if (node && node.end >= from) shift(node, from, by);
}

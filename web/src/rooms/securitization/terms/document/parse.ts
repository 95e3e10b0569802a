import { LineCounter, parseDocument } from 'yaml';
import { type ListNode, type MapNode, type Node, shift, treeOf } from './tree';

/** A deal's text and where everything stands in it. Its tree moves on to the next text: ask only the newest one. */
export interface Terms {
  readonly text: string;
  readonly root: MapNode;
}

/** Where and why a text is no YAML map. */
export interface Broken {
  readonly line: number;
  readonly column: number;
  /** In the words of the YAML library, English; empty: the text is YAML but no map of keys. */
  readonly message: string;
}

export type Parsed = { readonly terms: Terms } | { readonly broken: Broken };

const options = { lineWidth: 0, prettyErrors: false, logLevel: 'silent', strict: true } as const;

/** Reads one text after another, quickly when they differ little. */
export class TermsReader {
  /** The last text that could be read. */
  newest: Terms | undefined;

  read(text: string): Parsed {
    const parsed = readTerms(text, this.newest);
    if ('terms' in parsed) this.newest = parsed.terms;
    return parsed;
  }
}

/** Reads a text; when it differs from `previous` inside one list item only, just that item is read anew. */
export function readTerms(text: string, previous?: Terms): Parsed {
  const near = previous && previous.text !== text ? readItem(text, previous) : previous;
  if (near) return { terms: near };
  const lines = new LineCounter();
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const error = document.errors[0];
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    return { broken: { line, column: col, message: error.message } };
  }
  if (text.trim() === '') return { terms: { text, root: { kind: 'map', flow: false, start: 0, end: 0, pairs: [] } } };
  const root = treeOf(document, text);
  return root?.kind === 'map' ? { terms: { text, root } } : { broken: { line: 1, column: 1, message: '' } };
}

/** Long lists make a full read slow; an edit of one row must not wait for the other twenty thousand. */
function readItem(text: string, previous: Terms): Terms | null {
  const [from, oldEnd, newEnd] = difference(previous.text, text);
  const by = newEnd - oldEnd;
  const found = itemAround(previous.root, previous.text, from, oldEnd);
  if (!found) return null;
  const { list, index, lineStart, lineEnd } = found;
  const chunk = text.slice(lineStart, lineEnd + by);
  const document = parseDocument(chunk, options);
  const parsed = document.errors.length === 0 ? treeOf(document, chunk) : null;
  if (parsed?.kind !== 'list' || parsed.flow || parsed.items.length !== 1 || /[&*]/.test(chunk)) return null;
  shift(previous.root, lineEnd, by);
  const item = parsed.items[0];
  if (!item) return null;
  shift(item, 0, lineStart);
  list.items = list.items.map((old, i) => (i === index ? item : old));
  return { text, root: previous.root };
}

interface Place {
  readonly list: ListNode;
  readonly index: number;
  readonly lineStart: number;
  readonly lineEnd: number;
}

/** The item of a long block list whose own lines hold the whole change, strictly inside. */
function itemAround(root: MapNode, text: string, from: number, to: number): Place | null {
  let node: Node | null = root;
  while (node?.kind === 'map') {
    node = node.pairs.map((pair) => pair.value).find((value) => value !== null && value.start < from && value.end >= to) ?? null;
  }
  if (node?.kind !== 'list' || node.flow || node.items.length < 50) return null;
  const index = node.items.findIndex((item) => item.end >= from);
  const item = node.items[index];
  if (!item) return null;
  const lineStart = text.lastIndexOf('\n', item.start) + 1;
  const next = node.items[index + 1];
  const lineEnd = next ? text.lastIndexOf('\n', next.start) : text.indexOf('\n', item.end);
  const dash = text.slice(lineStart, item.start);
  return /^ *- +$/.test(dash) && from > item.start && to < lineEnd && lineEnd > 0 ? { list: node, index, lineStart, lineEnd } : null;
}

/** The stretch in which two texts differ: its start, its end in the first, its end in the second. */
export function difference(a: string, b: string): [number, number, number] {
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  let tail = 0;
  while (tail < shorter - from && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  return [from, a.length - tail, b.length - tail];
}

import { applyEdits, at, type Edit, editsOf, lineEnd, withoutLines } from './edits';
import { nodeAt, type Path } from './paths';
import type { Terms } from './parse';
import { contentEnd, type ListNode, type Node, type Pair, pairOf } from './tree';
import { flowText, keyText, type Value, Written } from './values';

/** Puts items before position `before` (the list's length: at its end); a list that is not written is begun. */
export function insertEdits(terms: Terms, path: Path, before: number, items: readonly Value[]): Edit[] {
  const list = nodeAt(terms.root, path);
  if (items.length === 0) return [];
  if (list?.kind !== 'list' || list.items.length === 0) return editsOf(terms, [{ path, value: items }]);
  const { text } = terms;
  if (list.flow) {
    const quoted = text[list.start + 1] === '"' || /^\[\s*\{\s*"/.test(text.slice(list.start, list.start + 80));
    const written = items.map((item) => flowText(item, quoted)).join(', ');
    const next = list.items[before];
    return next ? [at(next.start, `${written}, `)] : [at(contentEnd(lastOf(list), text), `, ${written}`)];
  }
  const sample = list.items[Math.min(before, list.items.length) - 1] ?? lastOf(list);
  const column = dashOf(sample, text) - lineStart(dashOf(sample, text), text);
  const flow = sample.kind !== 'map' || sample.flow;
  const written = items.map((item) => `${' '.repeat(column)}- ${flow ? flowText(item) : blockItem(item, column + 2)}`);
  const next = list.items[before];
  if (next) return [at(lineStart(dashOf(next, text), text), written.map((line) => `${line}\n`).join(''))];
  return [at(lineEnd(contentEnd(lastOf(list), text), text), written.map((line) => `\n${line}`).join(''))];
}

/** Takes items out, with their lines and what is remarked at their ends. */
export function removeEdits(terms: Terms, path: Path, indexes: readonly number[]): Edit[] {
  const list = nodeAt(terms.root, path);
  const gone = new Set(indexes);
  if (list?.kind !== 'list' || gone.size === 0) return [];
  if (list.items.every((_, i) => gone.has(i))) return emptied(terms, path, list);
  const { text } = terms;
  if (list.flow) return flowRemoval(list, gone, text);
  return [...gone].flatMap((i) => {
    const item = list.items[i];
    return item ? [withoutLines(lineStart(dashOf(item, text), text), lineEnd(contentEnd(item, text), text), text)] : [];
  });
}

/** Moves one item to another position; what stands between moves up or down, each with the remark at its end. */
export function moveEdits(terms: Terms, path: Path, from: number, to: number): Edit[] {
  const list = nodeAt(terms.root, path);
  if (list?.kind !== 'list' || from === to || !list.items[from] || !list.items[to]) return [];
  const { text } = terms;
  const order = list.items.map((_, i) => i);
  order.splice(to, 0, ...order.splice(from, 1));
  const spans = list.items.map((item): [number, number] =>
    list.flow ? [item.start, contentEnd(item, text)] : [dashOf(item, text), lineEnd(contentEnd(item, text), text)],
  );
  return order.flatMap((source, target) => {
    const [place, origin] = [spans[target], spans[source]];
    return source !== target && place && origin ? [{ from: place[0], to: place[1], insert: text.slice(origin[0], origin[1]) }] : [];
  });
}

export function inserted(terms: Terms, path: Path, before: number, items: readonly Value[]): string {
  return applyEdits(terms.text, insertEdits(terms, path, before, items));
}

export function removed(terms: Terms, path: Path, indexes: readonly number[]): string {
  return applyEdits(terms.text, removeEdits(terms, path, indexes));
}

export function moved(terms: Terms, path: Path, from: number, to: number): string {
  return applyEdits(terms.text, moveEdits(terms, path, from, to));
}

function flowRemoval(list: ListNode, gone: ReadonlySet<number>, text: string): Edit[] {
  const last = list.items.findLastIndex((_, i) => !gone.has(i));
  return list.items.flatMap((item, i) => {
    const [before, next] = [list.items[i - 1], list.items[i + 1]];
    if (!gone.has(i)) return [];
    if (i < last && next) return [{ from: item.start, to: next.start, insert: '' }];
    return before ? [{ from: contentEnd(before, text), to: contentEnd(item, text), insert: '' }] : [];
  });
}

/** A list stays a list when its last item goes, and keeps the remark beside its name. */
function emptied(terms: Terms, path: Path, list: ListNode): Edit[] {
  const { text } = terms;
  const pair: Pair | undefined = pairOf(nodeAt(terms.root, path.slice(0, -1)), String(path.at(-1)));
  if (list.flow || !pair) return [{ from: list.start, to: contentEnd(list, text), insert: '[]' }];
  return [at(pair.colon, ' []'), ...list.items.map((item) => withoutLines(lineStart(dashOf(item, text), text), lineEnd(contentEnd(item, text), text), text))];
}

function blockItem(item: Value, column: number): string {
  if (item instanceof Written || Array.isArray(item)) return flowText(item);
  const members = Object.entries(item).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return members.map(([key, value]) => `${keyText(key, false)}: ${flowText(value)}`).join(`\n${' '.repeat(column)}`);
}

function lastOf(list: ListNode): Node {
  const last = list.items.at(-1);
  if (!last) throw new Error('An empty list has no last item.');
  return last;
}

function dashOf(item: Node, text: string): number {
  return text.lastIndexOf('-', item.start - 1);
}

function lineStart(place: number, text: string): number {
  return text.lastIndexOf('\n', place - 1) + 1;
}

import { child, type Node, textOf } from './tree';

/** Keys and list positions from the root: `['pool', 'obligors', 0, 'principal']`. */
export type Path = readonly (string | number)[];

/** The node at a path; null when it is not written. */
export function nodeAt(root: Node | null, path: Path): Node | null {
  let node: Node | null = root;
  for (const step of path) {
    node = typeof step === 'string' ? child(node, step) : node?.kind === 'list' ? (node.items[step] ?? null) : null;
  }
  return node;
}

export function itemsAt(root: Node | null, path: Path): readonly Node[] {
  const node = nodeAt(root, path);
  return node?.kind === 'list' ? node.items : [];
}

/** The path as the server writes it: list items by id, else by position. */
export function serverPath(root: Node | null, path: Path): string {
  const steps: string[] = [];
  let node: Node | null = root;
  for (const step of path) {
    if (typeof step === 'string') {
      steps.push(step);
      node = child(node, step);
    } else {
      node = node?.kind === 'list' ? (node.items[step] ?? null) : null;
      steps.push(textOf(node, 'id') || String(step));
    }
  }
  return steps.join('.');
}

/** Finds what a server path names; null when the text has no such place. Ids may hold dots: the longest match counts. */
export function locate(root: Node | null, path: string): Path | null {
  return find(root, path === '' ? [] : path.split('.'));
}

function find(node: Node | null, steps: readonly string[]): Path | null {
  if (steps.length === 0) return [];
  for (let length = steps.length; length > 0; length -= 1) {
    const name = steps.slice(0, length).join('.');
    const step = stepTo(node, name);
    const rest = step === null ? null : find(nodeAt(node, [step]), steps.slice(length));
    if (step !== null && rest) return [step, ...rest];
  }
  return null;
}

function stepTo(node: Node | null, name: string): string | number | null {
  if (node?.kind === 'map') return node.pairs.some((pair) => pair.key === name) ? name : null;
  if (node?.kind !== 'list') return null;
  const byId = node.items.findIndex((item) => textOf(item, 'id') === name);
  if (byId >= 0) return byId;
  return /^\d+$/.test(name) && Number(name) < node.items.length ? Number(name) : null;
}

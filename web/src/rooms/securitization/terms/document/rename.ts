import { applyEdits, type Change, editsOf } from './edits';
import { itemsAt, nodeAt, type Path, serverPath } from './paths';
import type { Terms } from './parse';
import { type Node, textOf } from './tree';
import { word } from './values';

/** Gives a list item another id, and follows it wherever the deal names it: orders, covers, bases, conditions, origins. */
export function renamed(terms: Terms, list: Path, index: number, id: string): string {
  const item = [...list, index];
  const old = textOf(nodeAt(terms.root, item), 'id');
  const changes: Change[] = [{ path: [...item, 'id'], value: word(id) }];
  if (old !== '' && id !== '') {
    if (['fees', 'tranches', 'support', 'accounts'].includes(list.join('.'))) changes.push(...mentions(terms, old, id));
    changes.push(...originPaths(terms, serverPath(terms.root, item), serverPath(terms.root, list), id));
  }
  return applyEdits(terms.text, editsOf(terms, changes));
}

const conditions = new Set(['when']);
const targets = new Set(['what', 'pari_passu', 'covers', 'basis', 'from_account', 'to_account']);

function mentions(terms: Terms, old: string, id: string): Change[] {
  const changes: Change[] = [];
  const name = old.replace(/[/\\^$*+?.()|[\]{}-]/g, '\\$&');
  const whole = new RegExp(`(?<![\\p{L}\\p{Nd}_.])${name}(?![\\p{L}\\p{Nd}_])`, 'gu');
  const line = new RegExp(`^${name}(?=$|\\.)`, 'u');
  const visit = (node: Node | null, path: Path, key: string): void => {
    if (node?.kind === 'map') for (const pair of node.pairs) visit(pair.value, [...path, pair.key], pair.key);
    if (node?.kind === 'list') node.items.forEach((item, i) => visit(item, [...path, i], key));
    if (node?.kind !== 'scalar') return;
    const text = conditions.has(key) ? node.text.replace(whole, id) : targets.has(key) ? node.text.replace(line, id) : node.text;
    if (text !== node.text) changes.push({ path, value: word(text) });
  };
  for (const part of ['waterfalls', 'support', 'fees', 'triggers']) visit(nodeAt(terms.root, [part]), [part], part);
  return changes;
}

function originPaths(terms: Terms, old: string, list: string, id: string): Change[] {
  return itemsAt(terms.root, ['origins']).flatMap((origin, i) => {
    const path = textOf(origin, 'path');
    if (path !== old && !path.startsWith(`${old}.`)) return [];
    return [{ path: ['origins', i, 'path'], value: word(`${list}.${id}${path.slice(old.length)}`) }];
  });
}

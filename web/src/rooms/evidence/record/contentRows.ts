import type { Json } from '../../../api/ledgerTypes';

/** A value of the content with the keys that lead to it; list items count from 1. */
export interface ContentRow {
  path: (string | number)[];
  value: string | null;
}

/** Every value of a content in the order written; an empty list or object is a row of its own. */
export function contentRows(content: Json, path: (string | number)[] = []): ContentRow[] {
  if (Array.isArray(content)) return content.length === 0 ? [{ path, value: null }] : content.flatMap((item, index) => contentRows(item, [...path, index + 1]));
  if (content !== null && typeof content === 'object') {
    const entries = Object.entries(content);
    return entries.length === 0 ? [{ path, value: null }] : entries.flatMap(([name, item]) => contentRows(item, [...path, name]));
  }
  return [{ path, value: content === null ? null : String(content) }];
}

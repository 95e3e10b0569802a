import { locate, type MapNode, type Path } from '../../securitization/terms/document';
import type { SheetOf } from '../../lending/policies/columns';
import type { SchemeSection } from './schemeSections';

/** Where a finding stands: as far as the text has its path, and what of it is not written. */
export function placeOf(root: MapNode, path: string): { path: Path; rest: readonly string[] } {
  const steps = path === '' ? [] : path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const found = locate(root, steps.slice(0, length).join('.'));
    if (found !== null) return { path: found, rest: steps.slice(length) };
  }
  return { path: [], rest: steps };
}

/** Row and columns of a sheet a finding speaks of; null where it stands elsewhere. Without a column it speaks of the row. */
export function cellOf(root: MapNode, sheet: SheetOf, path: string): { row: number | null; columns: readonly string[] } | null {
  const place = placeOf(root, path);
  if (!sheet.path.every((step, n) => place.path[n] === step)) return null;
  const row = place.path[sheet.path.length];
  if (typeof row !== 'number') return place.path.length === sheet.path.length ? { row: null, columns: [] } : null;
  const key = [...place.path.slice(sheet.path.length + 1), ...place.rest].join('.');
  const columns = sheet.columns.map(column => column.key).filter(one => one === key || one.startsWith(`${key}.`) || key.startsWith(`${one}.`));
  return { row, columns: key === '' ? [] : columns };
}

/** The section a finding is shown in: the one with the longest way to it. */
export function sectionOf(root: MapNode, sections: readonly SchemeSection[], path: string): string | null {
  const place = placeOf(root, path);
  let best: { key: string; length: number } | null = null;
  for (const section of sections) {
    for (const way of [...section.sheets.map(sheet => sheet.path), ...section.fields.map(one => one.path)]) {
      const known = [...place.path, ...place.rest];
      if (way.every((step, n) => known[n] === step) && way.length > (best?.length ?? -1)) best = { key: section.key, length: way.length };
    }
  }
  return best?.key ?? null;
}

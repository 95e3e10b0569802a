import type { Translate } from '../../../../words';
import { applyEdits, type Change, child, editsOf, type Terms } from '../document';
import { type Naming, readCell } from '../fields/cellText';
import type { Kind } from '../fields/kinds';
import type { Field, FormShape } from '../fields/shapes';
import { cellOf, changesFor, merged, optionsOf } from './fieldAccess';
import { isAtOrBelow } from './model';
import type { CellWrite, GridCell, GridColumn, GridModel, Outcome, Refused } from './model';

interface Line {
  readonly field: Field;
  readonly title: string;
}

/** Single fields, one to a row: what it is, its value, its key in the file. */
export class FormModel implements GridModel {
  readonly columns: readonly GridColumn[];
  private readonly lines: readonly Line[];

  constructor(
    private readonly terms: Terms,
    shape: FormShape,
    private readonly naming: Naming,
    private readonly t: Translate,
  ) {
    this.columns = [
      { key: 'item', title: t('terms.item'), width: 170, isRight: false },
      { key: 'value', title: t('terms.value'), width: 400, isRight: false },
      { key: 'key', title: t('terms.fileKey'), width: 230, isRight: false },
    ];
    this.lines = [...shape.fields.map((field) => ({ field, title: t(field.label) })), ...this.unnamed(shape)];
  }

  get rowCount(): number {
    return this.lines.length;
  }

  rowName(row: number): string {
    return this.lines[row]?.title ?? '';
  }

  rowPath(row: number): string {
    return this.lines[row]?.field.key.join('.') ?? '';
  }

  cell(row: number, column: number): GridCell {
    const line = this.lines[row];
    const path = this.rowPath(row);
    if (line && column === 1) return cellOf(this.terms.root, path, line.field, this.naming, this.t('terms.inYaml'));
    const shown = column === 0 ? (line?.title ?? '') : path;
    return { path: '', kind: null, shown, edit: '', copy: shown, isEmpty: false };
  }

  find(path: string) {
    const row = this.lines.findIndex(({ field }) => isAtOrBelow(path, field.key.join('.')));
    return row < 0 ? null : { row, column: 1 };
  }

  options(row: number, column: number) {
    const line = this.lines[row];
    return line && column === 1 ? optionsOf(this.terms.root, this.terms.root, line.field, this.naming) : null;
  }

  footer(): string {
    return '';
  }

  write(writes: readonly CellWrite[]): Outcome {
    const refused: Refused[] = [];
    const written: string[] = [];
    const changes: Change[] = [];
    for (const { row, column, text } of writes) {
      const line = this.lines[row];
      if (!line || column !== 1) continue;
      const reading = readCell(line.field.kind, text, this.terms.root, this.terms.root, this.naming);
      if ('refused' in reading) {
        refused.push({ row, column, path: this.rowPath(row), found: text, why: reading.refused });
        continue;
      }
      written.push(this.rowPath(row));
      changes.push(...changesFor(this.terms.root, [], line.field, reading.value));
    }
    return { text: applyEdits(this.terms.text, editsOf(this.terms, merged(changes))), written, newRows: 0, refused };
  }

  /** Keys of an open map that have no name of ours: shown under their own. */
  private unnamed(shape: FormShape): Line[] {
    const map = shape.openMap === undefined ? null : child(this.terms.root, shape.openMap);
    if (map?.kind !== 'map' || shape.openMap === undefined) return [];
    const [pattern] = shape.fields;
    const kind: Kind = pattern?.kind ?? { of: 'text' };
    const known = new Set(shape.fields.map((field) => field.key.at(-1)));
    return map.pairs
      .filter((pair) => !known.has(pair.key))
      .map((pair) => ({ title: pair.key, field: { key: [shape.openMap ?? '', pair.key], kind, label: 'terms.name', width: 0 } }));
  }
}

import type { Kind } from '../fields/kinds';
import type { Unreadable } from '../reading/readings';
import type { Path } from '../document';

export interface GridColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly isRight: boolean;
}

export interface GridCell {
  /** The path as the server writes it: findings, origins and refused texts are found by it. */
  readonly path: string;
  /** Null: shown only, a heading or a computed figure. */
  readonly kind: Kind | null;
  readonly shown: string;
  /** What an editor starts with. */
  readonly edit: string;
  readonly copy: string;
  readonly isEmpty: boolean;
}

/** A text to write into a cell; a row behind the last one is a new row. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Refused {
  readonly row: number;
  readonly column: number;
  /** Where it would stand, as the server writes it. */
  readonly path: string;
  readonly found: string;
  readonly why: Unreadable;
}

/** What writing some cells comes to: nothing is half done, what cannot be read is listed. */
export interface Outcome {
  readonly text: string;
  readonly written: readonly string[];
  readonly newRows: number;
  readonly refused: readonly Refused[];
}

/** A table of the terms as the grid shows and changes it; every change gives the whole new text. */
export interface GridModel {
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  cell(row: number, column: number): GridCell;
  /** How a row is named in a message: its id, else its number. */
  rowName(row: number): string;
  rowPath(row: number): string;
  /** Where a path stands; what lies below a cell is in that cell. */
  find(path: string): Spot | null;
  write(writes: readonly CellWrite[]): Outcome;
  /** Absent where rows are fixed. */
  readonly rows?: RowChanges;
  /** Words to choose from in a cell, with the label people know; null when there is no such list. */
  options(row: number, column: number): readonly GridOption[] | null;
  /** Below the columns: sums. */
  footer(column: number): string;
}

export interface RowChanges {
  readonly listPath: Path;
  add(before: number): string;
  remove(rows: readonly number[]): string;
  move(from: number, to: number): string;
  readonly isOrdered: boolean;
}

export interface GridOption {
  readonly value: string;
  readonly label: string;
}

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export function isAtOrBelow(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}.`);
}

import { type ReactNode, useMemo } from 'react';
import { inserted, moved, removed, type Terms } from '../../securitization/terms/document';
import type { SheetOf } from './columns';
import { cellsOf, freshRow, withCells } from './policyTree';
import { RowsGrid } from './RowsGrid';

interface Props {
  terms: Terms;
  sheet: SheetOf;
  /** Gravest finding of a cell, by `row:column`, or of a row, by `row:`. */
  marks: ReadonlyMap<string, 'error' | 'warning'>;
  readOnly: boolean;
  focus: { row: number; column: string | null } | null;
  extra?: ReactNode;
  onText: (text: string) => void;
  onUndo: () => void;
}

/** A list of a text as a sheet: what is typed, pasted, added, moved or taken out is an edit of the text, and the rest of it stays as it is. */
export function TextSheet({ terms, sheet, marks, readOnly, focus, extra, onText, onUndo }: Props) {
  const cells = useMemo(() => cellsOf(terms, sheet.path, sheet.columns), [terms, sheet]);
  return (
    <RowsGrid
      label={sheet.title}
      columns={sheet.columns}
      cells={cells}
      marks={marks}
      readOnly={readOnly}
      focus={focus}
      extra={extra}
      onCells={changes => onText(withCells(terms, sheet.path, changes, sheet.columns))}
      onInsert={(before, like) => onText(inserted(terms, sheet.path, before, [freshRow(terms, sheet.path, sheet.columns, like)]))}
      onRemove={row => onText(removed(terms, sheet.path, [row]))}
      onMove={(from, to) => onText(moved(terms, sheet.path, from, to))}
      onUndo={onUndo}
    />
  );
}

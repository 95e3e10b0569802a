import { useCallback, useState } from 'react';
import { type Range, rangeOf } from './clipboard';
import type { GridModel, Spot } from './model';

export interface Selection {
  readonly active: Spot;
  readonly range: Range;
  /** Goes to a cell; `extend` keeps the other corner where it is. */
  go(row: number, column: number, extend?: boolean): void;
  selectRow(row: number): void;
  selectAll(): void;
}

/** One active cell and a rectangle that ends in it, kept inside the table. */
export function useSelection(model: GridModel): Selection {
  const [{ active, anchor }, set] = useState(() => {
    const first = { row: 0, column: model.rows ? 0 : 1 };
    return { active: first, anchor: first };
  });
  const [lastRow, lastColumn] = [Math.max(0, model.rowCount - (model.rows ? 0 : 1)), model.columns.length - 1];
  const inside = useCallback(
    (spot: Spot): Spot => ({ row: Math.max(0, Math.min(spot.row, lastRow)), column: Math.max(0, Math.min(spot.column, lastColumn)) }),
    [lastRow, lastColumn],
  );
  const go = (row: number, column: number, extend = false) => {
    const next = inside({ row, column });
    set((old) => ({ active: next, anchor: extend ? old.anchor : next }));
  };
  const here = inside(active);
  return {
    active: here,
    range: rangeOf(here, inside(anchor)),
    go,
    selectRow: (row) => set({ active: { row, column: 0 }, anchor: { row, column: lastColumn } }),
    selectAll: () => set({ active: { row: 0, column: 0 }, anchor: { row: Math.max(0, model.rowCount - 1), column: lastColumn } }),
  };
}

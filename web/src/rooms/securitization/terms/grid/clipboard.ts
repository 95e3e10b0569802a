import type { CellWrite, GridModel, Spot } from './model';

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function rangeOf(a: Spot, b: Spot): Range {
  return { top: Math.min(a.row, b.row), bottom: Math.max(a.row, b.row), left: Math.min(a.column, b.column), right: Math.max(a.column, b.column) };
}

export function copied(model: GridModel, range: Range): string[][] {
  const rows: string[][] = [];
  for (let row = range.top; row <= Math.min(range.bottom, model.rowCount - 1); row += 1) {
    const cells: string[] = [];
    for (let column = range.left; column <= range.right; column += 1) cells.push(model.cell(row, column).copy);
    rows.push(cells);
  }
  return rows;
}

export interface Pasted {
  readonly writes: readonly CellWrite[];
  /** Cells that found no column, or no row where rows are fixed. */
  readonly dropped: number;
  readonly headed: boolean;
}

/** Lays a block over the table from a cell on. A head of known column names decides the columns; one value fills a whole selection. */
export function pasted(model: GridModel, block: readonly (readonly string[])[], range: Range): Pasted {
  const head = headOf(model, block[0] ?? []);
  const body = head ? block.slice(1) : block;
  const single = body.length === 1 && body[0]?.length === 1 ? body[0][0] : undefined;
  if (single !== undefined && !head) return { writes: filled(range, single), dropped: 0, headed: false };
  const writes: CellWrite[] = [];
  let dropped = 0;
  body.forEach((cells, i) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    cells.forEach((text, j) => {
      const column = head ? (head[j] ?? -1) : range.left + j;
      const row = range.top + i;
      if (column >= 0 && column < model.columns.length && (row < model.rowCount || model.rows)) writes.push({ row, column, text });
      else if (text.trim() !== '') dropped += 1;
    });
  });
  return { writes, dropped, headed: head !== null };
}

function filled(range: Range, text: string): CellWrite[] {
  const writes: CellWrite[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) writes.push({ row, column, text });
  }
  return writes;
}

function headOf(model: GridModel, cells: readonly string[]): number[] | null {
  const plain = (text: string) => text.replace(/[\s（(].*$/s, '').trim();
  const found = cells.map((cell) => model.columns.findIndex((column) => cell.trim() !== '' && (plain(column.title) === plain(cell) || column.key === cell.trim())));
  return model.rows && found.filter((column) => column >= 0).length >= Math.min(2, model.columns.length) ? found : null;
}

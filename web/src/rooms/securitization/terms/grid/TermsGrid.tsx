import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { readTsv, writeTsv } from '../reading/tsv';
import { CellEditor } from './CellEditor';
import { copied, type Pasted, pasted } from './clipboard';
import { GridFoot } from './GridFoot';
import { GridHead } from './GridHead';
import { GridRow, type RowActions } from './GridRow';
import { actionOf } from './keys';
import type { Marks } from './marks';
import type { CellWrite, GridModel, Spot } from './model';
import styles from './TermsGrid.module.css';
import { useLatest } from './useLatest';
import { type Selection, useSelection } from './useSelection';
import { rowHeight, useWindow } from './useWindow';

export const gutterWidth = 38;

export interface GridHandle {
  goTo(spot: Spot): void;
}

interface Props {
  label: string;
  model: GridModel;
  marks: Marks;
  isReadOnly: boolean;
  conditionNames: readonly string[];
  onWrite(writes: readonly CellWrite[]): void;
  onPaste(block: Pasted): void;
  onMove(from: number, to: number): void;
  onOrigin(path: string): void;
  toolbar(selection: Selection): ReactNode;
  footer: ReactNode;
  ref?: Ref<GridHandle>;
}

/** What is typed in the active cell; null while nothing is. `isFresh`: typing replaced what stood there, so arrows leave. */
interface Editing {
  readonly text: string;
  readonly isFresh: boolean;
  /** What a list of words holds so far. */
  readonly chosen?: string;
}

/** A dense table edited like a spreadsheet: typing, arrows, blocks from Excel; only the rows in sight are drawn. */
export function TermsGrid({ label, model, marks, isReadOnly, conditionNames, onWrite, onPaste, onMove, onOrigin, toolbar, footer, ref }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const leaving = useRef(false);
  const comesBack = useRef(false);
  const isAgain = useRef(false);
  const selection = useSelection(model);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const rows = model.rowCount + (model.rows && !isReadOnly ? 1 : 0);
  const view = useWindow(box, rows);
  const { active, range } = selection;
  const cell = model.cell(active.row, active.column);
  const draft = marks.draftAt(cell.path);
  const sticky = gutterWidth + (model.columns[0]?.width ?? 0);
  const width = gutterWidth + model.columns.reduce((sum, column) => sum + column.width, 0);

  useImperativeHandle(ref, () => ({
    goTo: (spot) => {
      selection.go(spot.row, spot.column);
      box.current?.scrollIntoView({ block: 'nearest' });
      input.current?.focus({ preventScroll: true });
    },
  }));
  useLayoutEffect(() => reveal(box.current, model, active, sticky), [active.row, active.column]);
  useLayoutEffect(() => {
    if (editing === null && comesBack.current) input.current?.focus({ preventScroll: true });
    comesBack.current = false;
  }, [editing]);
  useEffect(() => {
    const stop = () => setDragged(null);
    addEventListener('mouseup', stop);
    return () => removeEventListener('mouseup', stop);
  }, []);

  const begin = (text: string | null) => {
    if (isReadOnly || cell.kind === null) return;
    setEditing({ text: text ?? draft?.found ?? cell.edit, isFresh: text !== null });
  };
  const stop = () => {
    comesBack.current = true;
    setEditing(null);
  };
  const save = (text: string) => {
    if (text !== (draft?.found ?? cell.edit)) onWrite([{ ...active, text }]);
  };
  const commit = (text: string, rowBy = 0, columnBy = 0) => {
    save(text);
    stop();
    if (rowBy !== 0 || columnBy !== 0) selection.go(active.row + rowBy, active.column + columnBy);
  };
  const clear = () => {
    const writes: CellWrite[] = [];
    for (let row = range.top; row <= Math.min(range.bottom, model.rowCount - 1); row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        const one = model.cell(row, column);
        if (one.kind !== null && (!one.isEmpty || marks.draftAt(one.path))) writes.push({ row, column, text: '' });
      }
    }
    if (writes.length > 0 && !isReadOnly) onWrite(writes);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const action = actionOf(event, editing !== null, editing?.isFresh ?? false);
    const isAtEdge = event.shiftKey ? active.row === 0 && active.column === 0 : active.row >= rows - 1 && active.column >= model.columns.length - 1;
    const leaves = event.key === 'Tab' && (leaving.current || isAtEdge) && editing === null;
    leaving.current = event.key === 'Escape' && editing === null;
    if (action === null || leaves) return;
    event.preventDefault();
    if (editing !== null && action.do === 'move') return commit(editing.text, action.by[0], action.by[1]);
    if (editing !== null && action.do === 'tab') return commit(editing.text, 0, action.by);
    switch (action.do) {
      case 'move': return selection.go(active.row + action.by[0], active.column + action.by[1], event.shiftKey && event.key !== 'Enter');
      case 'jump': return selection.go(action.row === 'end' ? rows - 1 : (action.row ?? active.row), action.column === 'end' ? 999 : (action.column ?? active.column), event.shiftKey);
      case 'page': return selection.go(active.row + action.by * Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 2), active.column, event.shiftKey);
      case 'tab': return tab(action.by);
      case 'edit': return begin(null);
      case 'cancel': return stop();
      case 'clear': return clear();
      case 'all': return selection.selectAll();
    }
  };
  const tab = (by: number) => {
    const next = active.column + by;
    if (next < 0) selection.go(active.row - 1, model.columns.length - 1);
    else if (next >= model.columns.length) selection.go(active.row + 1, 0);
    else selection.go(active.row, next);
  };

  /** Another cell is chosen while this one is being edited. */
  const finish = () => {
    if (editing === null) return;
    const isList = model.options(active.row, active.column) !== null;
    if (isList && editing.chosen === undefined) stop();
    else commit(editing.chosen ?? editing.text);
  };
  const press = (event: MouseEvent, row: number, column: number) => {
    if (event.button !== 0) return;
    event.preventDefault();
    finish();
    isAgain.current = row === active.row && column === active.column && matchMedia('(pointer: coarse)').matches;
    selection.go(row, column, event.shiftKey);
    input.current?.focus({ preventScroll: true });
    if (!isAgain.current) setDragged(-1);
  };
  const onClipboard = (event: ClipboardEvent, isCut: boolean) => {
    if (editing !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeTsv(copied(model, range)));
    if (isCut) clear();
  };
  const paste = (event: ClipboardEvent) => {
    if (editing !== null) return;
    event.preventDefault();
    const block = readTsv(event.clipboardData.getData('text/plain'));
    if (!isReadOnly && block.length > 0) onPaste(pasted(model, block, range));
  };
  const drop = (row: number) => {
    if (dragged !== null && dragged >= 0 && dragged !== row && row < model.rowCount) onMove(dragged, row);
    setDragged(null);
  };

  const canMove = model.rows?.isOrdered === true && !isReadOnly;
  const actions = useLatest<RowActions>({
    press,
    enter: (row, column) => dragged === -1 && selection.go(row, column, true),
    tap: () => isAgain.current && begin(null),
    edit: () => begin(null),
    grab: (row) => {
      finish();
      selection.selectRow(row);
      input.current?.focus({ preventScroll: true });
      if (canMove) setDragged(row);
    },
    drop,
    origin: onOrigin,
  });
  const left = gutterWidth + model.columns.slice(0, active.column).reduce((sum, column) => sum + column.width, 0);
  return (
    <div className={styles['whole']}>
      <div className={styles['toolbar']}>
        <h3>{label}</h3>
        {!isReadOnly && toolbar(selection)}
      </div>
      <div className={styles['box']} ref={box} onScroll={view.onScroll}>
        <div role="grid" aria-label={label} aria-rowcount={rows + 1} aria-colcount={model.columns.length} aria-readonly={isReadOnly} style={{ width, minWidth: '100%' }}>
          <GridHead model={model} />
          <div className={dragged !== null && dragged >= 0 ? `${styles['body']} ${styles['dragging']}` : styles['body']} role="rowgroup" style={{ height: rows * rowHeight }}>
            {Array.from({ length: Math.max(0, view.end - view.first) }, (_, i) => view.first + i).map((row) => (
              <GridRow
                key={row}
                row={row}
                model={model}
                marks={marks}
                range={row >= range.top && row <= range.bottom ? range : null}
                activeColumn={row === active.row ? active.column : -1}
                canMove={canMove}
                actions={actions}
              />
            ))}
            <div className={active.column === 0 ? `${styles['strip']} ${styles['above']}` : styles['strip']} role="row" style={{ top: active.row * rowHeight, width, height: rowHeight }}>
              <div role="gridcell" className={active.column === 0 ? styles['pinned'] : styles['floating']} style={{ left, width: model.columns[active.column]?.width ?? 0 }}>
                <CellEditor
                  ref={input}
                  label={`${model.rowName(active.row)} ${model.columns[active.column]?.title ?? ''}`}
                  cell={cell}
                  text={editing?.text ?? null}
                  options={editing !== null ? model.options(active.row, active.column) : null}
                  refused={editing !== null ? (model.write([{ ...active, text: editing.text }]).refused[0]?.why ?? null) : null}
                  conditionNames={conditionNames}
                  onText={(text) => (editing === null ? begin(text) : setEditing({ ...editing, text }))}
                  isFresh={editing?.isFresh ?? false}
                  onChosen={(chosen) => editing !== null && setEditing({ ...editing, chosen })}
                  onLeave={() => {
                    if (editing !== null) save(editing.text);
                    setEditing(null);
                  }}
                  onEdit={() => begin(null)}
                  onCommit={commit}
                  onCancel={stop}
                  onKeyDown={onKeyDown}
                  onCopy={onClipboard}
                  onPaste={paste}
                />
              </div>
            </div>
          </div>
          <GridFoot model={model} />
        </div>
      </div>
      {footer}
    </div>
  );
}

/** Scrolls the box, and nothing else, until a cell is in sight beside the pinned column and below the head. */
function reveal(box: HTMLDivElement | null, model: GridModel, { row, column }: Spot, sticky: number): void {
  if (!box) return;
  const top = row * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + 2 * rowHeight > box.scrollTop + box.clientHeight - rowHeight) box.scrollTop = top + 3 * rowHeight - box.clientHeight;
  if (column === 0) return;
  const left = gutterWidth + model.columns.slice(0, column).reduce((sum, one) => sum + one.width, 0);
  const right = left + (model.columns[column]?.width ?? 0);
  if (left - sticky < box.scrollLeft) box.scrollLeft = left - sticky;
  else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = Math.min(left - sticky, right - box.clientWidth);
}

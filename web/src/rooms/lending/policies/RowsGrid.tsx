import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useT } from '../../../words';
import type { CellChange, Column } from './policyTree';
import styles from './Policies.module.css';

const rowHeight = 30;
const overscan = 8;

interface Props {
  label: string;
  columns: readonly Column[];
  cells: readonly (readonly string[])[];
  /** Gravest finding of a cell, by `row:column`, or of a row, by `row:`. */
  marks: ReadonlyMap<string, 'error' | 'warning'>;
  readOnly: boolean;
  focus: { row: number; column: string | null } | null;
  extra?: ReactNode;
  onCells: (changes: CellChange[]) => void;
  onInsert: (before: number, like: number | null) => void;
  onRemove: (row: number) => void;
  onMove: (from: number, to: number) => void;
  onUndo: () => void;
}

/** A list as a sheet: cells are typed in place, pasted from a spreadsheet, and only the rows in view are drawn. */
export function RowsGrid({ label, columns, cells, marks, readOnly, focus, extra, onCells, onInsert, onRemove, onMove, onUndo }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 560 });
  const [current, setCurrent] = useState<number | null>(null);
  const first = Math.max(0, Math.floor(view.top / rowHeight) - overscan);
  const end = Math.min(cells.length, first + Math.ceil(view.height / rowHeight) + 2 * overscan);
  const template = `44px ${columns.map(column => `minmax(${column.width}px, ${column.width}fr)`).join(' ')}`;
  const width = 44 + columns.reduce((sum, column) => sum + column.width, 0);

  const enter = useCallback((row: number, column: number) => {
    const node = box.current;
    if (node === null) return;
    const top = row * rowHeight;
    if (top < node.scrollTop || top + rowHeight * 2 > node.scrollTop + node.clientHeight) node.scrollTop = Math.max(0, top - node.clientHeight / 3);
    // The row may have to be drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => node.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus()));
  }, []);
  useEffect(() => {
    if (focus === null) return;
    const at = columns.findIndex(column => column.key === focus.column || focus.column?.startsWith(`${column.key}.`) === true);
    enter(focus.row, Math.max(0, at));
  }, [focus, enter]);

  const key = (event: KeyboardEvent, row: number, column: number, dirty: boolean) => {
    if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !dirty) {
      event.preventDefault();
      onUndo();
    }
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && row + step >= 0 && row + step < cells.length) {
      event.preventDefault();
      enter(row + step, column);
    }
  };
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    if (readOnly || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const changes = text.split(/\r?\n/).flatMap((line, r) => line.split('\t').flatMap((cell, c): CellChange[] => {
      const target = columns[column + c];
      return target === undefined ? [] : [{ row: row + r, column: target, text: cell }];
    }));
    (document.activeElement as HTMLElement | null)?.blur();
    onCells(changes);
  };
  return (
    <div>
      <div className={styles['bar']} role="toolbar" aria-label={label}>
        <strong>{label}</strong>
        <span className={styles['note']}>{t('policyEdit.rows', { count: cells.length })}{current !== null && ` · ${t('policyEdit.row', { row: current + 1 })}`}</span>
        <span className={styles['push']} />
        {extra}
        {!readOnly && (
          <>
            <Button size="small" onClick={() => onInsert(current === null ? cells.length : current + 1, null)}>{t('policyEdit.add')}</Button>
            <Button size="small" disabled={current === null} onClick={() => current !== null && onInsert(current + 1, current)}>{t('policyEdit.copy')}</Button>
            <Button size="small" disabled={current === null || current === 0} onClick={() => { if (current !== null) { onMove(current, current - 1); setCurrent(current - 1); } }} aria-label={t('policyEdit.up')}>↑</Button>
            <Button size="small" disabled={current === null || current >= cells.length - 1} onClick={() => { if (current !== null) { onMove(current, current + 1); setCurrent(current + 1); } }} aria-label={t('policyEdit.down')}>↓</Button>
            <Button size="small" danger disabled={current === null || current >= cells.length} onClick={() => { if (current !== null) { onRemove(current); setCurrent(null); } }}>{t('policyEdit.remove')}</Button>
          </>
        )}
      </div>
      <div ref={box} className={styles['gridBox']} role="grid" aria-label={label} aria-rowcount={cells.length + 1} tabIndex={0} onScroll={event => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}>
        <div className={styles['gridHead']} role="row" style={{ gridTemplateColumns: template, minWidth: width }}>
          <div role="columnheader">#</div>
          {columns.map(column => <div key={column.key} role="columnheader" title={`${column.title} ${column.key}`}>{column.title}<small translate="no">{column.key}</small></div>)}
        </div>
        <div style={{ position: 'relative', height: Math.max(cells.length * rowHeight, rowHeight), minWidth: width }}>
          {cells.length === 0 && <div className={styles['note']} style={{ padding: 6 }}>{t('policyEdit.none')}</div>}
          {cells.slice(first, end).map((line, n) => {
            const row = first + n;
            return (
              <div key={row} role="row" aria-rowindex={row + 2} className={styles['gridRow']} data-current={current === row} style={{ top: row * rowHeight, gridTemplateColumns: template }}>
                <div role="rowheader" className={styles['number']} data-mark={marks.get(`${row}:`)}>{row + 1}</div>
                {columns.map((column, c) => (
                  <Cell
                    key={column.key}
                    at={`${row}:${c}`}
                    label={`${column.title} ${row + 1}`}
                    value={line[c] ?? ''}
                    column={column}
                    mark={marks.get(`${row}:${column.key}`)}
                    readOnly={readOnly}
                    onFocus={() => setCurrent(row)}
                    onKey={(event, dirty) => key(event, row, c, dirty)}
                    onPaste={event => paste(event, row, c)}
                    onText={text => onCells([{ row, column, text }])}
                  />
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface CellProps {
  at: string;
  label: string;
  value: string;
  column: Column;
  mark: 'error' | 'warning' | undefined;
  readOnly: boolean;
  onFocus: () => void;
  onKey: (event: KeyboardEvent, dirty: boolean) => void;
  onPaste: (event: ClipboardEvent) => void;
  onText: (text: string) => void;
}

function Cell({ at, label, value, column, mark, readOnly, onFocus, onKey, onPaste, onText }: CellProps) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const common = { 'data-cell': at, 'data-mark': mark, 'aria-label': label, 'aria-invalid': mark === 'error', onFocus } as const;
  if (column.kind === 'choice' && column.choices !== undefined) {
    const choices = value === '' || column.choices.includes(value) ? column.choices : [value, ...column.choices];
    return (
      <div role="gridcell"><select {...common} value={value} disabled={readOnly} onChange={event => onText(event.target.value)} onKeyDown={event => { if (event.key === 'z' || event.key === 'Enter') onKey(event, false); }}>
        <option value="">—</option>
        {choices.map(choice => <option key={choice} value={choice}>{column.labels?.get(choice) ?? t.code('policyWord', choice)}</option>)}
      </select></div>
    );
  }
  const keep = () => {
    if (typed !== null && typed.trim() !== value) onText(typed);
    setTyped(null);
  };
  return (
    <div role="gridcell"><input
      {...common}
      className={column.kind === 'cell' || column.kind === 'number' || column.kind === 'figure' || column.kind === 'date' ? styles['mono'] : undefined}
      value={typed ?? value}
      placeholder={column.kind === 'cell' ? '—' : undefined}
      readOnly={readOnly}
      spellCheck={false}
      title={value}
      onChange={event => setTyped(event.target.value)}
      onBlur={keep}
      onPaste={onPaste}
      onKeyDown={event => {
        // On the last row nothing else takes the focus.
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setTyped(null);
        else onKey(event, typed !== null && typed !== value);
      }}
    /></div>
  );
}

import { Button } from 'antd';
import { type ReactNode, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useT } from '../../../words';
import type { Terms } from './document';
import type { Naming } from './fields/cellText';
import type { Shape } from './fields/shapes';
import type { Pasted } from './grid/clipboard';
import { FormModel } from './grid/formModel';
import type { Marks } from './grid/marks';
import type { GridModel, Outcome } from './grid/model';
import { TableModel } from './grid/tableModel';
import { type GridHandle, TermsGrid } from './grid/TermsGrid';
import type { Selection } from './grid/useSelection';
import { PastePreview } from './PastePreview';
import styles from './TermsTab.module.css';

export interface ShapeHandle {
  /** Goes to the cell of a path; false when it is not in this table. */
  goTo(path: string): boolean;
  /** A cell in words; null when it is not in this table. */
  placeOf(path: string): string | null;
}

interface Props {
  shape: Shape;
  terms: Terms;
  naming: Naming;
  marks: Marks;
  isReadOnly: boolean;
  conditionNames: readonly string[];
  onOutcome(outcome: Outcome): void;
  /** Rows of a list were added, taken out or moved. */
  onRows(text: string, list: string): void;
  onOrigin(path: string): void;
  /** What is wrong in it, in words. */
  faults: ReactNode;
  ref: Ref<ShapeHandle>;
}

/** One table or form of the terms, with its sums and its buttons. */
export function ShapeView({ shape, terms, naming, marks, isReadOnly, conditionNames, onOutcome, onRows, onOrigin, faults, ref }: Props) {
  const t = useT();
  const grid = useRef<GridHandle>(null);
  const [hasAll, setHasAll] = useState(false);
  const [waiting, setWaiting] = useState<{ outcome: Outcome; block: Pasted } | null>(null);
  const [done, setDone] = useState('');
  const model: GridModel = useMemo(
    () => (shape.shape === 'table' ? new TableModel(terms, shape, naming, t, hasAll, marks.keysUnder(shape.path.join('.'))) : new FormModel(terms, shape, naming, t)),
    [terms, shape, naming, t, hasAll, marks],
  );
  const table = model instanceof TableModel ? model : null;

  useImperativeHandle(ref, () => ({
    goTo: (path) => {
      const spot = model.find(path);
      if (spot) grid.current?.goTo(spot);
      return spot !== null;
    },
    placeOf: (path) => {
      const spot = model.find(path);
      if (!spot) return null;
      return table ? t('terms.cell', { row: model.rowName(spot.row), column: model.columns[spot.column]?.title ?? '' }) : model.rowName(spot.row);
    },
  }));

  const write = (outcome: Outcome) => {
    setDone(outcome.written.length > 1 ? t('terms.paste.done', { cells: outcome.written.length, rows: outcome.newRows }) : '');
    setWaiting(null);
    onOutcome(outcome);
  };
  const paste = (block: Pasted) => {
    const outcome = model.write(block.writes);
    if (outcome.refused.length === 0 && block.dropped === 0) write(outcome);
    else setWaiting({ outcome, block });
  };
  const rows = model.rows;
  const change = (text: string) => rows && onRows(text, rows.listPath.join('.'));
  const toolbar = ({ active, range }: Selection) => (
    <>
      {rows && <Button size="small" onClick={() => change(rows.add(Math.min(range.bottom + 1, model.rowCount)))}>{t('terms.addRow')}</Button>}
      {rows && (
        <Button size="small" disabled={range.top >= model.rowCount} onClick={() => change(rows.remove(indexes(range.top, Math.min(range.bottom, model.rowCount - 1))))}>
          {range.bottom > range.top ? t('terms.removeRows', { count: Math.min(range.bottom, model.rowCount - 1) - range.top + 1 }) : t('terms.removeRow')}
        </Button>
      )}
      {rows?.isOrdered && <MoveButtons model={model} row={active.row} onText={change} onMoved={(row) => grid.current?.goTo({ row, column: active.column })} />}
      <Button size="small" disabled={model.cell(active.row, active.column).path === ''} onClick={() => onOrigin(model.cell(active.row, active.column).path)}>
        {t('terms.origin')}
      </Button>
      {table?.hasRare && <Button size="small" type="text" onClick={() => setHasAll(!hasAll)}>{t(hasAll ? 'terms.fewerColumns' : 'terms.moreColumns')}</Button>}
      {done !== '' && <span className="soft" role="status">{done}</span>}
    </>
  );
  return (
    <section className={styles['shape']} aria-label={t(shape.title)}>
      <TermsGrid
        ref={grid}
        label={t(shape.title)}
        model={model}
        marks={marks}
        isReadOnly={isReadOnly}
        conditionNames={conditionNames}
        onWrite={(writes) => write(model.write(writes))}
        onPaste={paste}
        onMove={(from, to) => rows && change(rows.move(from, to))}
        onOrigin={onOrigin}
        toolbar={toolbar}
        footer={table && <Sums model={table} />}
      />
      {faults}
      {waiting && (
        <PastePreview
          model={model}
          outcome={waiting.outcome}
          dropped={waiting.block.dropped}
          isHeaded={waiting.block.headed}
          onWrite={() => write(waiting.outcome)}
          onClose={() => setWaiting(null)}
        />
      )}
    </section>
  );
}

interface MoveProps {
  model: GridModel;
  row: number;
  onText(text: string): void;
  onMoved(row: number): void;
}

function MoveButtons({ model, row, onText, onMoved }: MoveProps) {
  const t = useT();
  const move = (to: number) => {
    if (model.rows) onText(model.rows.move(row, to));
    onMoved(to);
  };
  return (
    <>
      <Button size="small" disabled={row === 0 || row >= model.rowCount} onClick={() => move(row - 1)}>{t('terms.moveUp')}</Button>
      <Button size="small" disabled={row >= model.rowCount - 1} onClick={() => move(row + 1)}>{t('terms.moveDown')}</Button>
    </>
  );
}

/** Below a table: how many rows, and whether its amounts add up to the size of the issue. */
function Sums({ model }: { model: TableModel }) {
  const t = useT();
  const balance = model.balance();
  return (
    <div className={styles['sums']}>
      <span>{model.rowCount === 0 ? t('terms.empty') : t('terms.rows', { count: model.rowCount })}</span>
      {balance && <span className={balance === t('terms.balanced') ? '' : styles['off']}>{balance}</span>}
    </div>
  );
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

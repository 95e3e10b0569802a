import { Tooltip } from 'antd';
import { memo, type MouseEvent } from 'react';
import { useT, type Word } from '../../../../words';
import type { Range } from './clipboard';
import { sentenceOf } from './FindingsList';
import type { Marks } from './marks';
import type { GridCell, GridModel } from './model';
import { OriginChip } from './OriginChip';
import styles from './TermsGrid.module.css';
import { gutterWidth } from './TermsGrid';
import { rowHeight } from './useWindow';

/** What a row tells the grid; the object stays the same so that rows are drawn anew only when they change. */
export interface RowActions {
  press(event: MouseEvent, row: number, column: number): void;
  enter(row: number, column: number): void;
  /** A finger lifted from a cell that was chosen already. */
  tap(): void;
  edit(): void;
  /** Takes hold of a whole row. */
  grab(row: number): void;
  drop(row: number): void;
  origin(path: string): void;
}

interface Props {
  row: number;
  model: GridModel;
  marks: Marks;
  range: Range | null;
  activeColumn: number;
  canMove: boolean;
  actions: RowActions;
}

export const GridRow = memo(Row, (a, b) => {
  const isSameRange = a.range === b.range || (a.range !== null && b.range !== null && a.range.left === b.range.left && a.range.right === b.range.right);
  return isSameRange && a.row === b.row && a.model === b.model && a.marks === b.marks && a.activeColumn === b.activeColumn && a.canMove === b.canMove && a.actions === b.actions;
});

function Row({ row, model, marks, range, activeColumn, canMove, actions }: Props) {
  const isNew = row >= model.rowCount;
  const grab = (event: MouseEvent) => {
    event.preventDefault();
    actions.grab(row);
  };
  const isFaulty = !isNew && marks.findingsAt(model.rowPath(row)).some((finding) => finding.severity === 'error');
  return (
    <div className={styles['row']} role="row" aria-rowindex={row + 2} style={{ top: row * rowHeight, height: rowHeight }} onMouseUp={() => actions.drop(row)}>
      <div
        role="rowheader"
        className={`${styles['gutter']} ${isFaulty ? styles['faulty'] : ''} ${canMove ? styles['grab'] : ''}`}
        style={{ width: gutterWidth }}
        onMouseDown={grab}
      >
        {isNew ? '+' : row + 1}
      </div>
      {model.columns.map((column, i) => {
        const cell = model.cell(row, i);
        const isSelected = range !== null && i >= range.left && i <= range.right;
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={i + 1}
            aria-selected={isSelected}
            className={classOf(cell, marks, { isFirst: i === 0, isRight: column.isRight, isSelected, isActive: i === activeColumn })}
            style={{ width: column.width, left: i === 0 ? gutterWidth : undefined }}
            onMouseDown={(event) => actions.press(event, row, i)}
            onMouseEnter={() => actions.enter(row, i)}
            onClick={actions.tap}
            onDoubleClick={actions.edit}
          >
            {cell.kind !== null && !cell.isEmpty && <OriginChip origin={marks.originAt(cell.path)} onOpen={() => actions.origin(cell.path)} />}
            <CellText cell={cell} marks={marks} />
          </div>
        );
      })}
    </div>
  );
}

function CellText({ cell, marks }: { cell: GridCell; marks: Marks }) {
  const t = useT();
  const draft = cell.path === '' ? undefined : marks.draftAt(cell.path);
  const findings = cell.path === '' ? [] : marks.findingsAt(cell.path);
  const text = draft?.found ?? cell.shown;
  if (!draft && findings.length === 0) return <span className={styles['text']} title={text.length > 14 ? text : undefined}>{text}</span>;
  const lines = draft ? [sentenceOf(t, draft)] : findings.map((finding) => `${finding.message} ${finding.code}`);
  return (
    <Tooltip title={lines.map((line) => <div key={line}>{line}</div>)}>
      <span className={styles['text']}>
        {text}
        <span className="visually-hidden">{t(`terms.severity.${draft ? 'error' : (findings[0]?.severity ?? 'info')}` as Word)}</span>
      </span>
    </Tooltip>
  );
}

interface State {
  readonly isFirst: boolean;
  readonly isRight: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
}

function classOf(cell: GridCell, marks: Marks, state: State): string {
  const findings = cell.path === '' ? [] : marks.findingsAt(cell.path);
  const isRefused = cell.path !== '' && marks.draftAt(cell.path) !== undefined;
  const worst = isRefused || findings.some((finding) => finding.severity === 'error') ? 'error' : findings.some((finding) => finding.severity === 'warning') ? 'warning' : '';
  const parts = ['cell', state.isFirst && 'first', state.isRight && 'right', state.isSelected && 'selected', state.isActive && 'active', cell.kind === null && 'fixed', worst, isRefused && 'refused'];
  return parts.flatMap((part) => (part ? [styles[part]] : [])).join(' ');
}

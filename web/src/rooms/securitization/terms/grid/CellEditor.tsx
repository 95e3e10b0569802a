import { type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import { useT } from '../../../../words';
import { faultOf } from '../fields/condition';
import type { Unreadable } from '../reading/readings';
import { ChoiceEditor } from './ChoiceEditor';
import { faultSentence, refusedSentence } from './FindingsList';
import type { GridCell, GridOption } from './model';
import styles from './TermsGrid.module.css';

interface Props {
  ref: Ref<HTMLInputElement>;
  label: string;
  cell: GridCell;
  /** Null: the cell is chosen, not edited; the input only listens. */
  text: string | null;
  options: readonly GridOption[] | null;
  refused: Unreadable | null;
  conditionNames: readonly string[];
  /** Typing replaced what stood there. */
  isFresh: boolean;
  onText(text: string): void;
  onChosen(text: string): void;
  onLeave(): void;
  onEdit(): void;
  onCommit(text: string, rowBy?: number, columnBy?: number): void;
  onCancel(): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
  onCopy(event: ClipboardEvent, isCut: boolean): void;
  onPaste(event: ClipboardEvent): void;
}

/** One input follows the active cell, so that typing (in any input method) begins where the eye is. */
export function CellEditor({ ref, label, cell, text, options, refused, conditionNames, isFresh, onText, onChosen, onLeave, onEdit, onCommit, onCancel, onKeyDown, onCopy, onPaste }: Props) {
  const t = useT();
  const isCondition = cell.kind?.of === 'condition';
  const fault = text !== null && isCondition ? faultOf(text, conditionNames) : null;
  const warning = fault ? faultSentence(t, fault) : refused && text !== '' ? refusedSentence(t, refused) : null;
  if (text !== null && options !== null && cell.kind) {
    return (
      <ChoiceEditor
        label={label}
        kind={cell.kind}
        typed={isFresh ? text : ''}
        current={cell.edit}
        options={options}
        onChosen={onChosen}
        onCommit={onCommit}
        onCancel={onCancel}
      />
    );
  }
  const isOpen = text !== null;
  return (
    <>
      <input
        ref={ref}
        className={isOpen ? `${styles['input']} ${isCondition ? styles['wide'] : ''}` : styles['listener']}
        aria-label={label}
        aria-invalid={warning !== null}
        autoComplete="off"
        spellCheck={false}
        inputMode={isOpen ? 'text' : 'none'}
        value={text ?? ''}
        onChange={(event) => onText(event.target.value)}
        onDoubleClick={isOpen ? undefined : onEdit}
        onKeyDown={onKeyDown}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
        onBlur={onLeave}
      />
      {isOpen && warning !== null && <div className={styles['refusal']} role="status">{warning}</div>}
      {isOpen && isCondition && warning === null && (
        <div className={styles['names']}>
          {t('terms.condition.names')} <code>{conditionNames.join('  ')}</code>
        </div>
      )}
    </>
  );
}

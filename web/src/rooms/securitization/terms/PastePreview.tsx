import { Modal } from 'antd';
import { useT } from '../../../words';
import { sentenceOf } from './grid/FindingsList';
import type { GridModel, Outcome } from './grid/model';
import styles from './PastePreview.module.css';

interface Props {
  model: GridModel;
  outcome: Outcome;
  dropped: number;
  isHeaded: boolean;
  onWrite(): void;
  onClose(): void;
}

const most = 200;

/** Before a block with faults is written: what would go in, and every cell that cannot be read, numbered and named. */
export function PastePreview({ model, outcome, dropped, isHeaded, onWrite, onClose }: Props) {
  const t = useT();
  const { refused, written, newRows } = outcome;
  const name = (row: number, column: number) => t('terms.cell', { row: model.rowName(row), column: model.columns[column]?.title ?? '' });
  return (
    <Modal
      open
      title={t('terms.paste.title')}
      width={640}
      okText={t('terms.paste.write', { cells: written.length })}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: written.length === 0 }}
      onOk={onWrite}
      onCancel={onClose}
    >
      <p>{t('terms.paste.counts', { cells: written.length, rows: newRows })}</p>
      {isHeaded && <p className="soft">{t('terms.paste.headed')}</p>}
      {dropped > 0 && <p>{t('terms.paste.dropped', { count: dropped })}</p>}
      {refused.length > 0 && (
        <>
          <p className={styles['refused']}>{t('terms.paste.refused', { count: refused.length })}</p>
          <ol className={styles['list']}>
            {refused.slice(0, most).map((one) => (
              <li key={`${one.row} ${one.column}`}>
                <b>{name(one.row, one.column)}</b> {sentenceOf(t, one)}
              </li>
            ))}
          </ol>
          {refused.length > most && <p className="soft">{t('terms.findings.more', { count: refused.length - most })}</p>}
        </>
      )}
    </Modal>
  );
}

import { useT } from '../../../../words';
import type { GridModel } from './model';
import styles from './TermsGrid.module.css';
import { gutterWidth } from './TermsGrid';

/** The sums under amount columns; nothing when no column is added up. */
export function GridFoot({ model }: { model: GridModel }) {
  const t = useT();
  const sums = model.columns.map((_, i) => model.footer(i));
  if (model.rowCount === 0 || sums.every((sum) => sum === '')) return null;
  return (
    <div className={styles['foot']} role="row" aria-rowindex={model.rowCount + 2}>
      <div className={styles['corner']} role="rowheader" style={{ width: gutterWidth }} aria-label={t('terms.total')} />
      {model.columns.map((column, i) => (
        <div
          key={column.key}
          role="gridcell"
          className={`${styles['td']} ${i === 0 ? styles['first'] : ''} ${column.isRight ? styles['right'] : ''}`}
          style={{ width: column.width, left: i === 0 ? gutterWidth : undefined }}
          title={sums[i]}
        >
          {i === 0 ? t('terms.total') : sums[i]}
        </div>
      ))}
    </div>
  );
}

import type { GridModel } from './model';
import styles from './TermsGrid.module.css';
import { gutterWidth } from './TermsGrid';

export function GridHead({ model }: { model: GridModel }) {
  return (
    <div className={styles['head']} role="row" aria-rowindex={1}>
      <div className={styles['corner']} role="columnheader" style={{ width: gutterWidth }} aria-label="#" />
      {model.columns.map((column, i) => (
        <div
          key={column.key}
          role="columnheader"
          aria-colindex={i + 1}
          className={`${styles['th']} ${i === 0 ? styles['first'] : ''} ${column.isRight ? styles['right'] : ''}`}
          style={{ width: column.width, left: i === 0 ? gutterWidth : undefined }}
          title={column.title}
        >
          {column.title}
        </div>
      ))}
    </div>
  );
}

import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { RightField } from '../../../api/rightTypes';
import { formatDate } from '../../../format';
import { useT } from '../../../words';
import styles from '../Assets.module.css';

/** A value with who says so and on which day, and what others say instead. */
export function Sourced({ field, children }: { field: RightField | null; children?: ReactNode }) {
  const t = useT();
  if (field === null) return <>{children ?? <span className={styles['gap']}>{t('shell.unknown')}</span>}</>;
  const told = (
    <>
      <div>{t('right.source', { source: field.source, day: formatDate(field.asOf) })}</div>
      {field.differing.map(other => (
        <div key={`${other.source}${other.value}`}>{t('right.source.differs', { source: other.source, day: formatDate(other.asOf), value: other.value })}</div>
      ))}
    </>
  );
  return (
    <Tooltip title={told}>
      <span tabIndex={0} className={`${styles['sourced']} ${field.differing.length > 0 ? styles['contested'] : ''}`}>
        {children ?? field.value}
      </span>
    </Tooltip>
  );
}

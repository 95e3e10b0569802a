import type { ReactNode } from 'react';
import styles from './Payments.module.css';

/** Two lines of a cell: what it is, and softly what belongs to it. */
export function Two({ first, second }: { first: ReactNode; second?: ReactNode }) {
  if (second === undefined || second === null || second === '') return <>{first}</>;
  return (
    <span className={styles['two']}>
      <span>{first}</span>
      <span>{second}</span>
    </span>
  );
}

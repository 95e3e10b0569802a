import type { ReactNode } from 'react';
import styles from './Payments.module.css';

export interface Figure {
  label: string;
  value: ReactNode;
  note?: ReactNode;
}

/** The figures at the head of a page, side by side. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={styles['figures']}>
      {figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note !== undefined && note !== null && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

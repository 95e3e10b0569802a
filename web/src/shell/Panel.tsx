import { useId, type ReactNode } from 'react';
import styles from './Panel.module.css';

interface Props {
  title: ReactNode;
  note?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, note, extra, children }: Props) {
  const id = useId();
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <div className={styles['head']}>
        <div>
          <h2 id={id}>{title}</h2>
          {note !== undefined && <div className={styles['note']}>{note}</div>}
        </div>
        {extra}
      </div>
      {children}
    </section>
  );
}

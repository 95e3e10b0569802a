import type { ReactNode } from 'react';
import { useTitle } from './useTitle';
import styles from './PageHead.module.css';

interface Props {
  title: string;
  /** The title is the record's own name, which stays as its people wrote it. */
  named?: boolean;
  /** One line about the state of what the page shows. */
  state?: ReactNode;
  actions?: ReactNode;
  back?: ReactNode;
}

export function PageHead({ title, named = false, state, actions, back }: Props) {
  useTitle(title);
  return (
    <div className={styles['head']}>
      <div className={styles['words']}>
        {back}
        <h1 translate={named ? 'no' : undefined}>{title}</h1>
        {state !== undefined && <div className={styles['state']}>{state}</div>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTitle } from './useTitle';
import styles from './PageHead.module.css';

interface Props {
  title: string;
  /** One line about the state of what the page shows. */
  state?: ReactNode;
  actions?: ReactNode;
  back?: ReactNode;
  /** The title is a record's own name: it stays as it is in every language. */
  named?: boolean;
}

export function PageHead({ title, state, actions, back, named = false }: Props) {
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

import type { ReactNode } from 'react';
import styles from './StateMark.module.css';

/** Grey is draft or ended, blue in progress, amber attention, red refused or breached, green settled. */
export type Tone = 'grey' | 'blue' | 'amber' | 'red' | 'green';

/** A state in one word; the colour only repeats what the word says. */
export function StateMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${styles['mark']} ${styles[tone]}`}>{children}</span>;
}

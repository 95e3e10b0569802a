import { Input } from 'antd';
import { useState } from 'react';
import styles from './Rubrics.module.css';

interface Props {
  label: string;
  value: string;
  onCommit: (typed: string) => void;
  /** What is typed can be written; else the cell is marked and keeps it. */
  fits?: (typed: string) => boolean;
  wrong?: boolean;
  text?: boolean;
  suffix?: string;
}

/** A field of the text, written when it is left or Enter is pressed; Escape takes back what was typed. */
export function Cell({ label, value, onCommit, fits = () => true, wrong = false, text = false, suffix }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const bad = typed !== null && !fits(typed);
  const commit = () => {
    if (typed === null) return;
    if (typed === value) setTyped(null);
    else if (!bad) {
      setTyped(null);
      onCommit(typed);
    }
  };
  return (
    <Input
      size="small"
      className={(text ? styles['word'] : styles['cell']) ?? ''}
      aria-label={label}
      aria-invalid={bad || wrong}
      value={shown}
      {...(suffix === undefined ? {} : { suffix })}
      {...(bad || wrong ? { status: 'error' as const } : {})}
      onChange={event => setTyped(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
      onKeyDown={event => { if (event.key === 'Escape') setTyped(null); }}
    />
  );
}

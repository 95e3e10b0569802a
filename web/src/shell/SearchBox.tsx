import { Input } from 'antd';
import { useEffect, useState } from 'react';
import styles from './SearchBox.module.css';

/** Text that narrows a list, a quarter of a second after the last key. */
export function SearchBox({ value, placeholder, onChange }: { value: string; placeholder: string; onChange: (query: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), 250);
    return () => clearTimeout(timer);
  });
  return (
    <Input.Search
      className={styles['search'] ?? ''}
      allowClear
      value={typed}
      placeholder={placeholder}
      aria-label={placeholder}
      onChange={event => setTyped(event.target.value)}
      onSearch={onChange}
    />
  );
}

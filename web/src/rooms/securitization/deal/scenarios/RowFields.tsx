import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../../../../words';
import styles from './ScenarioTab.module.css';
import { unreadable } from './scenarioForm';

interface TypedProps {
  label: string;
  value: string;
  placeholder?: string;
  read: (text: string) => unknown;
  onChange: (text: string) => void;
}

/** A field that keeps what is typed and says when it cannot be read. */
export function TypedField({ label, value, placeholder, read, onChange }: TypedProps) {
  const t = useT();
  const bad = unreadable(value, read);
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <Input
        inputMode="decimal"
        value={value}
        placeholder={placeholder}
        status={bad ? 'error' : undefined}
        title={bad ? t('scenario.bad') : undefined}
        aria-invalid={bad}
        onChange={event => onChange(event.target.value)}
      />
    </label>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

export function ChoiceField({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label className={`${styles['field']} ${styles['wide']}`}>
      <span>{label}</span>
      <Select showSearch optionFilterProp="label" value={value === '' ? undefined : value} options={[...options]} onChange={onChange} popupMatchSelectWidth={false} aria-label={label} />
    </label>
  );
}

interface RowsProps<T> {
  title: string;
  rows: readonly T[];
  extra?: ReactNode;
  blank: () => T;
  onChange: (rows: T[]) => void;
  children: (row: T, change: (part: Partial<T>) => void) => ReactNode;
}

/** A list of rows that can be added to, changed and taken from. */
export function Rows<T>({ title, rows, extra, blank, onChange, children }: RowsProps<T>) {
  const t = useT();
  const change = (index: number) => (part: Partial<T>) => onChange(rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles['group']}>
      <legend>{title}</legend>
      {rows.map((row, index) => (
        <div key={index} className={styles['row']}>
          {children(row, change(index))}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${title} ${t('scenario.remove', { row: index + 1 })}`}
            onClick={() => onChange(rows.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <div className={styles['adds']}>
        <Button size="small" icon={<PlusOutlined />} aria-label={`${t('scenario.add')} ${title}`} onClick={() => onChange([...rows, blank()])}>
          {t('scenario.add')}
        </Button>
        {extra}
      </div>
    </fieldset>
  );
}

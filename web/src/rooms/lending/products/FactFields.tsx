import { Form, Input, Select } from 'antd';
import type { AskedFact } from '../../../api/originationTypes';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import styles from '../Lending.module.css';
import type { Filled } from './facts';

interface Props {
  asks: readonly AskedFact[];
  filled: Filled;
  /** What the register says, by name: shown where nothing is typed. */
  known?: Readonly<Record<string, string>>;
  disabled?: boolean;
  onChange: (name: string, value: string | readonly string[]) => void;
}

/** A field for each fact by its type; empty is not known, or what the register says. */
export function FactFields({ asks, filled, known = {}, disabled = false, onChange }: Props) {
  const t = useT();
  return (
    <div className={styles['grid']}>
      {asks.map(fact => {
        const id = `fact-${fact.name}`;
        const value = filled[fact.name] ?? '';
        const text = typeof value === 'string' ? value : '';
        const place = known[fact.name] ?? t('shell.unknown');
        const choices = fact.type === 'flag' ? [{ value: 'true', label: t('match.yes') }, { value: 'false', label: t('match.no') }] : fact.values.map(one => ({ value: one.word, label: one.title }));
        return (
          <Form.Item key={fact.name} label={fact.unit === '' ? fact.title : `${fact.title}（${fact.unit}）`} htmlFor={id}>
            {fact.type === 'date' ? (
              <DayField id={id} value={text} onChange={next => onChange(fact.name, next)} />
            ) : fact.type === 'texts' ? (
              <Select id={id} mode="multiple" allowClear disabled={disabled} value={typeof value === 'string' ? [] : [...value]} placeholder={place} onChange={next => onChange(fact.name, next)} options={choices} optionFilterProp="label" />
            ) : choices.length > 0 ? (
              <Select id={id} allowClear disabled={disabled} value={text === '' ? null : text} placeholder={place} onChange={next => onChange(fact.name, next ?? '')} options={choices} />
            ) : (
              <Input id={id} disabled={disabled} inputMode={fact.type === 'number' ? 'decimal' : 'text'} value={text} placeholder={place} onChange={event => onChange(fact.name, event.target.value)} />
            )}
          </Form.Item>
        );
      })}
    </div>
  );
}

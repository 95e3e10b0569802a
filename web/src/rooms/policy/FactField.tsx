import { Form, Input, Select } from 'antd';
import type { SchemeFact } from '../../api/policyTypes';
import { DayField } from '../../shell/DayField';
import { useT } from '../../words';
import { isRate } from './factText';

interface FactProps {
  fact: SchemeFact;
  value: string;
  onChange: (next: string) => void;
}

/** A field for a fact by its kind; empty says it is not known. */
export function FactField({ fact, value, onChange }: FactProps) {
  const t = useT();
  const id = `fact-${fact.name}`;
  const choices = fact.kind === 'flag' ? [{ value: 'true', label: t('policy.yes') }, { value: 'false', label: t('policy.no') }] : fact.words.map(word => ({ value: word, label: t.code('schemeFactWord', word) }));
  const label = fact.kind === 'money' ? t('policy.yuan', { name: fact.title }) : fact.kind === 'number' && isRate(fact.name) ? t('policy.rate', { name: fact.title }) : fact.title;
  return (
    <Form.Item label={label} htmlFor={id} tooltip={fact.name}>
      {fact.kind === 'date' ? (
        <DayField id={id} value={value} onChange={onChange} />
      ) : fact.kind === 'flag' || fact.kind === 'word' ? (
        <Select id={id} allowClear value={value === '' ? null : value} placeholder={t('shell.unknown')} onChange={next => onChange(next ?? '')} options={choices} />
      ) : (
        <Input id={id} inputMode="decimal" value={value} placeholder={t('shell.unknown')} onChange={event => onChange(event.target.value)} />
      )}
    </Form.Item>
  );
}

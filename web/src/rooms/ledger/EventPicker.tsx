import { Select } from 'antd';
import { useState } from 'react';
import { useT } from '../../words';
import { usualEvents } from './events';

interface Props {
  id?: string;
  value: string;
  onChange: (event: string) => void;
  label: string;
  /** Events offered; the usual ones when not said. */
  events?: readonly string[];
  placeholder?: string;
}

/** What happened: one of the usual events, or the person's own words (60 characters). */
export function EventPicker({ id, value, onChange, label, events = usualEvents, placeholder }: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const own = typed.trim().slice(0, 60);
  const named = events.map(event => ({ value: event, label: t.code('ledgerEvent', event) }));
  const extra = [own, value].filter((text, index, all) => text !== '' && all.indexOf(text) === index && !named.some(event => event.value === text || event.label === text));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch
      allowClear
      style={{ width: '100%' }}
      aria-label={label}
      placeholder={placeholder ?? t('post.event.help')}
      value={value === '' ? null : value}
      options={[...named, ...extra.map(text => ({ value: text, label: t.code('ledgerEvent', text) }))]}
      optionFilterProp="label"
      onSearch={setTyped}
      onChange={event => onChange(event ?? '')}
    />
  );
}

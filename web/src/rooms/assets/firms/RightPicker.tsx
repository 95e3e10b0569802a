import { Select } from 'antd';
import { useState } from 'react';
import { useRights } from '../../../api/rightQueries';
import { useT } from '../../../words';
import { titleOf } from '../codes';

interface Props {
  id: string;
  firm: string;
  value: readonly string[];
  onChange: (rights: string[]) => void;
  /** What rights that were chosen elsewhere are called. */
  known?: readonly ChosenRight[];
}

/** A right chosen in a list, as another page gets it. */
export interface ChosenRight {
  id: string;
  label: string;
}

/** Rights a list brought along; none where nobody came from there. */
export function broughtRights(state: unknown): ChosenRight[] {
  const rights = typeof state === 'object' && state !== null ? (state as { rights?: unknown }).rights : undefined;
  return Array.isArray(rights) ? rights.filter((one): one is ChosenRight => typeof one === 'object' && one !== null && typeof (one as ChosenRight).id === 'string' && typeof (one as ChosenRight).label === 'string') : [];
}

/** Rights found by number or words; the firm's own stand first. */
export function RightPicker({ id, firm, value, onChange, known = [] }: Props) {
  const t = useT();
  const [query, setQuery] = useState('');
  const found = useRights(query.trim() === '' ? { firm, pageSize: 200 } : { query: query.trim(), pageSize: 50 });
  const [named, setNamed] = useState<Record<string, string>>(() => Object.fromEntries(known.map(right => [right.id, right.label])));
  const options = (found.data?.items ?? []).map(right => ({ value: right.id, label: `${right.number} ${titleOf(right, t.either)}` }));
  const others = value.filter(one => !options.some(option => option.value === one)).map(one => ({ value: one, label: named[one] ?? t('product.right.chosen') }));
  return (
    <Select
      id={id}
      mode="multiple"
      showSearch
      filterOption={false}
      loading={found.isFetching}
      value={[...value]}
      searchValue={query}
      onSearch={setQuery}
      notFoundContent={t('rights.empty.filtered')}
      onChange={next => {
        setNamed(Object.fromEntries([...Object.entries(named), ...options.filter(option => next.includes(option.value)).map(option => [option.value, option.label] as const)]));
        onChange(next);
      }}
      options={[...options, ...others]}
    />
  );
}

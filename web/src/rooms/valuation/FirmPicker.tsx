import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useFirm, useFirms } from '../../api/rightQueries';
import { useT } from '../../words';

interface Props {
  id?: string;
  value: string;
  onChange: (firm: string) => void;
  placeholder?: string;
}

/** One firm of the register, found by name or code. */
export function FirmPicker({ id, value, onChange, placeholder }: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useFirms({ query, pageSize: 50 });
  const options = (found.data?.items ?? []).map(firm => ({ value: firm.id, label: firm.name }));
  const known = value === '' || options.some(option => option.value === value);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch
      allowClear
      filterOption={false}
      aria-label={placeholder ?? t('appraisals.firm')}
      placeholder={placeholder ?? t('appraisals.firm')}
      style={{ width: '100%' }}
      value={value === '' ? null : value}
      loading={found.isFetching}
      onSearch={setTyped}
      onChange={next => onChange(next ?? '')}
      notFoundContent={t('appraisals.firm.none')}
      options={options}
      labelRender={({ value: chosen, label }) => <span translate="no">{label ?? <Named id={String(chosen)} />}</span>}
      optionRender={option => <span translate="no">{option.label}</span>}
      {...(known ? {} : { key: value })}
    />
  );
}

/** The name of a firm that is not on the page of options. */
function Named({ id }: { id: string }) {
  const t = useT();
  const firm = useFirm(id);
  return <>{firm.data?.firm.name ?? t('appraisals.firm')}</>;
}

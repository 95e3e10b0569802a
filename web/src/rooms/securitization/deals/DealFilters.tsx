import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Popover, Select } from 'antd';
import { useEffect, useState } from 'react';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useT } from '../../../words';
import { standing, type DealColumn } from './dealColumns';
import styles from './DealsPage.module.css';
import type { ListAddress } from './useListAddress';

export const markets = ['SSE', 'SZSE', 'BSE', 'IB'] as const;
export const structures = ['pledge_loan', 'licence_back', 'finance_lease', 'micro_loan', 'factoring', 'abn_trust'] as const;

interface Props {
  address: ListAddress;
  onChange: (change: Partial<ListAddress>) => void;
  columns: readonly DealColumn[];
  shown: readonly string[];
  onShown: (keys: string[]) => void;
}

function SearchBox({ value, onChange }: { value: string; onChange: (query: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), 250);
    return () => clearTimeout(timer);
  });
  return (
    <Input.Search
      className={styles['search']}
      allowClear
      value={typed}
      placeholder={t('deals.search')}
      aria-label={t('deals.search')}
      onChange={event => setTyped(event.target.value)}
      onSearch={onChange}
    />
  );
}

export function DealFilters({ address, onChange, columns, shown, onShown }: Props) {
  const t = useT();
  const choice = (
    <Checkbox.Group
      className={styles['columns']}
      value={[...shown]}
      onChange={onShown}
      options={columns.map(column => ({ value: column.key, label: String(column.title), disabled: standing.includes(column.key) }))}
    />
  );
  return (
    <div className={styles['filters']}>
      <SearchBox value={address.query} onChange={query => onChange({ query })} />
      <Select
        aria-label={t('deals.market')}
        value={address.market}
        onChange={market => onChange({ market })}
        options={[{ value: '', label: t('deals.all.market') }, ...markets.map(value => ({ value, label: t.code('market', value) }))]}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={t('deals.structure')}
        value={address.structure}
        onChange={structure => onChange({ structure })}
        options={[{ value: '', label: t('deals.all.structure') }, ...structures.map(value => ({ value, label: t.code('structure', value) }))]}
        popupMatchSelectWidth={false}
      />
      <UnitSwitch />
      <Popover trigger="click" placement="bottomRight" content={choice}>
        <Button icon={<SettingOutlined />}>{t('deals.columns')}</Button>
      </Popover>
    </div>
  );
}

import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Select } from 'antd';
import { SearchBox } from '../../../shell/SearchBox';
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
      <SearchBox value={address.query} placeholder={t('deals.search')} onChange={query => onChange({ query })} />
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

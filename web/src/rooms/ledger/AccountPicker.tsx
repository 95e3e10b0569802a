import { Select } from 'antd';
import type { AccountRow } from '../../api/ledgerTypes';
import { useT } from '../../words';
import { findsAccount } from './accountSearch';

interface Props {
  id?: string;
  accounts: readonly AccountRow[];
  /** The account's code; empty for none. */
  value: string;
  onChange: (code: string) => void;
  label: string;
  clearable?: boolean;
  wrong?: boolean;
}

/** An account, found by the beginning of its code or any part of its name in either language. */
export function AccountPicker({ id, accounts, value, onChange, label, clearable = false, wrong = false }: Props) {
  const t = useT();
  const named = (account: AccountRow) => `${account.code} ${t.either(account.zh, account.en)}`;
  const open = accounts.filter(account => !account.closed || account.code === value || clearable);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch
      allowClear={clearable}
      style={{ width: '100%', minWidth: 150 }}
      popupMatchSelectWidth={false}
      status={wrong ? 'error' : ''}
      aria-label={label}
      placeholder={label}
      value={value === '' ? null : value}
      options={open.map(account => ({ value: account.code, label: named(account) }))}
      filterOption={(typed, option) => {
        const account = accounts.find(one => one.code === option?.value);
        return account !== undefined && findsAccount(account, typed);
      }}
      onChange={code => onChange(code ?? '')}
    />
  );
}

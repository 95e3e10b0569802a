import { Select } from 'antd';
import { useOwnAccounts } from '../../api/paymentQueries';
import { useT } from '../../words';
import styles from './Payments.module.css';

interface Props {
  id?: string;
  value: string;
  onChange: (id: string) => void;
  /** What stands first: every account, or nothing when one must be chosen. */
  all?: string;
  /** Accounts not in use are left out. */
  active?: boolean;
}

/** An account of one's own, by name and number. */
export function AccountChoice({ id, value, onChange, all, active = false }: Props) {
  const t = useT();
  const accounts = (useOwnAccounts().data ?? []).filter(account => !active || account.active);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className={styles['pick'] ?? ''}
      aria-label={t('pay.account')}
      showSearch
      optionFilterProp="label"
      popupMatchSelectWidth={false}
      value={value === '' && all === undefined ? undefined : value}
      placeholder={t('pay.account.choose')}
      onChange={onChange}
      options={[
        ...(all === undefined ? [] : [{ value: '', label: all }]),
        ...accounts.map(account => ({ value: account.id, label: `${account.name} ${account.number}${account.closedLoop ? ` · ${t('pay.closedLoop')}` : ''}` })),
      ]}
    />
  );
}

import { Select } from 'antd';
import type { AccountRow } from '../../../../api/ledgerTypes';
import { DayField } from '../../../../shell/DayField';
import { SearchBox } from '../../../../shell/SearchBox';
import { useT } from '../../../../words';
import { AccountPicker } from '../../AccountPicker';
import { EventPicker } from '../../EventPicker';
import { usualEvents } from '../../events';
import styles from './Journal.module.css';

export const atRest = { query: '', from: '', to: '', account: '', event: '', reversed: '', page: 1, pageSize: 50 };
export type JournalAddress = typeof atRest;

const events = [...usualEvents, 'HoldPosted', 'EntryReversed'];

interface Props {
  address: JournalAddress;
  accounts: readonly AccountRow[];
  onChange: (change: Partial<JournalAddress>) => void;
}

export function JournalFilters({ address, accounts, onChange }: Props) {
  const t = useT();
  return (
    <div className={styles['filters']}>
      <SearchBox value={address.query} placeholder={t('journal.search')} onChange={query => onChange({ query })} />
      <DayField label={t('journal.from')} value={address.from} onChange={from => onChange({ from })} />
      <DayField label={t('journal.to')} value={address.to} onChange={to => onChange({ to })} />
      <div className={styles['account']}>
        <AccountPicker accounts={accounts} value={address.account} onChange={account => onChange({ account })} label={t('journal.account')} clearable />
      </div>
      <div className={styles['event']}>
        <EventPicker value={address.event} onChange={event => onChange({ event })} label={t('journal.event')} events={events} placeholder={t('journal.event')} />
      </div>
      <Select
        aria-label={t('journal.reversed')}
        popupMatchSelectWidth={false}
        value={address.reversed}
        onChange={reversed => onChange({ reversed })}
        options={[
          { value: '', label: t('journal.reversed.all') },
          { value: 'true', label: t('journal.reversed.only') },
          { value: 'false', label: t('journal.reversed.without') },
        ]}
      />
    </div>
  );
}

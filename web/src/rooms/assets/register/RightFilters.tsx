import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { DayField } from '../../../shell/DayField';
import { SearchBox } from '../../../shell/SearchBox';
import { useT } from '../../../words';
import styles from '../Assets.module.css';
import { rightKinds, rightStates, stateGroups } from '../codes';
import type { RightsAddress } from './rightsAddress';
import { capital } from '../capital';

interface Props {
  address: RightsAddress;
  onChange: (change: Partial<RightsAddress>) => void;
  /** What stands at the end of the line. */
  tools?: ReactNode;
}

export function RightFilters({ address, onChange, tools }: Props) {
  const t = useT();
  const only = (name: 'firm' | 'family' | 'source', text: string) =>
    address[name] !== '' && (
      <span className={styles['chip']}>
        {text}
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={`${t('books.clear')} ${text}`} onClick={() => onChange({ [name]: '' })} />
      </span>
    );
  return (
    <div className={styles['filters']}>
      <SearchBox value={address.query} placeholder={t('rights.search')} onChange={query => onChange({ query })} />
      <span className={styles['owner']}>
        <SearchBox value={address.owner} placeholder={t('rights.owner')} onChange={owner => onChange({ owner })} />
      </span>
      <Select
        aria-label={t('rights.kind')}
        popupMatchSelectWidth={false}
        value={address.kind}
        onChange={kind => onChange({ kind })}
        options={[{ value: '', label: t('rights.kind.all') }, ...rightKinds.map(value => ({ value, label: capital(t(`rightKind.${value}`)) }))]}
      />
      <Select
        aria-label={t('rights.state')}
        popupMatchSelectWidth={false}
        value={address.state}
        onChange={state => onChange({ state })}
        options={[
          { value: '', label: t('rights.state.all') },
          { label: t('rights.state.groups'), options: stateGroups.map(value => ({ value, label: capital(t(`stateGroup.${value}`)) })) },
          { label: t('rights.state.single'), options: rightStates.map(value => ({ value, label: capital(t(`rightState.${value}`)) })) },
        ]}
      />
      <DayField label={t('rights.day')} value={address.day} onChange={day => onChange({ day })} />
      <Select
        aria-label={t('rights.encumbered')}
        popupMatchSelectWidth={false}
        value={address.encumbered}
        onChange={encumbered => onChange({ encumbered })}
        options={[
          { value: '', label: t('rights.encumbered.all') },
          { value: 'yes', label: t('rights.encumbered.yes') },
          { value: 'no', label: t('rights.encumbered.no') },
        ]}
      />
      <span className={styles['short']}>
        <SearchBox value={address.ipc} placeholder={t('rights.ipc')} onChange={ipc => onChange({ ipc })} />
      </span>
      <DayField label={t('rights.expiringBefore')} value={address.expiringBefore} onChange={expiringBefore => onChange({ expiringBefore })} />
      {only('firm', t('rights.firm.only'))}
      {only('source', t('rights.source.only'))}
      {only('family', t('rights.family.only', { id: address.family }))}
      {tools !== undefined && <span className={styles['tools']}>{tools}</span>}
    </div>
  );
}

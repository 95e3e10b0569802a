import { CheckSquareOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useRegistrations } from '../../../api/lendingQueries';
import type { RegistrationRow } from '../../../api/lendingTypes';
import { formatDate } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { usePreferences } from '../../../shell/Preferences';
import { SearchBox } from '../../../shell/SearchBox';
import { StateMark } from '../../../shell/StateMark';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import { unitWord } from '../../valuation/appraisals/appraisalColumns';
import styles from '../Lending.module.css';
import { DueDay } from './DueDay';
import { registrationStates, registries, stateTones } from './tones';

const rest = { q: '', state: '', registry: '', due: '', page: 1, pageSize: 50 };

/** Every registration, what is due first. */
export default function RegistrationsPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unit } = usePreferences();
  const [address, change] = useAddress(rest);
  const found = useRegistrations(address);
  const filtered = [address.q, address.state, address.registry, address.due].some(value => value !== '');
  const check = (
    <Link to="/registrations/precheck">
      <Button type="primary" icon={<CheckSquareOutlined />}>
        {t('precheck.title')}
      </Button>
    </Link>
  );
  const empty = filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('registration.empty.filtered')}</Nothing> : <Nothing action={check}>{t('registration.empty')}</Nothing>;
  return (
    <>
      <PageHead title={t('registration.title')} state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })} actions={<><UnitSwitch />{check}</>} />
      <div className={styles['filters']}>
        <SearchBox value={address.q} placeholder={t('registration.search')} onChange={q => change({ q })} />
        <Select aria-label={t('registration.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state })} options={[{ value: '', label: t('registration.state.all') }, ...registrationStates.map(one => ({ value: one, label: t(`registrationState.${one}`) }))]} />
        <Select aria-label={t('registration.registry')} popupMatchSelectWidth={false} value={address.registry} onChange={registry => change({ registry })} options={[{ value: '', label: t('registration.registry.all') }, ...registries.map(one => ({ value: one, label: t(`registry.${one}`) }))]} />
        <Select aria-label={t('registration.due')} popupMatchSelectWidth={false} value={address.due} onChange={due => change({ due })} options={[{ value: '', label: t('registration.due.all') }, { value: 'any', label: t('registration.due.any') }, { value: 'overdue', label: t('registration.due.overdue') }]} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <Table<RegistrationRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1170 }}
          sticky={{ offsetHeader: 48 }}
          onRow={row => ({ onClick: () => void navigate(`/registrations/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('registration.contract'), fixed: 'left', width: 160, render: (_, row) => <Link translate="no" to={`/registrations/${row.id}`} onClick={event => event.stopPropagation()}>{row.contractNo}</Link> },
            { title: t('registration.state'), width: 150, render: (_, row) => <StateMark tone={stateTones[row.state]}>{row.stateTitle}</StateMark> },
            { title: t('registration.due'), width: 190, render: (_, row) => <DueDay row={row} /> },
            { title: t('registration.registry'), width: 130, render: (_, row) => t.code('registry', row.registry) },
            { title: t('registration.parties'), width: 220, render: (_, row) => <Two first={<span translate="no">{row.pledgors.join('、')}</span>} second={<span translate="no">→ {row.pledgee}</span>} /> },
            { title: t('registration.rights'), width: 64, align: 'right', render: (_, row) => row.rights },
            { title: t('registration.secured', { unit: unitWord(t, unit) }), width: 130, align: 'right', render: (_, row) => <Amount value={row.secured} /> },
            { title: t('registration.no'), width: 210, render: (_, row) => <Two first={<span translate="no">{row.registrationNo === '' ? '—' : row.registrationNo}</span>} second={row.registered === null ? null : formatDate(row.registered)} /> },
          ]}
        />
      )}
    </>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useFacilities } from '../../../api/loans';
import type { FacilityRow } from '../../../api/loanShapes';
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
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import { unitWord } from '../../valuation/appraisals/appraisalColumns';
import styles from '../Lending.module.css';
import { lineTones } from './loanTones';
import { NewFacility } from './NewFacility';

const rest = { q: '', state: '', page: 1, pageSize: 50 };

/** Lines of credit, what changed last first. */
export default function FacilitiesPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unit } = usePreferences();
  const may = useMay('lending.facility.make');
  const [address, change] = useAddress(rest);
  const [making, setMaking] = useState(false);
  const found = useFacilities(address);
  const make = may ? <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>{t('facility.new')}</Button> : undefined;
  const empty = address.q !== '' || address.state !== '' ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('facility.empty.filtered')}</Nothing> : <Nothing action={make}>{t('facility.empty')}</Nothing>;
  return (
    <>
      <PageHead title={t('facility.title')} state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })} actions={<><UnitSwitch />{make}</>} />
      <div className={styles['filters']}>
        <SearchBox value={address.q} placeholder={t('facility.search')} onChange={q => change({ q })} />
        <Select aria-label={t('loan.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state })} options={[{ value: '', label: t('registration.state.all') }, ...(['open', 'frozen', 'closed'] as const).map(one => ({ value: one, label: t(`facilityState.${one}`) }))]} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={8} />}
      {found.data !== undefined && !found.isError && (
        <Table<FacilityRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1060 }}
          sticky={{ offsetHeader: 48 }}
          onRow={row => ({ onClick: () => void navigate(`/facilities/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('facility.number'), fixed: 'left', width: 170, render: (_, row) => <Link translate="no" to={`/facilities/${row.id}`} onClick={event => event.stopPropagation()}>{row.number}</Link> },
            { title: t('loan.borrower'), width: 220, render: (_, row) => <Two first={<span translate="no">{row.borrower}</span>} second={row.kindTitle} /> },
            { title: t('loan.state'), width: 120, render: (_, row) => <Two first={<StateMark tone={lineTones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark>} second={row.breaches > 0 ? <span className={styles['late']}>{t('facility.breaches', { count: row.breaches })}</span> : row.unmet > 0 ? <span className={styles['soon']}>{t('facility.unmet', { count: row.unmet })}</span> : null} /> },
            { title: t('facility.amount', { unit: unitWord(t, unit) }), width: 140, align: 'right', render: (_, row) => <Amount value={row.amount} /> },
            { title: t('facility.used', { unit: unitWord(t, unit) }), width: 140, align: 'right', render: (_, row) => <Amount value={row.used} /> },
            { title: t('facility.left', { unit: unitWord(t, unit) }), width: 140, align: 'right', render: (_, row) => <Amount value={row.left} /> },
            { title: t('facility.until'), width: 120, render: (_, row) => formatDate(row.until) },
          ]}
        />
      )}
      {making && <NewFacility onClose={() => setMaking(false)} onMade={id => void navigate(`/facilities/${id}`)} />}
    </>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { usePledges } from '../../../api/lendingQueries';
import type { PledgeRow } from '../../../api/lendingTypes';
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
import { pledgeStates, pledgeTones } from './tones';

const rest = { q: '', state: '', side: '', page: 1, pageSize: 50 };

/** Every pledge, what changed last first; the lender's own and the pledgor's own apart. */
export default function PledgesPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unit } = usePreferences();
  const may = useMay('lending.pledge.make');
  const [address, change] = useAddress(rest);
  const found = usePledges(address);
  const filtered = [address.q, address.state, address.side].some(value => value !== '');
  const make = may ? (
    <Link to="/pledges/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('pledge.new')}
      </Button>
    </Link>
  ) : null;
  const empty = filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('pledge.empty.filtered')}</Nothing> : <Nothing action={make}>{t('pledge.empty')}</Nothing>;
  return (
    <>
      <PageHead title={t('pledge.title')} state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })} actions={<><UnitSwitch />{make}</>} />
      <div className={styles['filters']}>
        <SearchBox value={address.q} placeholder={t('pledge.search')} onChange={q => change({ q })} />
        <Select aria-label={t('registration.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state })} options={[{ value: '', label: t('registration.state.all') }, ...pledgeStates.map(one => ({ value: one, label: t(`pledgeState.${one}`) }))]} />
        <Select aria-label={t('pledge.side')} popupMatchSelectWidth={false} value={address.side} onChange={side => change({ side })} options={[{ value: '', label: t('pledge.side.all') }, { value: 'pledgee', label: t('pledge.side.pledgee') }, { value: 'pledgor', label: t('pledge.side.pledgor') }]} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <Table<PledgeRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1050 }}
          sticky={{ offsetHeader: 48 }}
          onRow={row => ({ onClick: () => void navigate(`/pledges/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('registration.contract'), fixed: 'left', width: 160, render: (_, row) => <Link translate="no" to={`/pledges/${row.id}`} onClick={event => event.stopPropagation()}>{row.contractNo}</Link> },
            { title: t('registration.state'), width: 110, render: (_, row) => <StateMark tone={pledgeTones[row.state]}>{row.stateTitle}</StateMark> },
            { title: t('registration.parties'), width: 260, render: (_, row) => <Two first={<span translate="no">{row.pledgors.join('、')}</span>} second={<span translate="no">→ {row.pledgee}</span>} /> },
            { title: t('pledge.claimKind'), width: 130, render: (_, row) => <Two first={row.claimKindTitle} second={row.maximum ? t('pledge.maximum') : null} /> },
            { title: t('registration.secured', { unit: unitWord(t, unit) }), width: 140, align: 'right', render: (_, row) => <Amount value={row.secured} /> },
            { title: t('pledge.debt'), width: 210, render: (_, row) => `${formatDate(row.debtFrom)} – ${formatDate(row.debtTo)}` },
          ]}
        />
      )}
    </>
  );
}

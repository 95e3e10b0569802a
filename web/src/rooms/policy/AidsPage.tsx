import { Button, Grid, Select, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useAids } from '../../api/policy';
import type { AidRow } from '../../api/policyTypes';
import { formatDate, formatInstant } from '../../format';
import { Amount } from '../../shell/Amount';
import { Failure } from '../../shell/Failure';
import { Nothing } from '../../shell/Nothing';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { StateMark } from '../../shell/StateMark';
import { UnitSwitch } from '../../shell/UnitSwitch';
import { useAddress } from '../../shell/useAddress';
import { useT } from '../../words';
import { paging } from '../payments/pages';
import { Two } from '../payments/Two';
import styles from '../valuation/Valuation.module.css';
import { aidStates, aidTones } from './tones';
import { useInUnit } from './useInUnit';

const rest = { scheme: '', year: '', state: '', page: 1, pageSize: 50 };

/** Who asks for which aid, how far it has come, and how much. */
export default function AidsPage() {
  const t = useT();
  const navigate = useNavigate();
  const inUnit = useInUnit();
  const phone = Grid.useBreakpoint().md === false;
  const [address, change] = useAddress(rest);
  const found = useAids(address);
  const filtered = [address.scheme, address.year, address.state].some(value => value !== '');
  const amount = (value: string | null) => (value === null ? <span className="soft">{t('shell.unknown')}</span> : <Amount value={value} />);
  return (
    <>
      <PageHead title={t('aid.title')} state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })} actions={<><UnitSwitch /><Button type="primary" onClick={() => void navigate('/policy/applications/new')}>{t('aid.new')}</Button></>} />
      <div className={styles['filters']}>
        <Select aria-label={t('aid.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state, page: 1 })} options={[{ value: '', label: t('aid.state.all') }, ...aidStates.map(state => ({ value: state as string, label: t(`aidState.${state}`) }))]} />
        {filtered && <Button onClick={() => change({ ...rest })}>{t('aid.clear')}</Button>}
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <Table<AidRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          scroll={{ x: 1090 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: <Nothing>{t(filtered ? 'aid.empty.filtered' : 'aid.empty')}</Nothing> }}
          onRow={row => ({ onClick: () => void navigate(`/policy/applications/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('aid.firm'), ...(phone ? {} : { fixed: 'left' as const }), width: 210, render: (_, row) => <>{phone && <StateMark tone={aidTones[row.state] ?? 'grey'}>{t.code('aidState', row.state)}</StateMark>}<Two first={<Link translate="no" to={`/policy/applications/${row.id}`} onClick={event => event.stopPropagation()}>{row.firmName}</Link>} second={<><code>{row.firmCode}</code>{row.byFirm && row.state !== 'draft' && ` · ${t('firmAid.from')}`}</>} /></> },
            { title: t('policy.name'), width: 190, render: (_, row) => <Two first={row.schemeTitle} second={`${row.year}`} /> },
            { title: t('aid.state'), hidden: phone, width: 96, render: (_, row) => <StateMark tone={aidTones[row.state] ?? 'grey'}>{t.code('aidState', row.state)}</StateMark> },
            { title: inUnit('aid.asked'), width: 124, align: 'right', render: (_, row) => amount(row.asked) },
            { title: inUnit('aid.approved'), width: 124, align: 'right', render: (_, row) => (row.approved === null ? t('shell.none') : <Amount value={row.scaled ?? row.approved} />) },
            { title: inUnit('aid.paid'), width: 124, align: 'right', render: (_, row) => <Amount value={row.paid} /> },
            { title: t('aid.public'), width: 100, render: (_, row) => (row.publicUntil === null ? t('shell.none') : formatDate(row.publicUntil)) },
            { title: t('aid.changed'), width: 140, render: (_, row) => <Two first={formatInstant(row.changedAt)} second={<span translate="no">{row.changedBy}</span>} /> },
          ]}
        />
      )}
    </>
  );
}

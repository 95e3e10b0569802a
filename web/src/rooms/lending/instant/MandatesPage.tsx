import { PlusOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useMandates, type MandateRow } from '../../../api/instant';
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
import { mandateTones } from './instantTones';

const rest = { q: '', page: 1, pageSize: 50 };

/** Mandates for instant loans with what is used of them. */
export default function MandatesPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unit } = usePreferences();
  const may = useMay('lending.mandate.make');
  const [address, change] = useAddress(rest);
  const found = useMandates(address);
  const make = may ? <Link to="/lending/mandates/new"><Button type="primary" icon={<PlusOutlined />}>{t('mandate.new')}</Button></Link> : undefined;
  const empty = address.q !== '' ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('mandate.empty.filtered')}</Nothing> : <Nothing action={make}>{t('mandate.empty')}</Nothing>;
  const money = { unit: unitWord(t, unit) };
  return (
    <>
      <PageHead title={t('mandate.title')} state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })} actions={<><UnitSwitch /><Link to="/lending/instant"><Button>{t('instant.title')}</Button></Link>{make}</>} />
      <div className={styles['filters']}>
        <SearchBox value={address.q} placeholder={t('mandate.search')} onChange={q => change({ q })} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={8} />}
      {found.data !== undefined && !found.isError && (
        <Table<MandateRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1120 }}
          sticky={{ offsetHeader: 48 }}
          onRow={row => ({ onClick: () => void navigate(`/lending/mandates/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('mandate.code'), fixed: 'left', width: 190, render: (_, row) => <Two first={<Link translate="no" to={`/lending/mandates/${row.id}`} onClick={event => event.stopPropagation()}>{row.code}</Link>} second={row.title} /> },
            { title: t('mandate.product'), width: 180, render: (_, row) => <Two first={<span translate="no">{row.product}</span>} second={<span translate="no">{row.policy}</span>} /> },
            { title: t('mandate.state'), width: 110, render: (_, row) => <StateMark tone={mandateTones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark> },
            { title: t('mandate.firmCap', money), width: 140, align: 'right', render: (_, row) => <Amount value={row.firmCap} /> },
            { title: t('mandate.total', money), width: 140, align: 'right', render: (_, row) => <Amount value={row.total} /> },
            { title: t('mandate.used', money), width: 140, align: 'right', render: (_, row) => <Amount value={row.used} /> },
            { title: t('mandate.left', money), width: 140, align: 'right', render: (_, row) => <Amount value={row.left} /> },
            { title: t('mandate.until'), width: 120, render: (_, row) => formatDate(row.until) },
          ]}
        />
      )}
    </>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useAppraisals } from '../../../api/valuationQueries';
import type { AppraisalRow } from '../../../api/valuationTypes';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { usePreferences } from '../../../shell/Preferences';
import { SearchBox } from '../../../shell/SearchBox';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { paging } from '../../payments/pages';
import { appraisalStates } from '../codes';
import { FirmPicker } from '../FirmPicker';
import styles from '../Valuation.module.css';
import { appraisalColumns } from './appraisalColumns';

const rest = { query: '', firm: '', right: '', batch: '', state: '', page: 1, pageSize: 50 };

/** What was valued, for whom, at how much, and whether two people signed it. */
export default function AppraisalsPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unit } = usePreferences();
  const [address, change] = useAddress(rest);
  const may = useMay('valuation.appraisal.save');
  const { query, ...asked } = address;
  const found = useAppraisals({ q: query, ...asked });
  const filtered = [address.query, address.firm, address.right, address.batch, address.state].some(value => value !== '');
  const make = may ? (
    <Link to="/appraisals/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('appraisals.new')}
      </Button>
    </Link>
  ) : null;
  const empty = filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('appraisals.empty.filtered')}</Nothing> : <Nothing action={make}>{t('appraisals.empty')}</Nothing>;
  return (
    <>
      <PageHead
        title={t('appraisals.title')}
        state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })}
        actions={
          <>
            <UnitSwitch />
            {make}
          </>
        }
      />
      <div className={styles['filters']}>
        <SearchBox value={address.query} placeholder={t('appraisals.search')} onChange={next => change({ query: next })} />
        <span className={styles['firmPick']}>
          <FirmPicker value={address.firm} onChange={firm => change({ firm })} />
        </span>
        <Select
          aria-label={t('appraisals.state')}
          popupMatchSelectWidth={false}
          value={address.state}
          onChange={state => change({ state })}
          options={[{ value: '', label: t('appraisals.state.all') }, ...appraisalStates.map(value => ({ value, label: t(`appraisalState.${value}`) }))]}
        />
        {(address.right !== '' || address.batch !== '') && <Button onClick={() => change({ right: '', batch: '' })}>{t(address.right === '' ? 'appraisals.batch.only' : 'appraisals.right.only')}</Button>}
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <Table<AppraisalRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          columns={appraisalColumns(t, unit)}
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1324 }}
          sticky={{ offsetHeader: 48 }}
          onRow={row => ({ onClick: () => void navigate(`/appraisals/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
        />
      )}
    </>
  );
}

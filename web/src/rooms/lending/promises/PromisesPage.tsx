import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAllPromises, type PromiseRow, type PromiseView } from '../../../api/promises';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { SearchBox } from '../../../shell/SearchBox';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import styles from '../Lending.module.css';
import { MeasureButton } from './MeasureButton';
import { MeasureDialog } from './MeasureDialog';
import { Measures } from './Measures';
import { promiseColumns } from './promiseColumns';

const rest = { q: '', state: '', due: '', page: 1, pageSize: 50 };

/** 承诺台账: what is to be measured now over all loans, what is late, what was kept and missed. */
export default function PromisesPage() {
  const t = useT();
  const may = useMay('lending.promise.measure');
  const [address, change] = useAddress(rest);
  const found = useAllPromises(address);
  const [measuring, setMeasuring] = useState<PromiseView | null>(null);
  const counts = found.data?.counts;
  const filtered = [address.q, address.state, address.due].some(value => value !== '');
  return (
    <>
      <PageHead title={t('promises.title')} state={t('promises.note')} />
      {counts !== undefined && (
        <Figures
          figures={[
            { label: t('promises.overdue'), value: <span className={counts.overdue > 0 ? styles['late'] : undefined}>{counts.overdue}</span> },
            { label: t('check.week'), value: counts.week },
            { label: t('check.month'), value: counts.month },
            { label: t('promiseState.open'), value: counts.open },
            { label: t('promiseState.missed'), value: counts.missed },
            { label: t('promiseState.kept'), value: counts.kept },
          ]}
        />
      )}
      <div className={styles['filters']}>
        <SearchBox value={address.q} placeholder={t('promises.search')} onChange={q => change({ q })} />
        <Select aria-label={t('promise.due')} popupMatchSelectWidth={false} value={address.due} onChange={due => change({ due, ...(due === '' ? {} : { state: '' }) })} options={[{ value: '', label: t('check.due.all') }, { value: 'overdue', label: t('promises.overdue') }, { value: 'week', label: t('check.week') }, { value: 'month', label: t('check.month') }]} />
        <Select aria-label={t('promise.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state, ...(state === '' ? {} : { due: '' }) })} options={[{ value: '', label: t('promiseState.open') }, ...(['missed', 'kept', 'withdrawn'] as const).map(one => ({ value: one, label: t(`promiseState.${one}`) }))]} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={8} />}
      {found.data !== undefined && !found.isError && (
        <Table<PromiseRow>
          className={styles['table'] ?? ''}
          size="small"
          rowKey={row => `${row.promise.loanId} ${row.promise.n}`}
          dataSource={[...found.data.items]}
          loading={found.isPlaceholderData}
          locale={{ emptyText: filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('promises.empty.filtered')}</Nothing> : <Nothing>{t('promises.empty')}</Nothing> }}
          scroll={{ x: 1400 }}
          pagination={paging(t, address, found.data.total, change)}
          expandable={{ expandedRowRender: row => <Measures row={row.promise} />, rowExpandable: row => row.promise.measures.length > 0 }}
          columns={[
            { title: t('promise.indicator'), width: 170, render: (_, row) => row.promise.title },
            { title: t('loan.number'), width: 170, render: (_, row) => <Two first={<Link translate="no" to={`/loans/${row.promise.loanId}/promises`}>{row.promise.loan}</Link>} second={row.facilityNumber === row.promise.loan ? null : <span translate="no">{row.facilityNumber}</span>} /> },
            { title: t('loan.borrower'), width: 200, render: (_, row) => <Two first={<span translate="no">{row.borrower}</span>} second={<span translate="no">{row.officer}</span>} /> },
            ...promiseColumns<PromiseRow>(t, row => row.promise),
            { title: '', width: 90, fixed: 'right', render: (_, row) => <MeasureButton row={row.promise} may={may} onMeasure={setMeasuring} /> },
          ]}
        />
      )}
      {measuring !== null && <MeasureDialog row={measuring} onClose={() => setMeasuring(null)} />}
    </>
  );
}

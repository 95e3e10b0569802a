import { CloudUploadOutlined, DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { fetchFile } from '../../../api/ask';
import { useLoans } from '../../../api/loans';
import type { LoanRow } from '../../../api/loanShapes';
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
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import { daysAfter, today } from '../../today';
import { unitWord } from '../../valuation/appraisals/appraisalColumns';
import styles from '../Lending.module.css';
import { CloseDialog } from './CloseDialog';
import { DatedCell } from './DatedCell';
import { NextCheck } from '../checks/NextCheck';
import { LineDates } from './LineDates';
import { saveBytes } from './saveBytes';
import { classTones, loanClasses, loanStates, loanTones } from './loanTones';

const rest = { q: '', state: '', class: '', due: '', check: '', sort: '', page: 1, pageSize: 50 };

/** 台账: one row per loan, as officers keep it. */
export default function LoansPage() {
  const t = useT();
  const navigate = useNavigate();
  const failed = useFailureNotice();
  const { unit } = usePreferences();
  const mayClose = useMay('lending.day.close');
  const mayImport = useMay('lending.import.look');
  const [address, change] = useAddress(rest);
  const [closing, setClosing] = useState(false);
  const found = useLoans(address);
  const money = unitWord(t, unit);
  const filtered = [address.q, address.state, address.class, address.due, address.check].some(value => value !== '');
  const download = async () => {
    try {
      const asked = new URLSearchParams(Object.entries({ q: address.q, state: address.state, class: address.class, due: address.due, check: address.check, sort: address.sort }).filter(([, value]) => value !== ''));
      const { bytes, name } = await fetchFile(`/loans/register.xlsx?${asked}`);
      saveBytes(bytes, name ?? 'loans.xlsx');
    } catch (reason) {
      failed(reason);
    }
  };
  const sorted = (key: string) => ({ sorter: true, key, sortOrder: address.sort === key ? ('ascend' as const) : address.sort === `-${key}` ? ('descend' as const) : null });
  const empty = filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('loan.empty.filtered')}</Nothing> : <Nothing action={<Link to="/facilities"><Button type="primary">{t('facility.title')}</Button></Link>}>{t('loan.empty')}</Nothing>;
  // Figures are those of each loan's last day closed: where that is long past, the sums above the list are not today's.
  const behind = (found.data?.items ?? []).filter(row => row.state === 'active' && (row.closedDay ?? '') < daysAfter(today(), -1)).map(row => row.closedDay ?? row.disbursedOn ?? '').sort();
  return (
    <>
      <PageHead
        title={t('loan.title')}
        state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })}
        actions={
          <>
            <UnitSwitch />
            <Button icon={<DownloadOutlined />} onClick={() => void download()}>{t('loan.export')}</Button>
            {mayImport && (
              <Link to="/loans/imports">
                <Button icon={<CloudUploadOutlined />}>{t('loanImport.title')}</Button>
              </Link>
            )}
            {mayClose && <Button type="primary" onClick={() => setClosing(true)}>{t('loan.close')}</Button>}
          </>
        }
      />
      {behind.length > 0 && <Alert style={{ marginBottom: 10 }} type="warning" showIcon message={t('loan.behind', { count: behind.length, day: formatDate(behind[0] ?? '') })} />}
      {found.data !== undefined && (
        <Figures
          figures={[
            { label: t('loan.balance', { unit: money }), value: <Amount value={found.data.totals.balance} /> },
            { label: t('loan.due', { unit: money }), value: <Amount value={found.data.totals.due} /> },
            { label: t('loan.interest', { unit: money }), value: <Amount value={found.data.totals.interest} /> },
            { label: t('loan.penalty', { unit: money }), value: <Amount value={found.data.totals.penalty} /> },
          ]}
        />
      )}
      <div className={styles['filters']}>
        <SearchBox value={address.q} placeholder={t('loan.search')} onChange={q => change({ q })} />
        <Select aria-label={t('loan.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state })} options={[{ value: '', label: t('registration.state.all') }, ...loanStates.map(one => ({ value: one, label: t(`loanState.${one}`) }))]} />
        <Select aria-label={t('loan.class')} popupMatchSelectWidth={false} value={address.class} onChange={value => change({ class: value })} options={[{ value: '', label: t('loan.class.all') }, ...loanClasses.map(one => ({ value: one, label: t(`loanClass.${one}`) }))]} />
        <Select aria-label={t('loan.next')} popupMatchSelectWidth={false} value={address.due} onChange={due => change({ due })} options={[{ value: '', label: t('registration.due.all') }, { value: 'overdue', label: t('loan.due.overdue') }, { value: 'week', label: t('loan.due.week') }, { value: 'month', label: t('loan.due.month') }]} />
        <Select aria-label={t('check.filter')} popupMatchSelectWidth={false} value={address.check} onChange={check => change({ check })} options={[{ value: '', label: t('check.filter.all') }, ...(['overdue', 'week', 'month'] as const).map(one => ({ value: one, label: t(`check.filter.${one}`) }))]} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <Table<LoanRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1800 }}
          sticky={{ offsetHeader: 48 }}
          onRow={row => ({ onClick: () => void navigate(`/loans/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          onChange={(_, __, sort) => {
            const one = Array.isArray(sort) ? sort[0] : sort;
            const key = one?.order === undefined || one.order === null ? '' : `${one.order === 'descend' ? '-' : ''}${String(one.columnKey)}`;
            if (key !== address.sort) change({ sort: key });
          }}
          columns={[
            { title: t('loan.number'), fixed: 'left', width: 150, ...sorted('number'), render: (_, row) => <Two first={<Link translate="no" to={`/loans/${row.id}`} onClick={event => event.stopPropagation()}>{row.number}</Link>} second={row.facilityNumber === row.number ? null : <span translate="no">{row.facilityNumber}</span>} /> },
            { title: t('loan.borrower'), width: 200, ...sorted('borrower'), render: (_, row) => <Two first={<span translate="no">{row.borrower}</span>} second={<span translate="no">{row.purpose}</span>} /> },
            { title: t('loan.state'), width: 110, render: (_, row) => <StateMark tone={loanTones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark> },
            { title: t('loan.class'), width: 110, render: (_, row) => <StateMark tone={classTones[row.class] ?? 'grey'}>{row.classTitle}</StateMark> },
            { title: t('loan.next'), width: 130, ...sorted('nextDue'), render: (_, row) => <DatedCell row={row} /> },
            { title: t('check.next'), width: 130, ...sorted('check'), render: (_, row) => <NextCheck date={found.data.checks[row.id]} /> },
            { title: t('loan.nextAmount', { unit: money }), width: 130, align: 'right', render: (_, row) => <Amount value={row.nextAmount ?? null} /> },
            { title: t('loan.balance', { unit: money }), width: 140, align: 'right', ...sorted('balance'), render: (_, row) => <Amount value={row.balance} /> },
            { title: t('loan.due', { unit: money }), width: 140, align: 'right', render: (_, row) => <Amount value={row.due} /> },
            { title: t('loan.interest', { unit: money }), width: 120, align: 'right', render: (_, row) => <Amount value={row.interest} /> },
            { title: t('loan.rate'), width: 90, align: 'right', render: (_, row) => <span className="tabular">{row.rate}</span> },
            { title: t('loan.maturity'), width: 120, ...sorted('maturity'), render: (_, row) => (row.maturity === null || row.maturity === undefined ? '—' : formatDate(row.maturity)) },
            { title: t('lineDate.title'), width: 170, render: (_, row) => <LineDates dates={found.data.dates[row.facilityId] ?? []} /> },
            { title: t('loan.officer'), width: 120, render: (_, row) => <span translate="no">{row.officer}</span> },
            { title: t('loan.asOf'), width: 130, render: (_, row) => <Two first={row.closedDay === null || row.closedDay === undefined ? '—' : formatDate(row.closedDay)} second={row.fault === '' ? null : <span className={styles['late']} title={row.fault}>{t('loan.fault')}</span>} /> },
          ]}
        />
      )}
      {closing && <CloseDialog onClose={() => setClosing(false)} />}
    </>
  );
}

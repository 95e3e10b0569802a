import { Button, Checkbox, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChecks, useLoanChecks, type CheckRow } from '../../../api/checks';
import { formatDate } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { usePreferences } from '../../../shell/Preferences';
import { SearchBox } from '../../../shell/SearchBox';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import { unitWord } from '../../valuation/appraisals/appraisalColumns';
import styles from '../Lending.module.css';
import { classTones } from '../loans/loanTones';
import { Causes } from './Causes';
import { CheckDay, CheckMark } from './CheckDay';
import { DoCheckDialog } from './DoCheckDialog';

const rest = { q: '', state: '', kind: '', due: '', mine: '', page: 1, pageSize: 50 };

/** 待办检查: whom to look at today, what is late, and what was found. */
export default function ChecksPage() {
  const t = useT();
  const { unit } = usePreferences();
  const may = useMay('lending.check.do');
  const [address, change] = useAddress(rest);
  const found = useChecks(address);
  const [doing, setDoing] = useState<CheckRow | null>(null);
  const counts = found.data?.counts;
  const filtered = [address.q, address.state, address.kind, address.due, address.mine].some(value => value !== '');
  return (
    <>
      <PageHead title={t('check.title')} state={t('check.note')} />
      {counts !== undefined && (
        <Figures
          figures={[
            { label: t('check.overdue'), value: <span className={counts.overdue > 0 ? styles['late'] : undefined}>{counts.overdue}</span> },
            { label: t('check.week'), value: counts.week },
            { label: t('check.month'), value: counts.month },
            { label: t('check.planned'), value: counts.planned },
            { label: t('check.mine'), value: counts.mine },
          ]}
        />
      )}
      <div className={styles['filters']}>
        <SearchBox value={address.q} placeholder={t('check.search')} onChange={q => change({ q })} />
        <Select aria-label={t('check.dueOn')} popupMatchSelectWidth={false} value={address.due} onChange={due => change({ due, ...(due === '' ? {} : { state: '' }) })} options={[{ value: '', label: t('check.due.all') }, { value: 'overdue', label: t('check.overdue') }, { value: 'week', label: t('check.week') }, { value: 'month', label: t('check.month') }]} />
        <Select aria-label={t('check.kind')} popupMatchSelectWidth={false} value={address.kind} onChange={kind => change({ kind })} options={[{ value: '', label: t('check.kind.all') }, ...(['first', 'routine', 'special'] as const).map(one => ({ value: one, label: t(`checkKind.${one}`) }))]} />
        <Select aria-label={t('check.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state, ...(state === '' ? {} : { due: '' }) })} options={[{ value: '', label: t('checkState.planned') }, { value: 'done', label: t('checkState.done') }, { value: 'withdrawn', label: t('checkState.withdrawn') }]} />
        <Checkbox checked={address.mine === 'true'} onChange={event => change({ mine: event.target.checked ? 'true' : '' })}>{t('check.mine')}</Checkbox>
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={8} />}
      {found.data !== undefined && !found.isError && (
        <Table<CheckRow>
          className={styles['table'] ?? ''}
          size="small"
          rowKey={row => `${row.loanId} ${row.check.n}`}
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          locale={{ emptyText: filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('check.empty.filtered')}</Nothing> : <Nothing>{t('check.empty')}</Nothing> }}
          scroll={{ x: 1090 }}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('check.dueOn'), width: 100, render: (_, row) => <CheckDay day={row.check.dueOn} urgency={row.check.urgency} /> },
            { title: t('check.kind'), width: 160, render: (_, row) => <Two first={row.check.kindTitle} second={row.check.causes.length > 0 ? <Causes causes={row.check.causes} /> : null} /> },
            { title: t('loan.number'), width: 150, render: (_, row) => <Two first={<Link translate="no" to={`/loans/${row.loanId}/checks`}>{row.number}</Link>} second={row.facilityNumber === row.number ? null : <span translate="no">{row.facilityNumber}</span>} /> },
            { title: t('loan.borrower'), width: 180, render: (_, row) => <span translate="no">{row.borrower}</span> },
            { title: t('loan.class'), width: 90, render: (_, row) => <StateMark tone={classTones[row.class] ?? 'grey'}>{row.classTitle}</StateMark> },
            { title: t('loan.balance', { unit: unitWord(t, unit) }), width: 126, align: 'right', render: (_, row) => <Amount value={row.balance} /> },
            { title: t('check.state'), width: 100, render: (_, row) => <Two first={<CheckMark state={row.check.state} title={row.check.stateTitle} result={row.check.result} resultTitle={row.check.resultTitle} urgency={row.check.urgency} />} second={row.check.doneOn == null ? null : formatDate(row.check.doneOn)} /> },
            { title: t('check.assigned'), width: 84, render: (_, row) => <span translate="no">{row.check.state === 'done' ? row.check.doneBy : row.check.assigned}</span> },
            { title: '', width: 100, render: (_, row) => (row.check.state === 'planned' && may ? <Button size="small" type="primary" onClick={() => setDoing(row)}>{t('check.do')}</Button> : null) },
          ]}
        />
      )}
      {doing !== null && <DoneHere row={doing} onClose={() => setDoing(null)} />}
    </>
  );
}

/** The dialog wants the loan's list, with what its kind of check looks at. */
function DoneHere({ row, onClose }: { row: CheckRow; onClose: () => void }) {
  const list = useLoanChecks(row.loanId);
  if (list.isError) return <Failure reason={list.error} onRetry={() => void list.refetch()} />;
  return list.data === undefined ? null : <DoCheckDialog list={list.data} check={row.check} onClose={onClose} />;
}

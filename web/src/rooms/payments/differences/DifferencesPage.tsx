import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import { countDifferences, differencesWorkbook } from '../../../api/payments';
import { useDifferences } from '../../../api/paymentQueries';
import type { Difference, DifferenceState } from '../../../api/reconciliationTypes';
import { wallTime } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { usePreferences } from '../../../shell/Preferences';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { AccountChoice } from '../AccountChoice';
import { paging } from '../pages';
import styles from '../Payments.module.css';
import { usePayWrite } from '../usePayWrite';
import { BalancesDialog } from './BalancesDialog';
import { differenceColumns } from './differenceColumns';
import { DifferenceDrawer } from './DifferenceDrawer';
import { differenceKinds } from './kinds';

const rest = { date: '', state: 'open', kind: '', account: '', open: '', page: 1, pageSize: 50 };
const states: readonly DifferenceState[] = ['open', 'explained', 'gone'];
const today = () => (wallTime(new Date().toISOString()) ?? '').slice(0, 10);

/** Every difference between our books and what banks and core systems say, each named, with who took it upon himself. */
export default function DifferencesPage() {
  const t = useT();
  const { language } = usePreferences();
  const [address, change] = useAddress(rest);
  const write = usePayWrite();
  const [reading, setReading] = useState(false);
  const [mayCount, mayRead] = [useMay('payments.differences.count'), useMay('payments.balances.read')];
  const asked = { date: address.date, state: address.state === 'all' ? '' : address.state, kind: address.kind, accountId: address.account };
  const differences = useDifferences({ ...asked, page: address.page, pageSize: address.pageSize });
  const chosen = differences.data?.items.find(one => one.id === address.open);
  const day = address.date === '' ? today() : address.date;
  const count = () =>
    write.run(
      () => countDifferences(day),
      answer => t('pay.diff.counted', { date: answer.date, count: answer.open }),
    );
  const atRest = address.date === '' && address.kind === '' && address.account === '' && address.state === 'open';
  const total = differences.data === undefined ? undefined : t('shell.total', { count: differences.data.total });
  return (
    <>
      <PageHead
        title={t('pay.differences')}
        state={total}
        actions={
          <>
            <Button icon={<DownloadOutlined />} href={differencesWorkbook(asked, language)} download>
              {t('statement.export')}
            </Button>
            {mayRead && <Button onClick={() => setReading(true)}>{t('pay.balances.read')}</Button>}
            {mayCount && (
              <Button type="primary" loading={write.busy} onClick={() => void count()}>
                {t('pay.diff.count', { date: day })}
              </Button>
            )}
          </>
        }
      />
      <OtherFindings findings={write.findings} fields={[]} />
      <div className={styles['filters']}>
        <DayField label={t('pay.day')} value={address.date} max={today()} onChange={date => change({ date, open: '' })} />
        <Select aria-label={t('pay.state')} popupMatchSelectWidth={false} value={address.state} onChange={state => change({ state, open: '' })} options={[{ value: 'all', label: t('pay.state.all') }, ...states.map(value => ({ value, label: t.code('payDiffState', value) }))]} />
        <Select aria-label={t('pay.diff.kind')} popupMatchSelectWidth={false} value={address.kind} onChange={kind => change({ kind, open: '' })} options={[{ value: '', label: t('pay.diff.kind.all') }, ...differenceKinds.map(value => ({ value, label: t.code('payDiff', value) }))]} />
        <AccountChoice value={address.account} onChange={account => change({ account, open: '' })} all={t('pay.account.all')} />
      </div>
      {differences.isError && <Failure reason={differences.error} onRetry={() => void differences.refetch()} />}
      {differences.isPending && <PageSkeleton rows={10} />}
      {differences.data !== undefined && !differences.isError && (
        <Table<Difference>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          columns={differenceColumns(t)}
          dataSource={differences.data.items}
          loading={differences.isPlaceholderData}
          scroll={{ x: 1110 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: <Nothing>{t(atRest ? 'pay.diff.empty' : 'pay.diff.empty.filtered')}</Nothing> }}
          onRow={one => ({ onClick: () => change({ open: one.id, page: address.page }) })}
          pagination={paging(t, address, differences.data.total, change)}
        />
      )}
      {chosen !== undefined && <DifferenceDrawer key={chosen.id} difference={chosen} onClose={() => change({ open: '', page: address.page })} />}
      {reading && <BalancesDialog onClose={() => setReading(false)} />}
    </>
  );
}

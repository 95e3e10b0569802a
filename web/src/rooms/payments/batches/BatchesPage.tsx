import { InboxOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useBatches, useChannels } from '../../../api/paymentQueries';
import type { Batch } from '../../../api/paymentTypes';
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
import { AccountChoice } from '../AccountChoice';
import { AnswerDialog } from '../answers/AnswerDialog';
import { paging } from '../pages';
import styles from '../Payments.module.css';
import { batchStates } from '../tones';
import { batchColumns } from './batchColumns';

const rest = { query: '', state: '', account: '', differing: '', page: 1, pageSize: 50 };

/** Every payout batch, newest first, with how much of it the bank says is paid. */
export default function BatchesPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unit } = usePreferences();
  const [address, change] = useAddress(rest);
  const [answering, setAnswering] = useState(false);
  const [mayMake, mayRead] = [useMay('payments.batch.make'), useMay('payments.answer.read')];
  const channels = useChannels().data ?? [];
  const { account, differing, ...asked } = address;
  const batches = useBatches({ ...asked, accountId: account, ...(differing === 'yes' ? { differing: true } : {}) });
  const filtered = [address.query, address.state, account, differing].some(value => value !== '');
  const create = mayMake ? (
    <Link to="/payments/batches/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('pay.batch.new')}
      </Button>
    </Link>
  ) : null;
  const actions = (
    <>
      {mayRead && (
        <Button icon={<InboxOutlined />} onClick={() => setAnswering(true)}>
          {t('pay.answer.read')}
        </Button>
      )}
      {create}
    </>
  );
  const empty = filtered ? (
    <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('pay.batch.empty.filtered')}</Nothing>
  ) : (
    <Nothing action={create}>{t('pay.batch.empty')}</Nothing>
  );
  return (
    <>
      <PageHead title={t('pay.batches')} state={batches.data === undefined ? undefined : t('shell.total', { count: batches.data.total })} actions={actions} />
      <div className={styles['filters']}>
        <SearchBox value={address.query} placeholder={t('pay.batch.search')} onChange={query => change({ query })} />
        <Select
          aria-label={t('pay.state')}
          popupMatchSelectWidth={false}
          value={address.state}
          onChange={state => change({ state })}
          options={[{ value: '', label: t('pay.state.all') }, ...batchStates.map(value => ({ value, label: t.code('payState', value) }))]}
        />
        <AccountChoice value={account} onChange={next => change({ account: next })} all={t('pay.account.all')} />
        <Checkbox checked={differing === 'yes'} onChange={event => change({ differing: event.target.checked ? 'yes' : '' })}>
          {t('pay.batch.differing.only')}
        </Checkbox>
        <UnitSwitch />
      </div>
      {batches.isError && <Failure reason={batches.error} onRetry={() => void batches.refetch()} />}
      {batches.isPending && <PageSkeleton rows={10} />}
      {batches.data !== undefined && !batches.isError && (
        <Table<Batch>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          columns={batchColumns(t, unit, channels)}
          dataSource={batches.data.items}
          loading={batches.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1120 }}
          sticky={{ offsetHeader: 48 }}
          onRow={batch => ({ onClick: () => void navigate(`/payments/batches/${batch.id}`) })}
          pagination={paging(t, address, batches.data.total, change)}
        />
      )}
      {answering && <AnswerDialog onClose={() => setAnswering(false)} />}
    </>
  );
}

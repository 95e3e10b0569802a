import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { usePayAccounts } from '../../../api/paymentQueries';
import type { AccountRole, PayAccount } from '../../../api/paymentTypes';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { SearchBox } from '../../../shell/SearchBox';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { paging } from '../pages';
import styles from '../Payments.module.css';
import { AccountDialog } from './AccountDialog';
import { accountColumns } from './accountColumns';

const rest = { role: 'own', query: '', page: 1, pageSize: 50 };

/** Accounts one pays from, and the directory of payees. */
export default function AccountsPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const role: AccountRole = address.role === 'payee' ? 'payee' : 'own';
  const accounts = usePayAccounts({ ...address, role });
  const [mayAdd, mayChange] = [useMay('payments.account.add'), useMay('payments.account.change')];
  const [editing, setEditing] = useState<PayAccount | 'new' | null>(null);
  const add = mayAdd ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t(role === 'own' ? 'pay.accounts.add.own' : 'pay.accounts.add.payee')}
    </Button>
  ) : null;
  return (
    <>
      <PageHead title={t('pay.accounts')} state={accounts.data === undefined ? undefined : t('shell.total', { count: accounts.data.total })} actions={add ?? undefined} />
      <div className={styles['filters']}>
        <Segmented
          aria-label={t('pay.accounts.role')}
          value={role}
          onChange={next => change({ role: next, query: '' })}
          options={[
            { value: 'own', label: t('pay.accounts.own') },
            { value: 'payee', label: t('pay.accounts.payee') },
          ]}
        />
        <SearchBox value={address.query} placeholder={t('pay.accounts.search')} onChange={query => change({ query })} />
      </div>
      {accounts.isError && <Failure reason={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.isPending && <PageSkeleton rows={10} />}
      {accounts.data !== undefined && !accounts.isError && (
        <Table<PayAccount>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          columns={accountColumns(t, role, mayChange ? setEditing : null)}
          dataSource={accounts.data.items}
          loading={accounts.isPlaceholderData}
          scroll={{ x: 1100 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: address.query === '' ? <Nothing action={add}>{t(role === 'own' ? 'pay.accounts.empty.own' : 'pay.accounts.empty.payee')}</Nothing> : <Nothing>{t('pay.accounts.empty.filtered')}</Nothing> }}
          pagination={paging(t, address, accounts.data.total, change)}
        />
      )}
      {editing !== null && <AccountDialog role={role} account={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

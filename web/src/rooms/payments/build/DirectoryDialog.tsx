import { Modal, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePayAccounts } from '../../../api/paymentQueries';
import type { PayAccount } from '../../../api/paymentTypes';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { SearchBox } from '../../../shell/SearchBox';
import { useT } from '../../../words';
import { paging } from '../pages';
import styles from '../Payments.module.css';
import { Two } from '../Two';
import { rowOfPayee, type Row } from './rows';

/** Payees chosen from the directory, over its pages. */
export function DirectoryDialog({ onTake, onClose }: { onTake: (rows: readonly Row[]) => void; onClose: () => void }) {
  const t = useT();
  const [asked, setAsked] = useState({ query: '', page: 1, pageSize: 20 });
  const [chosen, setChosen] = useState<readonly PayAccount[]>([]);
  const payees = usePayAccounts({ role: 'payee', active: true, ...asked });
  const take = () => {
    onTake(chosen.map(rowOfPayee));
    onClose();
  };
  return (
    <Modal open width={760} title={t('pay.build.directory')} okText={t('pay.directory.take', { count: chosen.length })} cancelText={t('shell.cancel')} okButtonProps={{ disabled: chosen.length === 0 }} onOk={take} onCancel={onClose}>
      <div className={styles['filters']}>
        <SearchBox value={asked.query} placeholder={t('pay.accounts.search')} onChange={query => setAsked({ ...asked, query, page: 1 })} />
      </div>
      {payees.isError && <Failure reason={payees.error} onRetry={() => void payees.refetch()} />}
      {!payees.isError && (
        <Table<PayAccount>
          size="small"
          rowKey="id"
          loading={payees.isPending || payees.isPlaceholderData}
          dataSource={payees.data?.items ?? []}
          scroll={{ x: 640, y: 360 }}
          locale={{ emptyText: <Nothing action={<Link to="/payments/accounts?role=payee">{t('pay.directory.go')}</Link>}>{t('pay.directory.empty')}</Nothing> }}
          rowSelection={{
            preserveSelectedRowKeys: true,
            selectedRowKeys: chosen.map(one => one.id),
            onChange: (_, rows) => setChosen(rows),
            getCheckboxProps: one => ({ name: one.id, 'aria-label': one.name }),
          }}
          columns={[
            { title: t('pay.payee'), render: (_, one) => <Two first={one.name} second={one.number} /> },
            { title: t('pay.kind'), width: 130, render: (_, one) => t.code('payKind', one.kind) },
            { title: t('pay.agent'), width: 220, render: (_, one) => <Two first={one.operatingBank ?? one.agentName ?? '—'} second={one.agentCnaps} /> },
          ]}
          pagination={paging(t, asked, payees.data?.total ?? 0, next => setAsked({ ...asked, ...next }))}
        />
      )}
    </Modal>
  );
}

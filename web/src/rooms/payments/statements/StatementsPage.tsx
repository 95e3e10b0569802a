import { InboxOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useStatements } from '../../../api/paymentQueries';
import type { Statement } from '../../../api/reconciliationTypes';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { PayFindings } from '../PayFindings';
import { AccountChoice } from '../AccountChoice';
import { paging } from '../pages';
import styles from '../Payments.module.css';
import { ImportDialog } from './ImportDialog';
import { statementColumns } from './statementColumns';

const rest = { account: '', page: 1, pageSize: 50 };

/** Every statement that came in, whether it adds up, and what its lines stand for. */
export default function StatementsPage() {
  const t = useT();
  const navigate = useNavigate();
  const [address, change] = useAddress(rest);
  const [importing, setImporting] = useState(false);
  const mayImport = useMay('payments.statement.import');
  const statements = useStatements({ accountId: address.account, page: address.page, pageSize: address.pageSize });
  const bring = mayImport ? (
    <Button type="primary" icon={<InboxOutlined />} onClick={() => setImporting(true)}>
      {t('pay.statement.import')}
    </Button>
  ) : null;
  return (
    <>
      <PageHead
        title={t('pay.statements')}
        state={statements.data === undefined ? undefined : t('shell.total', { count: statements.data.total })}
        actions={
          <>
            <Link to={`/payments/reconciliation${address.account === '' ? '' : `?account=${address.account}`}`}>
              <Button>{t('pay.reconciliation')}</Button>
            </Link>
            {bring}
          </>
        }
      />
      <div className={styles['filters']}>
        <AccountChoice value={address.account} onChange={account => change({ account })} all={t('pay.account.all')} />
      </div>
      {statements.isError && <Failure reason={statements.error} onRetry={() => void statements.refetch()} />}
      {statements.isPending && <PageSkeleton rows={10} />}
      {statements.data !== undefined && !statements.isError && (
        <Table<Statement>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          columns={statementColumns(t)}
          dataSource={statements.data.items}
          loading={statements.isPlaceholderData}
          locale={{ emptyText: <Nothing action={bring}>{t('pay.statement.empty')}</Nothing> }}
          scroll={{ x: 1120 }}
          sticky={{ offsetHeader: 48 }}
          expandable={{ rowExpandable: one => one.faults.length > 0, expandedRowRender: one => <PayFindings findings={one.faults} /> }}
          onRow={one => ({ onClick: () => void navigate(`/payments/reconciliation?account=${one.accountId}&statement=${one.id}`) })}
          pagination={paging(t, address, statements.data.total, change)}
        />
      )}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { Button, Progress, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useValuationBatches } from '../../../api/valuationQueries';
import type { BatchRow } from '../../../api/valuationTypes';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { paging } from '../../payments/pages';
import { Person } from '../Person';
import styles from '../Valuation.module.css';

const rest = { page: 1, pageSize: 50 };

/** Appraisals of many firms at once. */
export default function BatchesPage() {
  const t = useT();
  const navigate = useNavigate();
  const [address, change] = useAddress(rest);
  const may = useMay('valuation.batch.start');
  const found = useValuationBatches(address);
  const start = may ? (
    <Link to="/appraisals/batches/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('batch.new')}
      </Button>
    </Link>
  ) : null;
  return (
    <>
      <PageHead title={t('batch.title')} state={found.data === undefined ? undefined : t('shell.total', { count: found.data.total })} actions={start} />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={8} />}
      {found.data !== undefined && !found.isError && (
        <Table<BatchRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          scroll={{ x: 860 }}
          locale={{ emptyText: <Nothing action={start}>{t('batch.empty')}</Nothing> }}
          onRow={row => ({ onClick: () => void navigate(`/appraisals/batches/${row.id}`) })}
          pagination={paging(t, address, found.data.total, change)}
          columns={[
            { title: t('batch.name'), fixed: 'left', width: 220, render: (_, row) => <Link translate="no" to={`/appraisals/batches/${row.id}`} onClick={event => event.stopPropagation()}>{row.name}</Link> },
            { title: t('appraisals.baseDate'), width: 110, render: (_, row) => formatDate(row.baseDate) },
            { title: t('appraisals.purpose'), width: 130, render: (_, row) => t.code('valueWord', row.purpose) },
            { title: t('batch.groups'), width: 90, align: 'right', render: (_, row) => row.groups },
            { title: t('appraisals.rights'), width: 90, align: 'right', render: (_, row) => row.rights },
            { title: t('batch.progress'), width: 170, render: (_, row) => <Progress size="small" percent={row.groups === 0 ? 100 : Math.floor((row.done / row.groups) * 100)} aria-label={t('batch.progress')} /> },
            { title: t('batch.made'), width: 150, render: (_, row) => <Two first={formatInstant(row.madeAt)} second={<Person name={row.madeBy} />} /> },
          ]}
        />
      )}
    </>
  );
}

import { Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePromises, type PromiseView } from '../../../api/promises';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { listName } from '../listName';
import { MeasureButton } from './MeasureButton';
import { MeasureDialog } from './MeasureDialog';
import { Measures } from './Measures';
import { promiseColumns } from './promiseColumns';

/** What was promised for a loan's line: baseline, target, day, what was measured. */
export function PromisesTab({ id }: { id: string }) {
  const t = useT();
  const may = useMay('lending.promise.measure');
  const found = usePromises(id);
  const [measuring, setMeasuring] = useState<PromiseView | null>(null);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <PageSkeleton rows={4} />;
  return (
    <>
      <Table<PromiseView>
        className={styles['table'] ?? ''}
        size="small"
        rowKey={row => `${row.loanId} ${row.n}`}
        dataSource={[...found.data.rows]}
        pagination={false}
        scroll={{ x: 960 }}
        locale={{ emptyText: <Nothing>{t('promise.empty')}</Nothing> }}
        expandable={{ expandedRowRender: row => <Measures row={row} />, rowExpandable: row => row.measures.length > 0 }}
        columns={[
          { title: t('promise.indicator'), width: 180, render: (_, row) => <Two first={row.title} second={row.loanId === id ? t('promise.list', { list: listName(t, row.list) }) : <Link to={`/loans/${row.loanId}/promises`}>{t('promise.carried', { loan: row.loan })}</Link>} /> },
          ...promiseColumns<PromiseView>(t, row => row),
          { title: '', width: 90, render: (_, row) => <MeasureButton row={row} may={may} onMeasure={setMeasuring} /> },
        ]}
      />
      {measuring !== null && <MeasureDialog row={measuring} onClose={() => setMeasuring(null)} />}
    </>
  );
}

import { Skeleton } from 'antd';
import { useFiles } from '../../../api/paymentQueries';
import type { Batch } from '../../../api/paymentTypes';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { FileList } from '../files/FileList';

/** The instructions written of a batch. */
export function BatchFiles({ batch }: { batch: Batch }) {
  const t = useT();
  const files = useFiles({ batchId: batch.id, pageSize: 200 });
  return (
    <Panel title={t('pay.tab.files')} note={t('pay.files.note')}>
      {files.isError && <Failure reason={files.error} onRetry={() => void files.refetch()} />}
      {files.isPending && <Skeleton active title={false} />}
      {files.data !== undefined && (files.data.items.length === 0 ? <Nothing>{t('pay.files.none')}</Nothing> : <FileList files={files.data.items} />)}
    </Panel>
  );
}

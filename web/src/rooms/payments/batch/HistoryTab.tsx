import { Skeleton, Table } from 'antd';
import { useHistory } from '../../../api/paymentQueries';
import type { Batch, Step } from '../../../api/paymentTypes';
import { Failure } from '../../../shell/Failure';
import { Panel } from '../../../shell/Panel';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { stepColumns } from './stepColumns';

const rest = { page: 1 };

/** Everything that happened to the batch and its payments, newest first. */
export function HistoryTab({ batch }: { batch: Batch }) {
  const t = useT();
  const [address, change] = useAddress(rest);
  const steps = useHistory(batch.id, address.page);
  return (
    <Panel title={t('pay.tab.history')} note={steps.data === undefined ? undefined : t('shell.total', { count: steps.data.total })}>
      {steps.isError && <Failure reason={steps.error} onRetry={() => void steps.refetch()} />}
      {steps.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {steps.data !== undefined && (
        <Table<Step>
          size="small"
          rowKey={(step, index) => `${step.at}${index ?? 0}`}
          loading={steps.isPlaceholderData}
          dataSource={steps.data.items}
          columns={stepColumns(t, true)}
          scroll={{ x: 760 }}
          pagination={{ current: address.page, pageSize: 100, total: steps.data.total, hideOnSinglePage: true, showSizeChanger: false, onChange: page => change({ page }) }}
        />
      )}
    </Panel>
  );
}

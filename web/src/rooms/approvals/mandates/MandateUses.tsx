import { Drawer, Table } from 'antd';
import { useMandateUses } from '../../../api/approvalQueries';
import type { MandateUse, MandateView } from '../../../api/approvalTypes';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { useT } from '../../../words';

/** What was done under a mandate. */
export function MandateUses({ mandate, onClose }: { mandate: MandateView; onClose: () => void }) {
  const t = useT();
  const uses = useMandateUses(mandate.id);
  return (
    <Drawer open width={720} title={t('mandates.uses', { name: mandate.title })} onClose={onClose}>
      {uses.isError ? (
        <Failure reason={uses.error} onRetry={() => void uses.refetch()} />
      ) : (
        <Table<MandateUse>
          size="small"
          rowKey="id"
          loading={uses.isPending}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          dataSource={uses.data?.uses ?? []}
          scroll={{ x: 600 }}
          locale={{ emptyText: <Nothing>{t('mandates.uses.empty')}</Nothing> }}
          columns={[
            { title: t('mandates.use.on'), width: 100, render: (_, use) => formatDate(use.on) },
            { title: t('mandates.use.amount'), width: 140, align: 'right', render: (_, use) => <Fen value={use.amount} /> },
            { title: t('mandates.use.subject'), render: (_, use) => <code>{`${use.subjectKind} ${use.subjectId.split(' ').at(-1) ?? ''}`}</code> },
            { title: t('mandates.use.by'), width: 160, render: (_, use) => `${use.by} ${formatInstant(use.at)}` },
          ]}
        />
      )}
    </Drawer>
  );
}

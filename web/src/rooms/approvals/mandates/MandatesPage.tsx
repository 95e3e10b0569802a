import { PlusOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Space, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMandates } from '../../../api/approvalQueries';
import { endMandate } from '../../../api/approvals';
import type { MandateView } from '../../../api/approvalTypes';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { spanTones } from '../caseTones';
import { useActTitle } from '../useActTitle';
import { useApprovalWrite } from '../useApprovalWrite';
import { AskMandate } from './AskMandate';
import { MandateUses } from './MandateUses';
import styles from '../Approvals.module.css';

function Actions({ mandate, onUses }: { mandate: MandateView; onUses: () => void }) {
  const t = useT();
  const may = useMay('access.mandate.end');
  const write = useApprovalWrite();
  const over = mandate.state === 'ended' || mandate.state === 'over';
  return (
    <Space size={4}>
      <Button size="small" onClick={onUses}>
        {t('mandates.uses.open')}
      </Button>
      {may && !over && (
        <Popconfirm title={t('mandates.end')} description={t('mandates.end.ask')} okText={t('mandates.end')} cancelText={t('shell.cancel')} onConfirm={() => void write.run(() => endMandate(mandate.id, ''), () => t('mandates.ended'))}>
          <Button size="small" loading={write.busy}>
            {t('mandates.end')}
          </Button>
        </Popconfirm>
      )}
    </Space>
  );
}

/** What may run at once: limits, today's use against the cap, until when, and each use. */
export default function MandatesPage() {
  const t = useT();
  const title = useActTitle();
  const may = useMay('access.mandate.make');
  const found = useMandates();
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<MandateView | null>(null);
  const rows = found.data?.mandates;
  const ask = may ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAsking(true)}>
      {t('mandates.new')}
    </Button>
  ) : undefined;
  const columns: ColumnsType<MandateView> = [
    {
      title: t('mandates.name'),
      render: (_, row) => (
        <span className={styles['matter']}>
          <span>{row.title}</span>
          <span className={styles['small']}>
            {title(row.act)}
            {row.product !== '' && ` · ${row.product}`}
          </span>
        </span>
      ),
    },
    { title: t('approvals.filter.state'), width: 90, render: (_, row) => <StateMark tone={spanTones[row.state]}>{t(`spanState.${row.state}`)}</StateMark> },
    { title: t('mandates.limit'), width: 140, align: 'right', render: (_, row) => <Fen value={row.limit} /> },
    { title: t('mandates.daily'), width: 150, align: 'right', render: (_, row) => <Fen value={row.daily} /> },
    { title: t('mandates.used'), width: 140, align: 'right', render: (_, row) => <Fen value={row.used} /> },
    { title: t('mandates.usesToday'), width: 90, align: 'right', render: (_, row) => row.usesToday },
    { title: t('mandates.until'), width: 110, render: (_, row) => formatDate(row.until) },
    { title: t('mandates.approvedIn'), width: 100, render: (_, row) => (row.approval === null ? t('shell.none') : <Link to={`/approvals/${row.approval}`}>{row.madeBy}</Link>) },
    { key: 'actions', width: 150, render: (_, row) => <Actions mandate={row} onUses={() => setShown(row)} /> },
  ];
  return (
    <>
      <PageHead title={t('mandates.title')} state={rows === undefined ? <>&nbsp;</> : t('mandates.state', { count: rows.filter(row => row.state === 'running').length })} actions={ask} />
      <p className={styles['note']}>{t('mandates.note')}</p>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton />}
      {rows !== undefined && (
        <Table<MandateView>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          dataSource={rows}
          columns={columns}
          scroll={{ x: 1180 }}
          locale={{ emptyText: <Nothing action={ask}>{t('mandates.empty')}</Nothing> }}
        />
      )}
      {asking && <AskMandate onClose={() => setAsking(false)} />}
      {shown !== null && <MandateUses mandate={shown} onClose={() => setShown(null)} />}
    </>
  );
}

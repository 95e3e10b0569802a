import { PlusOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { useDelegations } from '../../../api/approvalQueries';
import { endDelegation } from '../../../api/approvals';
import type { DelegationView } from '../../../api/approvalTypes';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useMay, useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import { useActWords } from '../ActPicker';
import { spanTones } from '../caseTones';
import { useApprovalWrite } from '../useApprovalWrite';
import { GiveDelegation } from './GiveDelegation';
import styles from '../Approvals.module.css';

function End({ delegation }: { delegation: DelegationView }) {
  const t = useT();
  const { me } = useMe();
  const write = useApprovalWrite();
  const over = delegation.state === 'ended' || delegation.state === 'over';
  if (over || (delegation.fromId !== me.id && delegation.toId !== me.id)) return null;
  return (
    <Popconfirm title={t('delegations.end')} description={t('delegations.end.ask')} okText={t('delegations.end')} cancelText={t('shell.cancel')} onConfirm={() => void write.run(() => endDelegation(delegation.id, ''), () => t('delegations.ended'))}>
      <Button size="small" loading={write.busy}>
        {t('delegations.end')}
      </Button>
    </Popconfirm>
  );
}

/** Who may decide in whose place, and for how long. */
export default function DelegationsPage() {
  const t = useT();
  const acts = useActWords();
  const may = useMay('approvals.delegation.give');
  const found = useDelegations();
  const [giving, setGiving] = useState(false);
  const rows = found.data?.delegations;
  const give = may ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setGiving(true)}>
      {t('delegations.new')}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={t('delegations.title')} state={rows === undefined ? <>&nbsp;</> : t('delegations.state', { count: rows.filter(row => row.state === 'running').length })} actions={give} />
      <p className={styles['note']}>{t('delegations.note')}</p>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton />}
      {rows !== undefined && (
        <Table<DelegationView>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          dataSource={rows}
          scroll={{ x: 900 }}
          locale={{ emptyText: <Nothing action={give}>{t('delegations.empty')}</Nothing> }}
          columns={[
            { title: t('delegations.from'), width: 110, render: (_, row) => row.from },
            { title: t('delegations.to'), width: 110, render: (_, row) => row.to },
            { title: t('approvals.filter.state'), width: 90, render: (_, row) => <StateMark tone={spanTones[row.state]}>{t(`spanState.${row.state}`)}</StateMark> },
            { title: t('delegations.days'), width: 190, render: (_, row) => `${formatDate(row.first)} – ${formatDate(row.last)}` },
            { title: t('delegations.acts'), render: (_, row) => acts(row.acts) },
            { title: t('delegations.reason'), width: 180, render: (_, row) => [row.note, ...(row.endedBy === null ? [] : [t('delegations.endedBy', { name: row.endedBy })])].filter(part => part !== '').join(' · ') || t('shell.none') },
            { key: 'end', width: 80, render: (_, row) => <End delegation={row} /> },
          ]}
        />
      )}
      {giving && <GiveDelegation onClose={() => setGiving(false)} />}
    </>
  );
}

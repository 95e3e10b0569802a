import { Table } from 'antd';
import { Link } from 'react-router';
import { useObligations, type Obligation } from '../../../api/portal';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark, type Tone } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';

const tones: Readonly<Record<Obligation['state'], Tone>> = { overdue: 'red', week: 'amber', month: 'blue', later: 'grey', undated: 'amber' };
const pages = { loan: '/loans', facility: '/facilities', right: '/rights' } as const;

/** What the firm owes and has to keep, the nearest day first. */
export function ObligationsPanel() {
  const t = useT();
  const found = useObligations();
  return (
    <Panel title={t('duty.title')} note={found.data === undefined ? undefined : t('duty.note', { loans: found.data.loans, rights: found.data.rights })}>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      <Table<Obligation>
        size="small"
        rowKey={(row, index) => `${row.kind}${row.subjectId}${index ?? 0}`}
        loading={found.isPending}
        pagination={(found.data?.rows.length ?? 0) > 20 ? { pageSize: 20 } : false}
        scroll={{ x: 560 }}
        dataSource={found.data?.rows ?? []}
        locale={{ emptyText: <Nothing>{t('duty.none')}</Nothing> }}
        columns={[
          { title: t('duty.due'), width: 150, render: (_, row) => <Two first={row.due === null ? t('duty.undated') : formatDate(row.due)} second={<StateMark tone={tones[row.state]}>{t(`dutyState.${row.state}`)}</StateMark>} /> },
          { title: t('duty.what'), render: (_, row) => <Two first={t.code('duty', row.kind)} second={row.note} /> },
          { title: t('duty.subject'), width: 180, render: (_, row) => <Link translate="no" to={`${pages[row.subjectKind]}/${row.subjectId}`}>{row.title}</Link> },
          { title: t('policy.amount'), width: 120, align: 'right', render: (_, row) => (row.amount === null ? t('shell.none') : <Fen value={row.amount} />) },
        ]}
      />
      {found.data?.more === true && <p className="soft">{t('duty.more')}</p>}
    </Panel>
  );
}

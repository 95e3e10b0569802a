import { Table } from 'antd';
import { Link } from 'react-router';
import type { CreditPolicyVersion } from '../../../api/creditPolicyTypes';
import { formatDate, formatInstant } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from './Policies.module.css';

const tones = { in_force: 'green', scheduled: 'amber', past: 'grey' } as const;

/** Every version with its days, who wrote it, who checked it, its parent and its hash. */
export function VersionsPanel({ code, versions }: { code: string; versions: readonly CreditPolicyVersion[] }) {
  const t = useT();
  return (
    <Panel title={t('policyTab.versions')} note={t('policyVersion.note')}>
      <Table<CreditPolicyVersion>
        size="small"
        rowKey="number"
        pagination={false}
        scroll={{ x: 980 }}
        dataSource={[...versions]}
        locale={{ emptyText: <Nothing>{t('policyVersion.none')}</Nothing> }}
        columns={[
          { title: t('policyEdit.version'), width: 90, render: (_, row) => <Link to={`/lending/policies/${encodeURIComponent(code)}?number=${row.number}`}>{row.version}</Link> },
          { title: t('policyVersion.state'), width: 100, render: (_, row) => <StateMark tone={tones[row.state]}>{row.stateTitle}</StateMark> },
          { title: t('policyVersion.days'), width: 180, render: (_, row) => `${row.from === null ? '…' : formatDate(row.from)} – ${row.to === null ? '…' : formatDate(row.to)}` },
          { title: t('policyVersion.reason'), dataIndex: 'reason' },
          { title: t('policyList.author'), width: 160, render: (_, row) => <Two first={row.author === null ? '—' : t.code('person', row.author)} second={row.savedAt === null ? '' : formatInstant(row.savedAt)} /> },
          { title: t('policyList.checker'), width: 120, render: (_, row) => (row.approval === null ? row.checker ?? '—' : <Link to={`/approvals/${row.approval}`}>{row.checker ?? t('policyVersion.approval')}</Link>) },
          { title: t('policyVersion.hash'), width: 190, render: (_, row) => <Two first={<code translate="no">{row.hash.slice(7, 19)}</code>} second={row.parent === null ? t('policyVersion.first') : t('policyVersion.parent', { version: versions.find(one => one.number === row.parent)?.version ?? `${row.parent}` })} /> },
        ]}
      />
      <p className={styles['note']}>{t('policyVersion.hint')}</p>
    </Panel>
  );
}

import { Table } from 'antd';
import { Link } from 'react-router';
import type { TemplateVersion } from '../../../api/paperTemplates';
import { formatDate, formatInstant } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';

const tones: Record<string, 'green' | 'amber' | 'grey'> = { in_force: 'green', scheduled: 'amber', past: 'grey' };

/** Every version with its days, who wrote it, who approved it, its parent and its hash. */
export function TemplateVersions({ path, versions }: { path: string; versions: readonly TemplateVersion[] }) {
  const t = useT();
  return (
    <Panel title={t('policyTab.versions')} note={t('policyVersion.note')}>
      <Table<TemplateVersion>
        size="small"
        rowKey="number"
        pagination={false}
        scroll={{ x: 980 }}
        dataSource={[...versions]}
        columns={[
          { title: t('policyEdit.version'), width: 130, render: (_, row) => <><Link to={`${path}?number=${row.number}`}>{row.version}</Link> <StateMark tone={row.number === 0 ? 'grey' : 'blue'}>{t(row.number === 0 ? 'template.shipped' : 'template.own')}</StateMark></> },
          { title: t('policyVersion.state'), width: 100, render: (_, row) => <StateMark tone={tones[row.state] ?? 'grey'}>{row.stateTitle}</StateMark> },
          { title: t('policyVersion.days'), width: 180, render: (_, row) => `${row.from === null ? '…' : formatDate(row.from)} – ${row.to === null ? '…' : formatDate(row.to)}` },
          { title: t('policyVersion.reason'), render: (_, row) => row.reason || '—' },
          { title: t('policyList.author'), width: 160, render: (_, row) => (row.author === null ? '—' : <Two first={t.code('person', row.author)} second={row.savedAt === null ? '' : formatInstant(row.savedAt)} />) },
          { title: t('policyList.checker'), width: 120, render: (_, row) => (row.approval === null ? row.checker ?? '—' : <Link to={`/approvals/${row.approval}`}>{row.checker ?? t('policyVersion.approval')}</Link>) },
          { title: t('policyVersion.hash'), width: 190, render: (_, row) => <Two first={<code translate="no">{row.hash.slice(0, 12)}</code>} second={row.parent === null ? t('policyVersion.first') : t('policyVersion.parent', { version: versions.find(one => one.number === row.parent)?.version ?? `${row.parent}` })} /> },
        ]}
      />
    </Panel>
  );
}

import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Finding } from '../../../api/types';
import { StateMark } from '../../../shell/StateMark';
import { useT, type Translate } from '../../../words';
import { Two } from '../../payments/Two';

/** What was refused or warned of, with its line. */
export function FindingTable({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  return (
    <Table<Finding>
      size="small"
      rowKey={(finding, index) => `${finding.code}${finding.line ?? ''}${index ?? 0}`}
      columns={findingColumns(t)}
      dataSource={[...findings]}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 640 }}
      locale={{ emptyText: t('sources.findings.none') }}
    />
  );
}

function findingColumns(t: Translate): ColumnsType<Finding> {
  return [
    { title: t('sources.line'), width: 70, align: 'right', render: (_, finding) => finding.line ?? t('shell.none') },
    { title: t('sources.outcome'), width: 90, render: (_, finding) => <StateMark tone={finding.severity === 'warning' ? 'amber' : 'red'}>{t(finding.severity === 'warning' ? 'sources.outcome.warned' : 'sources.outcome.refused')}</StateMark> },
    { title: t('sources.reason'), render: (_, finding) => <Two first={finding.message} second={[finding.path, finding.found === null ? '' : t('finding.found', { found: finding.found, expected: finding.expected ?? t('shell.none') })].filter(part => part !== '').join(' · ')} /> },
    { title: t('sources.code'), width: 90, render: (_, finding) => <code>{finding.code}</code> },
  ];
}

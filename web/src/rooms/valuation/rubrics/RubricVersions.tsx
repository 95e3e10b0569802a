import { Select, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRubricChanges } from '../../../api/scores';
import type { RubricChanges, RubricDetail, RubricVersion } from '../../../api/scoreTypes';
import { formatDate, formatInstant, none } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Person } from '../Person';
import styles from '../Valuation.module.css';

const tones = { in_force: 'green', scheduled: 'amber', past: 'grey' } as const;

/** The texts of a rubric, and any two of them field by field. */
export function RubricVersions({ rubric }: { rubric: RubricDetail }) {
  const t = useT();
  return (
    <div className={styles['stack']}>
      <Panel title={t('version.history')}>
        <Table<RubricVersion>
          size="small"
          rowKey="number"
          dataSource={rubric.versions}
          pagination={rubric.versions.length > 30 ? { pageSize: 30 } : false}
          scroll={{ x: 1080 }}
          columns={[
            { title: t('rubrics.number'), width: 90, render: (_, version) => (version.number === 0 ? t('rubrics.shipped') : `v${version.number}`) },
            { title: t('version.number'), width: 110, render: (_, version) => version.version },
            { title: t('rubrics.state'), width: 100, render: (_, version) => <StateMark tone={tones[version.state]}>{t(`rubrics.state.${version.state}`)}</StateMark> },
            { title: t('rubricEdit.day'), width: 120, render: (_, version) => (version.from === null ? none : formatDate(version.from)) },
            { title: t('version.reason'), render: (_, version) => (version.reason === null ? t('shell.none') : <span translate="no">{version.reason}</span>) },
            { title: t('version.by'), width: 120, render: (_, version) => (version.savedBy === null ? t('shell.none') : <Person name={version.savedBy} />) },
            { title: t('rubrics.checked'), width: 120, render: (_, version) => (version.approval === null ? version.checkedBy ?? none : <Link to={`/approvals/${version.approval}`}>{version.checkedBy ?? t('rubrics.approval')}</Link>) },
            { title: t('version.at'), width: 150, render: (_, version) => (version.savedAt === null ? t('shell.none') : formatInstant(version.savedAt)) },
            { title: t('rubrics.hash'), width: 130, render: (_, version) => <code translate="no">{version.hash.slice(0, 12)}</code> },
          ]}
        />
      </Panel>
      {rubric.versions.length > 1 && <Compared rubric={rubric} />}
    </div>
  );
}

function Compared({ rubric }: { rubric: RubricDetail }) {
  const t = useT();
  const numbers = rubric.versions.map(version => version.number).sort((a, b) => b - a);
  const [from, setFrom] = useState(numbers[1] ?? 0);
  const [to, setTo] = useState(numbers[0] ?? 0);
  const found = useRubricChanges(rubric.row.code, from, to);
  const choice = (value: number, label: string, choose: (next: number) => void) => <Select size="small" aria-label={label} popupMatchSelectWidth={false} value={value} onChange={choose} options={numbers.map(number => ({ value: number, label: number === 0 ? t('rubrics.shipped') : `v${number}` }))} />;
  return (
    <Panel title={t('value.version.compare')} extra={<span className={styles['actions']}>{choice(from, t('value.version.from'), setFrom)} → {choice(to, t('value.version.to'), setTo)}</span>}>
      {found.isError ? (
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      ) : found.data.changes.length === 0 ? (
        <span className="soft">{t('value.version.same')}</span>
      ) : (
        <Table<RubricChanges['changes'][number]>
          size="small"
          rowKey="path"
          dataSource={found.data.changes}
          pagination={found.data.changes.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          scroll={{ x: 560 }}
          columns={[
            { title: t('value.version.field'), render: (_, change) => <code>{change.path}</code> },
            { title: t('value.version.before'), render: (_, change) => <span translate="no" className={styles['red']}>{change.before ?? none}</span> },
            { title: t('value.version.after'), render: (_, change) => <span translate="no" className={styles['green']}>{change.after ?? none}</span> },
          ]}
        />
      )}
    </Panel>
  );
}

import { Table } from 'antd';
import type { RubricExamined } from '../../../api/scoreTypes';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from './Rubrics.module.css';

/** What the draft changes of the text in force, field by field. */
export function RubricDiff({ examined }: { examined: RubricExamined | undefined }) {
  const t = useT();
  return (
    <Panel title={t('rubricEdit.diff')} note={t('rubricEdit.changes', { count: examined?.changes.length ?? 0, version: examined?.against ?? '—' })}>
      <Table<RubricExamined['changes'][number]>
        size="small"
        rowKey="path"
        loading={examined === undefined}
        dataSource={examined?.changes ?? []}
        pagination={(examined?.changes.length ?? 0) > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: 560 }}
        locale={{ emptyText: <Nothing>{t('value.version.same')}</Nothing> }}
        columns={[
          { title: t('value.version.field'), render: (_, change) => <code>{change.path}</code> },
          { title: t('rubricEdit.kind'), width: 90, render: (_, change) => { const kind = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed'; return <StateMark tone={({ added: 'green', removed: 'red', changed: 'amber' } as const)[kind]}>{t(`rubricEdit.kind.${kind}`)}</StateMark>; } },
          { title: t('value.version.before'), render: (_, change) => <span translate="no" className={styles['before']}>{change.before ?? ''}</span> },
          { title: t('value.version.after'), render: (_, change) => <span translate="no" className={styles['after']}>{change.after ?? ''}</span> },
        ]}
      />
    </Panel>
  );
}

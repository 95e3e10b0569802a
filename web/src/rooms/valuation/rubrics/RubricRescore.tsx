import { Alert, Button, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { rescoreRights } from '../../../api/scores';
import type { RescoredRights, RubricDetail } from '../../../api/scoreTypes';
import { formatDate, formatPercent } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { Two } from '../../payments/Two';
import { RubricStock } from './RubricStock';
import styles from './Rubrics.module.css';

const tones = { up: 'green', gained: 'green', down: 'red', lost: 'red', renamed: 'amber', same: 'grey' } as const;

/** The draft held against the rights scored before: who moves grade if it counted today. */
export function RubricRescore({ rubric, text }: { rubric: RubricDetail; text: string }) {
  const t = useT();
  const refused = useFailureNotice();
  const [use, setUse] = useState(rubric.scenarios.find(one => one.id === 'finance')?.id ?? rubric.scenarios[0]?.id ?? '');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<{ of: string; said: RescoredRights } | null>(null);
  const run = async () => {
    setBusy(true);
    try {
      setAnswer({ of: text, said: await rescoreRights(rubric.row.code, { text, scenario: use }) });
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(false);
    }
  };
  const said = answer?.said;
  const points = (total: string | null, grade: string | null, outcome: string) => <span className="tabular">{total ?? '—'} <strong>{grade ?? t.code('scoreOutcome', outcome)}</strong></span>;
  return (
    <div className={styles['parts']}>
      <Panel title={t('rubricStock.title')} note={t('rubricStock.note')}>
        <RubricStock code={rubric.row.code} text={text} use={use} />
      </Panel>
      <Panel
        title={t('rubricRescore.title')}
        note={t('rubricRescore.note')}
        extra={
          <span className={styles['line']}>
            <Select size="small" aria-label={t('score.scenario')} popupMatchSelectWidth={false} value={use} onChange={setUse} options={rubric.scenarios.map(one => ({ value: one.id, label: capital(one.title) }))} />
            <Button size="small" type="primary" loading={busy} onClick={() => void run()}>{t('rubricRescore.run')}</Button>
          </span>
        }
      >
        {said === undefined ? <p>{t('rubricRescore.none')}</p> : (
          <>
            {answer?.of !== text && <Alert style={{ marginBottom: 10 }} type="warning" showIcon message={t('rubricRescore.stale')} />}
            <p role="status">{t('rubricRescore.said', { count: said.rows.length, moved: said.moved, day: formatDate(said.day), against: said.against, version: said.version })}{said.more > 0 && ` ${t('rubricRescore.more', { count: said.more })}`}</p>
            <div className={styles['matrix']}>{said.moves.map(move => <span key={`${move.from}${move.to}`}>{move.from ?? t('rubricRescore.ungraded')} → {move.to ?? t('rubricRescore.ungraded')}：{move.count}</span>)}</div>
            <Table
              size="small"
              rowKey="rightId"
              pagination={said.rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
              scroll={{ x: 720 }}
              dataSource={said.rows}
              locale={{ emptyText: <Nothing>{t('rubricRescore.empty')}</Nothing> }}
              columns={[
                { title: t('rubricRescore.right'), width: 240, render: (_, row) => <Two first={<Link to={`/rights/${row.rightId}/valuation`}>{row.rightNumber}</Link>} second={<span translate="no">{row.title}</span>} /> },
                { title: t('rubricRescore.before'), width: 130, align: 'right', render: (_, row) => points(row.totalBefore, row.gradeBefore, row.outcomeBefore) },
                { title: t('rubricRescore.after'), width: 130, align: 'right', render: (_, row) => points(row.totalAfter, row.gradeAfter, row.outcomeAfter) },
                { title: t('rubricRescore.move'), width: 110, render: (_, row) => <StateMark tone={tones[row.move]}>{t(`rubricRescore.move.${row.move}`)}</StateMark> },
                { title: t('score.coverage'), width: 90, align: 'right', render: (_, row) => formatPercent(row.coverageAfter, 0) },
                { title: t('rubricRescore.dropped'), render: (_, row) => (row.dropped.length === 0 ? '—' : <span translate="no">{row.dropped.join(', ')}</span>) },
              ]}
            />
          </>
        )}
      </Panel>
    </div>
  );
}

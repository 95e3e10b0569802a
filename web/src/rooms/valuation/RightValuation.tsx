import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSignals, type Signal } from '../../api/benchmark';
import { useDiligences } from '../../api/diligenceQueries';
import type { DiligenceRow } from '../../api/diligenceTypes';
import { useScoreSheets } from '../../api/scores';
import type { ScoreSheet } from '../../api/scoreTypes';
import { useAppraisals } from '../../api/valuationQueries';
import type { AppraisalRow } from '../../api/valuationTypes';
import { formatDate, formatNumber, formatPercent } from '../../format';
import { Amount } from '../../shell/Amount';
import { Failure } from '../../shell/Failure';
import { Nothing } from '../../shell/Nothing';
import { Panel } from '../../shell/Panel';
import { StateMark } from '../../shell/StateMark';
import { usePreferences } from '../../shell/Preferences';
import { useMay } from '../../shell/useMe';
import { useT } from '../../words';
import { Two } from '../payments/Two';
import { unitWord } from './appraisals/appraisalColumns';
import { stateTones } from './codes';
import { GradeCounts } from './diligence/Grades';
import { answerTones } from './diligence/judged';
import { trimZeros } from './figureText';
import { pathLabel } from './labels';
import { Person } from './Person';
import { SignalDialog } from './SignalDialog';
import styles from './Valuation.module.css';

/** What a right was valued at, how it was scored, what diligence found, what signals say. */
export function RightValuation({ id }: { id: string }) {
  return (
    <div className={styles['stack']}>
      <Appraised id={id} />
      <Scored id={id} />
      <Examined id={id} />
      <Signals id={id} />
    </div>
  );
}

function Appraised({ id }: { id: string }) {
  const t = useT();
  const { unit } = usePreferences();
  const found = useAppraisals({ right: id, pageSize: 20 });
  return (
    <Panel title={t('appraisals.title')} extra={(found.data?.total ?? 0) > 20 && <Link to={`/appraisals?right=${id}`}>{t('shell.total', { count: found.data?.total ?? 0 })}</Link>}>
      {found.isError ? (
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Table<AppraisalRow>
          size="small"
          rowKey="id"
          loading={found.isPending}
          dataSource={found.data?.items ?? []}
          pagination={false}
          scroll={{ x: 680 }}
          locale={{ emptyText: <Nothing>{t('rightValuation.appraisals.none')}</Nothing> }}
          columns={[
            { title: t('appraisals.name'), render: (_, row) => <Link translate="no" to={`/appraisals/${row.id}`}>{row.name}</Link> },
            { title: t('appraisals.baseDate'), width: 106, render: (_, row) => formatDate(row.baseDate) },
            { title: t('appraisals.state'), width: 104, render: (_, row) => <StateMark tone={stateTones[row.state]}>{t.code('appraisalState', row.state)}</StateMark> },
            { title: t('rightValuation.group', { unit: unitWord(t, unit) }), width: 170, align: 'right', render: (_, row) => (row.total === null ? <span className="soft">{t('shell.unknown')}</span> : <Amount value={row.total} />) },
            { title: t('appraisals.rights'), width: 80, align: 'right', render: (_, row) => row.rights },
          ]}
        />
      )}
    </Panel>
  );
}

function Scored({ id }: { id: string }) {
  const t = useT();
  const may = useMay('valuation.score.keep');
  const found = useScoreSheets(id);
  return (
    <Panel title={t('score.sheets')} extra={may && <Link to={`/rights/${id}/score`}><Button size="small">{t('score.title')}</Button></Link>}>
      {found.isError ? (
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Table<ScoreSheet>
          size="small"
          rowKey="id"
          loading={found.isPending}
          dataSource={found.data?.rows ?? []}
          pagination={(found.data?.rows.length ?? 0) > 10 ? { pageSize: 10, showSizeChanger: false } : false}
          scroll={{ x: 680 }}
          locale={{ emptyText: <Nothing>{t('rightValuation.scores.none')}</Nothing> }}
          columns={[
            { title: t('score.day'), width: 106, render: (_, sheet) => formatDate(sheet.day) },
            { title: t('score.rubric'), width: 170, render: (_, sheet) => <Two first={<code>{`${sheet.rubric}/${sheet.rubricVersion}`}</code>} second={t.code('scoreScenario', sheet.scenario)} /> },
            { title: t('score.total'), width: 90, align: 'right', render: (_, sheet) => (sheet.total === null ? <span className="soft">{t('shell.unknown')}</span> : trimZeros(formatNumber(sheet.total, 2))) },
            { title: t('score.grade'), width: 80, render: (_, sheet) => sheet.grade ?? <StateMark tone="amber">{t(`scoreOutcome.${sheet.outcome}`)}</StateMark> },
            { title: t('score.coverage'), width: 100, align: 'right', render: (_, sheet) => formatPercent(sheet.coverage, 0) },
            { title: t('version.reason'), render: (_, sheet) => <Two first={<span translate="no">{sheet.reason}</span>} second={<Person name={sheet.by} />} /> },
          ]}
        />
      )}
    </Panel>
  );
}

function Examined({ id }: { id: string }) {
  const t = useT();
  const found = useDiligences({ right: id, pageSize: 20 });
  return (
    <Panel title={t('diligence.title')}>
      {found.isError ? (
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Table<DiligenceRow>
          size="small"
          rowKey="id"
          loading={found.isPending}
          dataSource={found.data?.items ?? []}
          pagination={false}
          scroll={{ x: 620 }}
          locale={{ emptyText: <Nothing>{t('rightValuation.diligence.none')}</Nothing> }}
          columns={[
            { title: t('diligence.day'), width: 106, render: (_, row) => <Link to={`/diligence/${row.id}/items?right=${id}`}>{formatDate(row.day)}</Link> },
            { title: t('valueKey.purpose'), width: 120, render: (_, row) => t.code('valueWord', row.purpose) },
            { title: t('diligence.answer'), width: 140, render: (_, row) => <StateMark tone={answerTones[row.answer]}>{t(`diligenceAnswer.${row.answer}`)}</StateMark> },
            { title: t('rightValuation.findings'), render: (_, row) => <GradeCounts counts={row} /> },
          ]}
        />
      )}
    </Panel>
  );
}

function Signals({ id }: { id: string }) {
  const t = useT();
  const may = useMay('valuation.signal.record');
  const found = useSignals(id);
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t('signals.title')} note={t('signals.note')} extra={may && <Button size="small" onClick={() => setOpen(true)}>{t('signals.new')}</Button>}>
      {found.isError ? (
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Table<Signal>
          size="small"
          rowKey="id"
          loading={found.isPending}
          dataSource={found.data?.rows ?? []}
          pagination={(found.data?.rows.length ?? 0) > 10 ? { pageSize: 10, showSizeChanger: false } : false}
          scroll={{ x: 680 }}
          locale={{ emptyText: <Nothing>{t('signals.none')}</Nothing> }}
          columns={[
            { title: t('signals.kind'), width: 200, render: (_, signal) => signal.kindTitle },
            { title: t('value.value'), width: 90, align: 'right', render: (_, signal) => trimZeros(formatNumber(signal.value, 4)) },
            { title: t('value.source'), width: 190, render: (_, signal) => <Two first={<span translate="no">{signal.source}</span>} second={formatDate(signal.asOf)} /> },
            {
              title: t('signals.moves'),
              render: (_, signal) =>
                signal.moved.length === 0 ? (
                  t('signals.moves.none')
                ) : (
                  <ul className={styles['list']}>
                    {signal.moved.map(move => (
                      <li key={`${move.rule} ${move.parameter} ${move.appraisalId}`}>
                        {pathLabel(t, {}, move.parameter)} {move.from === null || move.to === null ? null : `${move.from} → ${move.to}`} <span className="soft">{move.reason}</span> {move.appraisalId === null ? null : <Link to={`/appraisals/${move.appraisalId}`}>{t('batch.open')}</Link>}
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      )}
      {open && <SignalDialog right={id} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePromises, type PromiseView } from '../../../api/promises';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark, type Tone } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { CheckDay } from '../checks/CheckDay';
import styles from '../Lending.module.css';
import { listName } from '../listName';
import { sourceName } from '../sourceName';
import { figureText } from './figures';
import { MeasureDialog } from './MeasureDialog';

const tones: Record<string, Tone> = { open: 'blue', kept: 'green', missed: 'red', withdrawn: 'grey' };

/** What was promised for a loan's line: baseline, target, day, what was measured. */
export function PromisesTab({ id }: { id: string }) {
  const t = useT();
  const may = useMay('lending.promise.measure');
  const found = usePromises(id);
  const [measuring, setMeasuring] = useState<PromiseView | null>(null);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <PageSkeleton rows={4} />;
  return (
    <>
      <Table<PromiseView>
        className={styles['table'] ?? ''}
        size="small"
        rowKey={row => `${row.loanId} ${row.n}`}
        dataSource={[...found.data.rows]}
        pagination={false}
        scroll={{ x: 960 }}
        locale={{ emptyText: <Nothing>{t('promise.empty')}</Nothing> }}
        expandable={{ expandedRowRender: row => <Measures row={row} />, rowExpandable: row => row.measures.length > 0 }}
        columns={[
          { title: t('promise.indicator'), width: 180, render: (_, row) => <Two first={row.title} second={row.loanId === id ? t('promise.list', { list: listName(t, row.list) }) : <Link to={`/loans/${row.loanId}/promises`}>{t('promise.carried', { loan: row.loan })}</Link>} /> },
          { title: t('promise.baseline'), width: 170, render: (_, row) => (row.baseline == null ? <span className={styles['soon']}>{t('promise.baseline.none')}</span> : <Two first={figureText(row.unit, row.unitTitle, row.baseline)} second={<span translate="no">{sourceName(t, row.baselineSource)}</span>} />) },
          { title: t('promise.target'), width: 180, render: (_, row) => <Two first={<>{row.directionTitle} {figureText(row.unit, row.unitTitle, row.target)}</>} second={row.missedTitle} /> },
          { title: t('promise.due'), width: 140, render: (_, row) => <Two first={<CheckDay day={row.dueOn} urgency={row.urgency} />} second={row.by === row.dueOn ? null : t('promise.due.by', { day: formatDate(row.by) })} /> },
          { title: t('promise.measured'), width: 150, render: (_, row) => (row.measures[0] === undefined ? <span className="soft">{t('promise.measured.none')}</span> : <Two first={figureText(row.unit, row.unitTitle, row.measures[0].figure)} second={formatDate(row.measures[0].on)} />) },
          { title: t('promise.state'), width: 100, render: (_, row) => <StateMark tone={row.urgency === 'overdue' ? 'red' : (tones[row.state] ?? 'grey')}>{row.stateTitle}</StateMark> },
          { title: '', width: 90, render: (_, row) => (may && row.ripe ? <Button size="small" {...(row.measures.length === 0 ? { type: 'primary' as const } : {})} onClick={() => setMeasuring(row)}>{t(row.measures.length === 0 ? 'promise.measure' : 'promise.correct')}</Button> : null) },
        ]}
      />
      {measuring !== null && <MeasureDialog row={measuring} onClose={() => setMeasuring(null)} />}
    </>
  );
}

function Measures({ row }: { row: PromiseView }) {
  const t = useT();
  return (
    <>
      {row.proposal != null && <p><strong>{t('promise.proposal')}</strong> {row.proposal}</p>}
      {row.measures.map(one => (
        <div key={one.n} className={styles['stepHead']}>
          <strong>{figureText(row.unit, row.unitTitle, one.figure)}</strong>
          <StateMark tone={one.kept ? 'green' : 'red'}>{t.code('promiseState', one.kept ? 'kept' : 'missed')}</StateMark>
          <span>{formatDate(one.on)}</span>
          <span translate="no">{one.source}</span>
          <span translate="no">{one.file}</span>
          <code translate="no">sha256:{one.sha256.slice(0, 12)}</code>
          {one.reason !== '' && <span translate="no">{one.reason}</span>}
          {one.breachId != null && <Link to="/loans/breaches">{t('promise.breach')}</Link>}
          {one.corrects != null && <span className="soft">{t('promise.corrects', { n: one.corrects })}</span>}
          {one.correctedBy != null && <span className={styles['soon']}>{t('promise.corrected', { n: one.correctedBy })}</span>}
          <span className="soft">{t.code('person', one.by)} · {formatInstant(one.at)}</span>
        </div>
      ))}
    </>
  );
}

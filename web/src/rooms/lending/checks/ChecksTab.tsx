import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLoanChecks, type CheckView } from '../../../api/checks';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { listName } from '../listName';
import { AssignDialog } from './AssignDialog';
import { Causes } from './Causes';
import { CheckDay, CheckMark } from './CheckDay';
import { DoCheckDialog } from './DoCheckDialog';
import { PlanCheckDialog } from './PlanCheckDialog';

/** Checks of one loan: what comes next, what was found, and doing the next one. */
export function ChecksTab({ id }: { id: string }) {
  const t = useT();
  const may = { do: useMay('lending.check.do'), correct: useMay('lending.check.correct'), plan: useMay('lending.check.plan'), assign: useMay('lending.check.assign') };
  const found = useLoanChecks(id);
  const [doing, setDoing] = useState<CheckView | null>(null);
  const [planning, setPlanning] = useState(false);
  const [assigning, setAssigning] = useState<CheckView | null>(null);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <PageSkeleton rows={5} />;
  const list = found.data;
  return (
    <>
      <div className={styles['filters']}>
        <span className="soft">{t('check.plan.of', { plan: listName(t, list.plan) })}</span>
        {list.lives && may.plan && <Button size="small" onClick={() => setPlanning(true)}>{t('check.plan')}</Button>}
      </div>
      <Table<CheckView>
        className={styles['table'] ?? ''}
        size="small"
        rowKey="n"
        dataSource={list.rows}
        pagination={list.rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: 1040 }}
        locale={{ emptyText: <Nothing>{t('check.none')}</Nothing> }}
        expandable={{ rowExpandable: one => one.state === 'done', expandedRowRender: one => <Findings check={one} /> }}
        columns={[
          { title: t('check.n'), dataIndex: 'n', width: 54 },
          { title: t('check.kind'), width: 170, render: (_, one) => <Two first={one.kindTitle} second={one.corrects != null ? t('check.corrects', { n: one.corrects }) : one.correctedBy != null ? t('check.correctedBy', { n: one.correctedBy }) : one.causes.length > 0 ? <Causes causes={one.causes} /> : null} /> },
          { title: t('check.state'), width: 120, render: (_, one) => <CheckMark state={one.state} title={one.stateTitle} result={one.result} resultTitle={one.resultTitle} urgency={one.urgency} /> },
          { title: t('check.dueOn'), width: 120, render: (_, one) => <CheckDay day={one.dueOn} urgency={one.urgency} /> },
          { title: t('check.doneOn'), width: 130, render: (_, one) => (one.doneOn == null ? '—' : <Two first={formatDate(one.doneOn)} second={one.late ? <span className={styles['late']}>{t('check.late')}</span> : null} />) },
          { title: t('check.assigned'), width: 150, render: (_, one) => <span translate="no">{one.state === 'done' ? one.doneBy : one.assigned}</span> },
          { title: t('check.conclusion'), render: (_, one) => (one.conclusion === '' ? '—' : <Two first={<span translate="no">{one.conclusion}</span>} second={one.breachId == null ? null : <Link to="/loans/breaches">{t('check.demand.opened')}</Link>} />) },
          {
            title: '',
            width: 160,
            render: (_, one) =>
              one.state === 'planned' ? (
                <>
                  {may.do && <Button size="small" type="primary" onClick={() => setDoing(one)}>{t('check.do')}</Button>} {may.assign && <Button size="small" onClick={() => setAssigning(one)}>{t('check.assign')}</Button>}
                </>
              ) : one.state === 'done' && one.correctedBy == null && may.correct ? (
                <Button size="small" onClick={() => setDoing(one)}>{t('check.correct')}</Button>
              ) : null,
          },
        ]}
      />
      {doing !== null && <DoCheckDialog list={list} check={doing} onClose={() => setDoing(null)} />}
      {assigning !== null && <AssignDialog list={list} check={assigning} onClose={() => setAssigning(null)} />}
      {planning && <PlanCheckDialog list={list} onClose={() => setPlanning(false)} />}
    </>
  );
}

function Findings({ check }: { check: CheckView }) {
  const t = useT();
  return (
    <dl className={styles['facts']}>
      <dt>{t('check.way')}</dt>
      <dd>{check.wayTitle} <span translate="no">{check.place}</span></dd>
      {check.met !== '' && (
        <>
          <dt>{t('check.met')}</dt>
          <dd translate="no">{check.met}</dd>
        </>
      )}
      {check.findings.map(one => (
        <FindingLine key={one.item} title={one.title} result={one.resultTitle} odd={one.result !== 'normal'} note={one.note} />
      ))}
      {check.papers.map(file => (
        <FileLine key={`${file.name} ${file.sha256}`} title={t('check.papers')} name={file.name} hash={file.sha256} />
      ))}
      <dt>{t('loan.by')}</dt>
      <dd><span translate="no">{check.doneBy}</span> {check.doneAt == null ? '' : formatInstant(check.doneAt)} {check.plan === '' ? '' : t('check.plan.of', { plan: listName(t, check.plan) })}</dd>
    </dl>
  );
}

function FindingLine({ title, result, odd, note }: { title: string; result: string; odd: boolean; note: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd><span className={odd ? styles['late'] : undefined}>{result}</span> <span translate="no">{note}</span></dd>
    </>
  );
}

function FileLine({ title, name, hash }: { title: string; name: string; hash: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd><span translate="no">{name}</span> <code translate="no">sha256:{hash}</code></dd>
    </>
  );
}

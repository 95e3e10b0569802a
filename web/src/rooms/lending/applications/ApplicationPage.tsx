import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useApplication } from '../../../api/origination';
import type { ApplicationDetail } from '../../../api/originationTypes';
import { formatDate, formatInstant } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { PromisesPanel } from '../promises/PromisesPanel';
import { PapersPanel } from '../portal/PapersPanel';
import styles from '../Lending.module.css';
import { PapersButton } from '../papers/PapersButton';
import { AssessmentPanel } from './AssessmentPanel';
import { ExceptionDialog } from './ExceptionDialog';
import { FormPanel } from './FormPanel';
import { StepDialog } from './StepDialog';
import { toneOf } from './tones';
import { useAutosave } from './useAutosave';

/** One application: its form that keeps itself, its assessments, its resolution, its steps. */
export default function ApplicationPage() {
  const t = useT();
  const { id = '' } = useParams();
  const found = useApplication(id);
  if (found.data === undefined) {
    return found.isError ? <><Link to="/lending/applications">← {t('application.title')}</Link><Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={14} />;
  }
  return <Opened key={`${id} ${found.data.row.state}`} detail={found.data} />;
}

function Opened({ detail }: { detail: ApplicationDetail }) {
  const t = useT();
  const { row, resolution } = detail;
  const [act, setAct] = useState<string | null>(null);
  const save = useAutosave(detail);
  const open = row.state === 'draft' || row.state === 'returned';
  const mine = useMay('lending.application.step');
  const review = useMay('lending.review.step');
  const decide = useMay('lending.resolution.make');
  const except = useMay('lending.exception.grant') && open && detail.assessments[0]?.result.pledge !== undefined;
  const [excepting, setExcepting] = useState(false);
  const may = (one: string) => (one === 'decide' ? decide && detail.assessments[0]?.snapshot === row.snapshot : one === 'assess' || one === 'return' ? review : mine);
  const primary = row.state === 'in_review' ? 'decide' : row.state === 'submitted' ? 'assess' : 'submit';
  const kept = save.state === 'saved' ? t('application.saved', { version: save.version }) : t(save.state === 'saving' ? 'application.saving' : 'application.unsaved');
  return (
    <>
      <PageHead
        title={row.firmName === '' ? row.number : row.firmName}
        back={<Link to="/lending/applications">← {t('application.title')}</Link>}
        state={<><span translate="no">{row.number}</span> · <StateMark tone={toneOf(row)}>{row.outcome === '' ? row.stateTitle : t(`applicationOutcome.${row.outcome}`)}</StateMark>{row.waits !== '' && ` · ${t('application.waits')}：${t(`waits.${row.waits}`)}`}{open && <span role="status"> · {kept}</span>}</>}
        actions={<><UnitSwitch /><PapersButton about="loan_application" id={row.id} name={row.number} />{except && <Button disabled={save.standing !== null} onClick={() => setExcepting(true)}>{t('pledgeRate.ask')}</Button>}{[...detail.acts].reverse().filter(may).map(one => <Button key={one} {...(one === primary ? { type: 'primary' as const } : {})} danger={one === 'withdraw'} disabled={save.standing !== null} onClick={() => setAct(one)}>{t.code('act', one)}</Button>)}</>}
      />
      <div className={styles['stack']}>
        {detail.asked.length > 0 && <Alert type="warning" showIcon message={t('application.asked')} description={detail.asked.map(item => <div key={item}>{item}</div>)} />}
        {resolution !== null && (
          <Panel title={<>{t('resolution.title')} <StateMark tone={resolution.outcome === 'refused' ? 'red' : 'green'}>{t(`applicationOutcome.${resolution.outcome}`)}</StateMark></>} note={`${formatDate(resolution.on)} · ${t.code('person', resolution.by)}`}>
            <dl className={styles['facts']}>
              {resolution.amount !== null && <><dt>{t('resolution.granted')}</dt><dd><Amount value={resolution.amount} /></dd></>}
              {resolution.expiresOn !== null && <><dt>{t('resolution.expires')}</dt><dd>{formatDate(resolution.expiresOn)}</dd></>}
              {[...resolution.conditions, ...resolution.reasons].length > 0 && <><dt>{t(resolution.outcome === 'refused' ? 'match.why' : 'product.conditions')}</dt><dd>{[...resolution.conditions, ...resolution.reasons].map(line => <div key={line}>{line}</div>)}</dd></>}
              {resolution.note !== '' && <><dt>{t('application.note')}</dt><dd>{resolution.note}</dd></>}
            </dl>
          </Panel>
        )}
        {detail.assessments.map(assessment => <AssessmentPanel key={assessment.n} id={row.id} assessment={assessment} />)}
        <FormPanel save={save} open={open} />
        <PromisesPanel save={save} open={open} frozen={detail.snapshot?.facts} />
        <PapersPanel firm={row.firmId ?? ''} subject={{ kind: 'loan_application', id: row.id }} />
        {detail.steps.length > 0 && (
          <Panel title={t('application.steps')} note={detail.snapshot === null ? undefined : <>{t('application.snapshot', { n: detail.snapshot.n })} <code translate="no">sha256:{detail.snapshot.hash.slice(0, 16)}</code></>}>
            <ol className={styles['steps']}>
              {detail.steps.map(step => (
                <li key={step.n}>
                  <div className={styles['stepHead']}><strong>{step.title}</strong><span>{formatInstant(step.at)} · {t.code('person', step.by)}</span></div>
                  <div className={styles['stepNote']}>{[step.note, ...step.items].filter(text => text !== '').join('\n')}</div>
                </li>
              ))}
            </ol>
          </Panel>
        )}
      </div>
      {excepting && <ExceptionDialog detail={detail} version={save.flush} onClose={() => setExcepting(false)} />}
      {act !== null && <StepDialog key={act} detail={detail} act={act} version={save.flush} onClose={() => setAct(null)} />}
    </>
  );
}

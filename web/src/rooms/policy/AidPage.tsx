import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { aidVerbs, useAid } from '../../api/policy';
import { formatDate } from '../../format';
import { Amount } from '../../shell/Amount';
import { Failure } from '../../shell/Failure';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { StateMark } from '../../shell/StateMark';
import { UnitSwitch } from '../../shell/UnitSwitch';
import { useT } from '../../words';
import { Figures } from '../payments/Figures';
import styles from '../valuation/Valuation.module.css';
import { AidAccount } from './Account';
import { DraftFacts } from './AidForm';
import { MoveDialog } from './MoveDialog';
import { schemePath } from './SchemesPage';
import { StepsPanel } from './StepsPanel';
import { PapersPanel } from '../lending/portal/PapersPanel';
import { aidTones } from './tones';
import { useInUnit } from './useInUnit';

/** An application: how much and why, what may be done next, what was done. */
export default function AidPage() {
  const t = useT();
  const inUnit = useInUnit();
  const { id = '' } = useParams();
  const [move, setMove] = useState<string | null>(null);
  const [revising, setRevising] = useState(false);
  const found = useAid(id);
  const back = <Link to="/policy/applications">← {t('aid.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  const { row, result, steps, next } = found.data;
  // Scaling is done for the whole pool at once, not here.
  const open = (row.state === 'draft' || row.state === 'returned') && next.includes('submitted');
  const moves = next.filter(state => aidVerbs[state] !== undefined);
  return (
    <>
      <PageHead
        title={row.firmName}
        named
        back={back}
        state={<><StateMark tone={aidTones[row.state] ?? 'grey'}>{t.code('aidState', row.state)}</StateMark> · <Link to={schemePath({ kind: 'subsidy', code: row.scheme })}>{row.schemeTitle}</Link> · {row.year}{row.byFirm && row.state !== 'draft' && <> · <StateMark tone="blue">{t('firmAid.from')}</StateMark></>} · {t('aid.subject')} {t.code('aidSubject', row.subjectKind)} <code>{row.subjectId}</code></>}
        actions={<><UnitSwitch />{open && <Button onClick={() => setRevising(true)}>{t('aid.facts.change')}</Button>}{moves.map(state => <Button key={state} type={['refused', 'returned', 'withdrawn'].includes(state) ? 'default' : 'primary'} onClick={() => setMove(state)}>{t.code('aidMove', state)}</Button>)}</>}
      />
      <Figures
        figures={[
          { label: inUnit('aid.asked'), value: row.asked === null ? t('shell.unknown') : <Amount value={row.asked} /> },
          { label: inUnit('aid.approved'), value: row.approved === null ? t('shell.none') : <Amount value={row.approved} />, note: row.approvedNo === null ? undefined : t('aid.order', { n: row.approvedNo }) },
          { label: inUnit('aid.scaled'), value: row.scaled === null ? t('shell.none') : <Amount value={row.scaled} /> },
          { label: inUnit('aid.paid'), value: <Amount value={row.paid} /> },
          { label: inUnit('aid.clawed'), value: <Amount value={row.clawed} /> },
          { label: t('aid.public'), value: row.publicUntil === null ? t('shell.none') : formatDate(row.publicUntil) },
        ]}
      />
      <div className={styles['stack']}>
        {revising && open && <DraftFacts key={row.version} detail={found.data} onDone={() => setRevising(false)} />}
        <AidAccount result={result} />
        <PapersPanel firm={row.firmId ?? ''} subject={{ kind: 'application', id: row.id }} />
        <StepsPanel steps={steps} of="aid" />
      </div>
      {move !== null && <MoveDialog row={row} state={move} onClose={() => setMove(null)} />}
    </>
  );
}

import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { moveClaim, useClaim } from '../../api/policy';
import type { ClaimRow } from '../../api/policyTypes';
import { formatDate, parseMoney } from '../../format';
import { Amount } from '../../shell/Amount';
import { DayField } from '../../shell/DayField';
import { Failure } from '../../shell/Failure';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { StateMark } from '../../shell/StateMark';
import { UnitSwitch } from '../../shell/UnitSwitch';
import { useWriting } from '../../shell/useWriting';
import { useT } from '../../words';
import { Field, OtherFindings } from '../ledger/FieldNotes';
import { Figures } from '../payments/Figures';
import { today } from '../today';
import styles from '../valuation/Valuation.module.css';
import { ShareAccount } from './Account';
import { fundKeys } from './FundDialogs';
import { StepsPanel } from './StepsPanel';
import { claimTones } from './tones';
import { useInUnit } from './useInUnit';

type Verb = 'approve' | 'refuse' | 'pay' | 'recover';

const verbs: Readonly<Record<string, readonly Verb[]>> = { submitted: ['refuse', 'approve'], approved: ['pay'], paid: ['recover'], refused: [] };

/** A claim on a fund: who bears what and why, what was paid, and what came back. */
export default function ClaimPage() {
  const t = useT();
  const inUnit = useInUnit();
  const { id = '' } = useParams();
  const [verb, setVerb] = useState<Verb | null>(null);
  const found = useClaim(id);
  if (found.data === undefined) {
    return found.isError ? <><Link to="/policy/funds">← {t('funds.title')}</Link><Failure reason={found.error} onRetry={() => void found.refetch()} /></> : <PageSkeleton rows={12} />;
  }
  const { row, result, steps } = found.data;
  return (
    <>
      <PageHead
        title={row.firmName}
        named
        back={<Link to={`/policy/funds/${row.fundId}`}>← {t('funds.funds')}</Link>}
        state={<><StateMark tone={claimTones[row.state] ?? 'grey'}>{t.code('claimState', row.state)}</StateMark> · {t('funds.loan')} <code>{row.subjectId}</code> · {t('claims.filed')} {formatDate(row.filedOn)}{row.dueOn !== null && <> · {t('claims.due')} {formatDate(row.dueOn)}</>}</>}
        actions={<><UnitSwitch />{(verbs[row.state] ?? []).map(one => <Button key={one} type={one === 'refuse' ? 'default' : 'primary'} onClick={() => setVerb(one)}>{t(`claimMove.${one}`)}</Button>)}</>}
      />
      <Figures
        figures={[
          { label: inUnit('claims.loss'), value: row.loss === null ? t('shell.unknown') : <Amount value={row.loss} /> },
          { label: inUnit('claims.part'), value: row.fromFund === null ? t('shell.unknown') : <Amount value={row.fromFund} /> },
          { label: inUnit('funds.returned'), value: <Amount value={row.returned} /> },
        ]}
      />
      <div className={styles['stack']}>
        <ShareAccount result={result} />
        <StepsPanel steps={steps} of="claim" />
      </div>
      {verb !== null && <ClaimMove row={row} verb={verb} onClose={() => setVerb(null)} />}
    </>
  );
}

function ClaimMove({ row, verb, onClose }: { row: ClaimRow; verb: Verb; onClose: () => void }) {
  const t = useT();
  const write = useWriting(fundKeys, onClose);
  const [day, setDay] = useState(today());
  const [note, setNote] = useState('');
  const [gross, setGross] = useState('');
  const [costs, setCosts] = useState('0');
  const ready = (verb !== 'refuse' || note.trim() !== '') && (verb !== 'recover' || gross.trim() !== '');
  const save = async () => {
    const money = verb === 'recover' ? { gross: parseMoney(gross) ?? gross, costs: parseMoney(costs) ?? costs } : {};
    if (await write.run(() => moveClaim(row.id, verb, { from: row.version, day, note: note.trim(), ...money }), () => t('aid.move.done'))) onClose();
  };
  return (
    <Modal open title={t(`claimMove.${verb}`)} okText={t(`claimMove.${verb}`)} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical" component="div">
        <OtherFindings findings={write.findings} fields={['day', 'note', 'gross', 'costs']} />
        <Field label={t('aid.day')} id="claim-move-day" name="day" findings={write.findings}><DayField id="claim-move-day" value={day} max={today()} clearable={false} onChange={setDay} /></Field>
        {verb === 'recover' && (
          <>
            <Field label={t('claims.gross')} id="claim-gross" name="gross" findings={write.findings} extra={t('claims.gross.note')}><Input id="claim-gross" inputMode="decimal" value={gross} onChange={event => setGross(event.target.value)} /></Field>
            <Field label={t('claims.costs')} id="claim-costs" name="costs" findings={write.findings}><Input id="claim-costs" inputMode="decimal" value={costs} onChange={event => setCosts(event.target.value)} /></Field>
          </>
        )}
        <Field label={t('aid.note')} id="claim-move-note" name="note" findings={write.findings}><Input.TextArea id="claim-move-note" rows={2} maxLength={500} value={note} onChange={event => setNote(event.target.value)} /></Field>
      </Form>
    </Modal>
  );
}

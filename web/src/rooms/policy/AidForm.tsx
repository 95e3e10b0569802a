import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { draftAid, policyKeys, reviseAid, useScheme, useSchemes } from '../../api/policy';
import type { AidDetail, SchemeDetail } from '../../api/policyTypes';
import { useFirm } from '../../api/rightQueries';
import { Failure } from '../../shell/Failure';
import { PageHead } from '../../shell/PageHead';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { Panel } from '../../shell/Panel';
import { useAddress } from '../../shell/useAddress';
import { useWriting } from '../../shell/useWriting';
import { useT } from '../../words';
import { Field, OtherFindings } from '../ledger/FieldNotes';
import { today } from '../today';
import { FirmPicker } from '../valuation/FirmPicker';
import styles from '../valuation/Valuation.module.css';
import { FactField } from './FactField';
import { flat, stated, type Typed } from './facts';

const rest = { scheme: '', firm: '' };
const kinds = ['loan', 'policy', 'appraisal', 'bond'] as const;

/** A new application for aid: which scheme and year, who asks, for what, on which facts. */
export default function NewAidPage() {
  const t = useT();
  const navigate = useNavigate();
  const [address, change] = useAddress(rest);
  const schemes = useSchemes();
  const firm = useFirm(address.firm);
  const write = useWriting([policyKeys, ['evidence']]);
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const [typedName, setName] = useState('');
  const [typedCode, setCode] = useState('');
  const [kind, setKind] = useState<string>('loan');
  const [subject, setSubject] = useState('');
  const [typed, setTyped] = useState<Typed>({});
  const known = address.firm === '' ? undefined : firm.data?.firm;
  const [name, code] = [known?.name ?? typedName, known?.code ?? typedCode];
  const options = (schemes.data?.rows ?? []).filter(row => row.kind === 'subsidy').map(row => ({ value: row.code, label: row.title }));
  const ready = address.scheme !== '' && name.trim() !== '' && code.trim() !== '' && subject.trim() !== '';
  const save = (scheme: SchemeDetail) => void write.run(async () => {
    const made = await draftAid({ scheme: scheme.row.code, year, firmCode: code.trim(), firmName: name.trim(), firmId: known?.id ?? null, subjectKind: kind, subjectId: subject.trim(), facts: stated(scheme.facts.filter(fact => fact.used), typed) });
    void navigate(`/policy/applications/${made.row.id}`);
    return made;
  }, () => t('aid.new.done'));
  return (
    <>
      <PageHead title={t('aid.new')} back={<Link to="/policy/applications">← {t('aid.title')}</Link>} state={t('aid.new.note')} />
      {schemes.isError && <Failure reason={schemes.error} onRetry={() => void schemes.refetch()} />}
      <div className={styles['stack']}>
        <Panel title={t('aid.who')}>
          <Form layout="vertical" component="div">
            <OtherFindings findings={write.findings} fields={['scheme', 'year', 'firmCode', 'firmName', 'subjectId', 'firmId']} />
            <div className={styles['grid']}>
              <Field label={t('policy.name')} id="aid-scheme" name="scheme" findings={write.findings}>
                <Select id="aid-scheme" showSearch optionFilterProp="label" loading={schemes.isPending} value={address.scheme === '' ? null : address.scheme} placeholder={t('aid.scheme.choose')} onChange={scheme => change({ scheme })} options={options} />
              </Field>
              <Field label={t('aid.year')} id="aid-year" name="year" findings={write.findings}><InputNumber id="aid-year" min={1990} max={2199} precision={0} value={year} onChange={next => setYear(next ?? year)} /></Field>
              <Field label={t('aid.firm.register')} id="aid-firm" name="firmId" findings={write.findings}><FirmPicker id="aid-firm" value={address.firm} onChange={next => change({ firm: next })} placeholder={t('aid.firm.register')} /></Field>
              <Field label={t('aid.firm.name')} id="aid-name" name="firmName" findings={write.findings}><Input id="aid-name" value={name} disabled={known !== undefined} onChange={event => setName(event.target.value)} /></Field>
              <Field label={t('aid.firm.code')} id="aid-code" name="firmCode" findings={write.findings}><Input id="aid-code" value={code} disabled={known !== undefined} maxLength={18} onChange={event => setCode(event.target.value)} /></Field>
              <Form.Item label={t('aid.subject.kind')} htmlFor="aid-kind"><Select id="aid-kind" value={kind} onChange={setKind} options={kinds.map(value => ({ value: value as string, label: t(`aidSubject.${value}`) }))} /></Form.Item>
              <Field label={t('aid.subject.id')} id="aid-subject" name="subjectId" findings={write.findings} extra={t('aid.subject.note')}><Input id="aid-subject" value={subject} maxLength={120} onChange={event => setSubject(event.target.value)} /></Field>
            </div>
          </Form>
        </Panel>
        {address.scheme !== '' && <SchemeFacts code={address.scheme} typed={typed} onTyped={setTyped} button={scheme => <Button type="primary" loading={write.busy} disabled={!ready} onClick={() => save(scheme)}>{t('aid.new.save')}</Button>} />}
      </div>
    </>
  );
}

/** Other facts of a draft. */
export function DraftFacts({ detail, onDone }: { detail: AidDetail; onDone: () => void }) {
  const t = useT();
  const write = useWriting([policyKeys, ['evidence']]);
  const [typed, setTyped] = useState<Typed>(() => flat(detail.facts.facts));
  const save = async (scheme: SchemeDetail) => {
    if (await write.run(() => reviseAid(detail.row.id, detail.row.version, changed(detail.facts.facts, stated(scheme.facts.filter(fact => fact.used), typed))), () => t('aid.move.done'))) onDone();
  };
  return (
    <>
      <OtherFindings findings={write.findings} fields={[]} />
      <SchemeFacts code={detail.row.scheme} typed={typed} onTyped={setTyped} button={scheme => <><Button type="primary" loading={write.busy} onClick={() => void save(scheme)}>{t('aid.facts.save')}</Button> <Button onClick={onDone}>{t('shell.cancel')}</Button></>} />
    </>
  );
}

/** A fact that was not touched keeps the source and the day it came with. */
function changed(before: Readonly<Record<string, unknown>>, now: Record<string, string>): Record<string, unknown> {
  const stood = flat(before);
  const whole = (facts: Readonly<Record<string, unknown>>, under = ''): [string, unknown][] => Object.entries(facts).flatMap(([key, value]) => {
    const name = under === '' ? key : `${under}.${key}`;
    return typeof value === 'object' && value !== null && !('value' in value) ? whole(value as Record<string, unknown>, name) : [[name, value] as [string, unknown]];
  });
  const said = Object.fromEntries(whole(before));
  return Object.fromEntries(Object.entries(now).map(([name, value]) => [name, stood[name] === value ? said[name] : value]));
}

function SchemeFacts({ code, typed, onTyped, button }: { code: string; typed: Typed; onTyped: (next: Typed) => void; button: (scheme: SchemeDetail) => React.ReactNode }) {
  const t = useT();
  const found = useScheme('subsidy', code);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <PageSkeleton rows={4} />;
  const scheme = found.data;
  return (
    <Panel title={t('aid.facts')} note={t('policy.calculator.note')}>
      <Form layout="vertical" component="div">
        <div className={styles['grid']}>
          {scheme.facts.filter(fact => fact.used && fact.name !== 'application.filed').map(fact => <FactField key={fact.name} fact={fact} value={typed[fact.name] ?? ''} onChange={next => onTyped({ ...typed, [fact.name]: next })} />)}
        </div>
        {button(scheme)}
      </Form>
    </Panel>
  );
}

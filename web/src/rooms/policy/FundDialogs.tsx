import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { endFiling, fileLoan, makeClaim, openFund, policyKeys, suspendFund, useScheme, useSchemes } from '../../api/policy';
import type { FilingRow, FundRow } from '../../api/policyTypes';
import { useFirm } from '../../api/rightQueries';
import { parseMoney } from '../../format';
import { DayField } from '../../shell/DayField';
import { useWriting } from '../../shell/useWriting';
import { useT } from '../../words';
import { Field, OtherFindings } from '../ledger/FieldNotes';
import { today } from '../today';
import { FirmPicker } from '../valuation/FirmPicker';
import styles from '../valuation/Valuation.module.css';
import { FactField } from './FactField';
import { stated, type Typed } from './facts';

export const fundKeys = [policyKeys, ['evidence'], ['approvals'], ['ledger']];

/** A fund under a scheme of sharing; its book is opened with what was paid in. */
export function OpenFundDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const write = useWriting(fundKeys, onClose);
  const schemes = useSchemes();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [scheme, setScheme] = useState('');
  const [party, setParty] = useState('fund');
  const [size, setSize] = useState('');
  const [day, setDay] = useState(today());
  const save = async () => {
    if (await write.run(() => openFund({ code: code.trim(), name: name.trim(), scheme, party: party.trim(), size: parseMoney(size) ?? size, openedOn: day }), made => made.name)) onClose();
  };
  return (
    <Modal open title={t('funds.open')} okText={t('funds.open')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: code.trim() === '' || name.trim() === '' || scheme === '' || size.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical" component="div">
        <OtherFindings findings={write.findings} fields={['code', 'name', 'scheme', 'party', 'size', 'openedOn']} />
        <Field label={t('funds.code')} id="fund-code" name="code" findings={write.findings}><Input id="fund-code" maxLength={40} value={code} onChange={event => setCode(event.target.value)} /></Field>
        <Field label={t('funds.name')} id="fund-name" name="name" findings={write.findings}><Input id="fund-name" maxLength={200} value={name} onChange={event => setName(event.target.value)} /></Field>
        <Field label={t('funds.scheme')} id="fund-scheme" name="scheme" findings={write.findings}><Select id="fund-scheme" showSearch optionFilterProp="label" value={scheme === '' ? null : scheme} onChange={setScheme} options={(schemes.data?.rows ?? []).filter(one => one.kind === 'share').map(one => ({ value: one.code, label: one.title }))} /></Field>
        <Field label={t('funds.party')} id="fund-party" name="party" findings={write.findings} extra={t('funds.party.note')}><Input id="fund-party" value={party} onChange={event => setParty(event.target.value)} /></Field>
        <Field label={t('funds.size.yuan')} id="fund-size" name="size" findings={write.findings}><Input id="fund-size" inputMode="decimal" placeholder="3000万" value={size} onChange={event => setSize(event.target.value)} /></Field>
        <Field label={t('funds.opened')} id="fund-day" name="openedOn" findings={write.findings}><DayField id="fund-day" value={day} max={today()} clearable={false} onChange={setDay} /></Field>
      </Form>
    </Modal>
  );
}

/** A loan filed with the fund. */
export function FilingDialog({ fund, onClose }: { fund: FundRow; onClose: () => void }) {
  const t = useT();
  const write = useWriting(fundKeys, onClose);
  const [firm, setFirm] = useState('');
  const known = useFirm(firm);
  const [typedName, setName] = useState('');
  const [typedCode, setCode] = useState('');
  const [subject, setSubject] = useState('');
  const [bank, setBank] = useState('');
  const [principal, setPrincipal] = useState('');
  const [filed, setFiled] = useState(today());
  const [ends, setEnds] = useState('');
  const found = firm === '' ? undefined : known.data?.firm;
  const [name, code] = [found?.name ?? typedName, found?.code ?? typedCode];
  const ready = [name, code, subject, bank, principal, ends].every(value => value.trim() !== '');
  const save = async () => {
    if (await write.run(() => fileLoan(fund.id, { subjectKind: 'loan', subjectId: subject.trim(), firmCode: code.trim(), firmName: name.trim(), bankName: bank.trim(), principal: parseMoney(principal) ?? principal, filedOn: filed, endsOn: ends }), () => t('funds.file.done'))) onClose();
  };
  return (
    <Modal open title={t('funds.file')} okText={t('funds.file')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void save()} onCancel={onClose} width={640}>
      <Form layout="vertical" component="div">
        <OtherFindings findings={write.findings} fields={['firmName', 'firmCode', 'subjectId', 'bankName', 'principal', 'filedOn', 'endsOn']} />
        <div className={styles['grid']}>
          <Form.Item label={t('aid.firm.register')} htmlFor="file-firm"><FirmPicker id="file-firm" value={firm} onChange={setFirm} placeholder={t('aid.firm.register')} /></Form.Item>
          <Field label={t('aid.firm.name')} id="file-name" name="firmName" findings={write.findings}><Input id="file-name" disabled={found !== undefined} value={name} onChange={event => setName(event.target.value)} /></Field>
          <Field label={t('aid.firm.code')} id="file-code" name="firmCode" findings={write.findings}><Input id="file-code" disabled={found !== undefined} maxLength={18} value={code} onChange={event => setCode(event.target.value)} /></Field>
          <Field label={t('funds.loan')} id="file-loan" name="subjectId" findings={write.findings}><Input id="file-loan" maxLength={120} value={subject} onChange={event => setSubject(event.target.value)} /></Field>
          <Field label={t('funds.bank')} id="file-bank" name="bankName" findings={write.findings}><Input id="file-bank" maxLength={200} value={bank} onChange={event => setBank(event.target.value)} /></Field>
          <Field label={t('funds.principal')} id="file-principal" name="principal" findings={write.findings}><Input id="file-principal" inputMode="decimal" placeholder="300万" value={principal} onChange={event => setPrincipal(event.target.value)} /></Field>
          <Field label={t('funds.filed')} id="file-filed" name="filedOn" findings={write.findings}><DayField id="file-filed" value={filed} max={today()} clearable={false} onChange={setFiled} /></Field>
          <Field label={t('funds.ends')} id="file-ends" name="endsOn" findings={write.findings}><DayField id="file-ends" value={ends} min={filed} onChange={setEnds} /></Field>
        </div>
      </Form>
    </Modal>
  );
}

/** A reason, for what is done with one: the suspension of a fund, the end of a filing. */
export function ReasonDialog({ title, run, onClose }: { title: string; run: (reason: string) => Promise<unknown>; onClose: () => void }) {
  const t = useT();
  const write = useWriting(fundKeys, onClose);
  const [reason, setReason] = useState('');
  const save = async () => {
    if (await write.run(() => run(reason.trim()), () => t('aid.move.done'))) onClose();
  };
  return (
    <Modal open title={title} okText={title} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical" component="div">
        <OtherFindings findings={write.findings} fields={['reason']} />
        <Field label={t('funds.reason')} id="fund-reason" name="reason" findings={write.findings}><Input.TextArea id="fund-reason" rows={2} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} /></Field>
      </Form>
    </Modal>
  );
}

export const suspending = (fund: FundRow) => (reason: string) => suspendFund(fund.id, fund.version, fund.state === 'open', reason);
export const ending = (filing: FilingRow) => (reason: string) => endFiling(filing.id, filing.version, reason);

/** A claim for the loss of a filed loan: only what the fund's book does not know is asked. */
export function ClaimDialog({ fund, filing, onClose }: { fund: FundRow; filing: FilingRow; onClose: () => void }) {
  const t = useT();
  const write = useWriting(fundKeys, onClose);
  const scheme = useScheme('share', fund.scheme);
  const [typed, setTyped] = useState<Typed>({});
  const [day, setDay] = useState(today());
  const [due, setDue] = useState('');
  const [note, setNote] = useState('');
  const facts = (scheme.data?.facts ?? []).filter(fact => fact.used && !fact.name.startsWith('fund.') && !fact.name.startsWith('recovery.'));
  const save = async () => {
    if (await write.run(() => makeClaim(fund.id, { filingId: filing.id, filedOn: day, facts: stated(facts, typed), note: note.trim(), dueOn: due === '' ? null : due }), () => t('claims.made'))) onClose();
  };
  return (
    <Modal open title={t('claims.make')} okText={t('claims.make')} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose} width={640}>
      <p><span translate="no">{filing.firmName} · {filing.subjectId}</span> · {t('claims.note')}</p>
      <Form layout="vertical" component="div">
        <OtherFindings findings={write.findings} fields={['filedOn', 'dueOn', 'note']} />
        <div className={styles['grid']}>
          {facts.map(fact => <FactField key={fact.name} fact={fact} value={typed[fact.name] ?? ''} onChange={next => setTyped(before => ({ ...before, [fact.name]: next }))} />)}
          <Field label={t('aid.day')} id="claim-day" name="filedOn" findings={write.findings}><DayField id="claim-day" value={day} max={today()} clearable={false} onChange={setDay} /></Field>
          <Field label={t('claims.due')} id="claim-due" name="dueOn" findings={write.findings}><DayField id="claim-due" value={due} min={day} onChange={setDue} /></Field>
        </div>
        <Field label={t('aid.note')} id="claim-note" name="note" findings={write.findings}><Input.TextArea id="claim-note" rows={2} maxLength={500} value={note} onChange={event => setNote(event.target.value)} /></Field>
      </Form>
    </Modal>
  );
}

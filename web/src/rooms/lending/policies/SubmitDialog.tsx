import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { policyKeys, savePolicy } from '../../../api/creditPolicies';
import type { PolicyExamined } from '../../../api/creditPolicyTypes';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { applyEdits, bare, editsOf, nodeAt, type Terms, textOf, word } from '../../securitization/terms/document';
import { today } from '../../today';
import { shown } from './policyTree';

interface Props {
  terms: Terms;
  code: string;
  from: number;
  examined: PolicyExamined;
  replayed: number | null;
  onText: (text: string) => void;
  onDone: () => void;
  onClose: () => void;
}

/** The version with its number, its first day and the reason, put up for a second person. */
export function SubmitDialog({ terms, code, from, examined, replayed, onText, onDone, onClose }: Props) {
  const t = useT();
  const write = useWriting([policyKeys, ['evidence'], ['approvals']], onDone);
  const [version, setVersion] = useState(textOf(terms.root, 'version'));
  const [day, setDay] = useState(shown(nodeAt(terms.root, ['effective', 'from'])) || today());
  const [reason, setReason] = useState('');
  const save = async () => {
    const effective = nodeAt(terms.root, ['effective']);
    const text = applyEdits(terms.text, editsOf(terms, [
      { path: ['version'], value: word(version.trim()) },
      { path: ['change'], value: word(reason.trim()) },
      effective?.kind === 'map' ? { path: ['effective', 'from'], value: bare(day) } : { path: ['effective'], value: { from: bare(day) } },
    ]));
    onText(text);
    if (await write.run(() => savePolicy({ code, from, text, reason: reason.trim() }), kept => t('policySubmit.kept', { version: kept.row.version }))) onDone();
  };
  return (
    <Modal open title={t('policySubmit.title')} okText={t('policySubmit.send')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: reason.trim() === '' || version.trim() === '' || day === '' }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{t('policySubmit.note')}</p>
      {examined.changes.length > 0 && <p>{t('policySubmit.changes', { count: examined.changes.length })}</p>}
      <Alert style={{ marginBottom: 12 }} showIcon type={replayed === null ? 'warning' : 'info'} message={replayed === null ? t('policySubmit.noReplay') : t('policySubmit.replayed', { count: replayed })} />
      <Form layout="vertical" component="div">
        <Form.Item label={t('policyEdit.version')} htmlFor="policy-submit-version"><Input id="policy-submit-version" value={version} onChange={event => setVersion(event.target.value)} /></Form.Item>
        <Form.Item label={t('policyEdit.effectiveFrom')} htmlFor="policy-submit-day"><DayField id="policy-submit-day" value={day} min={today()} clearable={false} onChange={setDay} /></Form.Item>
        <Form.Item label={t('policySubmit.reason')} htmlFor="policy-submit-reason" required><Input.TextArea id="policy-submit-reason" rows={3} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} /></Form.Item>
      </Form>
      {write.findings.length > 0 && <Alert type="error" showIcon message={write.findings.map(one => <div key={`${one.code}${one.path}`}>{one.message}：{one.path} {one.found} → {one.expected} {one.code}</div>)} />}
    </Modal>
  );
}

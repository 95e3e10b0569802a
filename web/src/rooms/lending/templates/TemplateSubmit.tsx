import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { saveTemplate, type TemplateExamined, templateKeys } from '../../../api/paperTemplates';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { applyEdits, bare, editsOf, nodeAt, type Terms, textOf, word } from '../../securitization/terms/document';
import { today } from '../../today';
import { shown } from '../policies/policyTree';

interface Props {
  terms: Terms;
  code: string;
  from: number;
  examined: TemplateExamined;
  onText: (text: string) => void;
  onDone: () => void;
  onClose: () => void;
}

/** The version with its number, its days and the reason, put up for a second person. */
export function TemplateSubmit({ terms, code, from, examined, onText, onDone, onClose }: Props) {
  const t = useT();
  const write = useWriting([templateKeys, ['papers'], ['evidence'], ['approvals']], onDone);
  const [version, setVersion] = useState(textOf(terms.root, 'version'));
  const [day, setDay] = useState(shown(nodeAt(terms.root, ['effective', 'from'])) || today());
  const [until, setUntil] = useState(shown(nodeAt(terms.root, ['effective', 'until'])));
  const [reason, setReason] = useState('');
  const save = async () => {
    const text = applyEdits(terms.text, editsOf(terms, [
      { path: ['version'], value: word(version.trim()) },
      { path: ['effective'], value: until === '' ? { from: bare(day) } : { from: bare(day), until: bare(until) } },
    ]));
    onText(text);
    if (await write.run(() => saveTemplate({ code, from, text, reason: reason.trim() }), kept => t('policySubmit.kept', { version: kept.row.version }))) onDone();
  };
  return (
    <Modal open title={t('policySubmit.title')} okText={t('policySubmit.send')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: reason.trim() === '' || version.trim() === '' || day === '' }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{t('template.submit.note')}</p>
      {examined.changes.length > 0 && <p>{t('policySubmit.changes', { count: examined.changes.length })}</p>}
      <Form layout="vertical" component="div">
        <Form.Item label={t('policyEdit.version')} htmlFor="template-submit-version"><Input id="template-submit-version" value={version} onChange={event => setVersion(event.target.value)} /></Form.Item>
        <Form.Item label={t('policyEdit.effectiveFrom')} htmlFor="template-submit-day"><DayField id="template-submit-day" value={day} min={today()} clearable={false} onChange={setDay} /></Form.Item>
        <Form.Item label={t('template.submit.until')} htmlFor="template-submit-until"><DayField id="template-submit-until" value={until} min={day} onChange={setUntil} /></Form.Item>
        <Form.Item label={t('policySubmit.reason')} htmlFor="template-submit-reason" required><Input.TextArea id="template-submit-reason" rows={3} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} /></Form.Item>
      </Form>
      {write.findings.length > 0 && <Alert type="error" showIcon message={write.findings.map(one => <div key={`${one.code}${one.path}`}>{one.message}：{one.path} {one.found} → {one.expected} {one.code}</div>)} />}
    </Modal>
  );
}

import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { saveRubric } from '../../../api/scores';
import type { RubricExamined } from '../../../api/scoreTypes';
import { valuationKeys } from '../../../api/valuationQueries';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { applyEdits, bare, editsOf, nodeAt, type Terms, textOf, word } from '../../securitization/terms/document';
import { today } from '../../today';

interface Props {
  terms: Terms;
  code: string;
  from: number;
  examined: RubricExamined;
  onText: (text: string) => void;
  onDone: () => void;
  onClose: () => void;
}

/** The draft with its version, its first day and the reason, put up for a second person. */
export function RubricSubmit({ terms, code, from, examined, onText, onDone, onClose }: Props) {
  const t = useT();
  const write = useWriting([valuationKeys, ['evidence'], ['approvals']], onDone);
  const effective = nodeAt(terms.root, ['effective']);
  const [version, setVersion] = useState(textOf(terms.root, 'version'));
  const [day, setDay] = useState(textOf(effective, 'from') || today());
  const [reason, setReason] = useState('');
  const save = async () => {
    const text = applyEdits(terms.text, editsOf(terms, [
      { path: ['version'], value: word(version.trim()) },
      effective?.kind === 'map' ? { path: ['effective', 'from'], value: bare(day) } : { path: ['effective'], value: { from: bare(day) } },
    ]));
    onText(text);
    if (await write.run(() => saveRubric(code, { from, text, reason: reason.trim() }), made => t('rubrics.saved', { version: made.row.version }))) onDone();
  };
  return (
    <Modal open title={t('rubrics.save')} okText={t('rubricEdit.send')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: reason.trim() === '' || version.trim() === '' || day === '' }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{t('rubrics.save.note')}</p>
      <p>{t('rubricEdit.changes', { count: examined.changes.length, version: examined.against ?? '—' })}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('version.number')} htmlFor="rubric-version"><Input id="rubric-version" value={version} onChange={event => setVersion(event.target.value)} /></Form.Item>
        <Form.Item label={t('rubricEdit.day')} htmlFor="rubric-day"><DayField id="rubric-day" value={day} min={today()} clearable={false} onChange={setDay} /></Form.Item>
        <Form.Item label={t('value.save.reason')} htmlFor="rubric-reason" required><Input.TextArea id="rubric-reason" rows={3} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} /></Form.Item>
      </Form>
      {write.findings.length > 0 && <Alert type="error" showIcon message={write.findings.map(one => <div key={`${one.code}${one.path}`}>{one.message} {one.found} → {one.expected} {one.code}</div>)} />}
    </Modal>
  );
}

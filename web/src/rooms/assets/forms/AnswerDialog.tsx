import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { answerQuestion } from '../../../api/rights';
import type { RightQuestion } from '../../../api/rightTypes';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { statedEffects } from '../codes';
import { useRightWrite } from '../useRightWrite';
import { capital } from '../capital';

/** A person says what an ambiguous event did, and on what that rests. */
export function AnswerDialog({ question, onClose }: { question: RightQuestion; onClose: () => void }) {
  const t = useT();
  const write = useRightWrite(onClose);
  const asksEffect = question.kind === 'ambiguous_event';
  const [effect, setEffect] = useState(asksEffect ? '' : 'none');
  const [note, setNote] = useState('');
  const save = async () => {
    const done = await write.run(() => answerQuestion(question.id, effect, note.trim()), () => t('question.done'));
    if (done) onClose();
  };
  return (
    <Modal open title={question.kindTitle} okText={t('right.question.answer')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: effect === '' || note.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <p>{question.text}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['effect', 'note']} />
        {asksEffect && (
          <Field label={t('question.effect')} id="question-effect" name="effect" findings={write.findings}>
            <Select id="question-effect" showSearch optionFilterProp="label" value={effect === '' ? undefined : effect} onChange={setEffect} options={statedEffects.map(value => ({ value, label: capital(t(`rightEffect.${value}`)) }))} />
          </Field>
        )}
        <Field label={t('question.note')} id="question-note" name="note" findings={write.findings} extra={t('question.note.help')}>
          <Input.TextArea id="question-note" rows={2} value={note} maxLength={500} onChange={event => setNote(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

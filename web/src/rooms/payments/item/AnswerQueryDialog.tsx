import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { answerQuery } from '../../../api/payments';
import type { Query } from '../../../api/paymentTypes';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePayWrite } from '../usePayWrite';

const answers = ['absent', 'pending', 'accepted', 'rejected'];

/** What the bank said to a question; that it is paid or came back only its own files can say. */
export function AnswerQueryDialog({ query, onClose }: { query: Query; onClose: () => void }) {
  const t = useT();
  const write = usePayWrite(onClose);
  const [answer, setAnswer] = useState('');
  const [note, setNote] = useState('');
  const tell = async () => {
    const done = await write.run(
      () => answerQuery(query.id, answer, note.trim()),
      () => t('pay.query.told'),
    );
    if (done) onClose();
  };
  return (
    <Modal open title={t('pay.query.tell')} okText={t('pay.query.tell')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: answer === '' || note.trim() === '' }} onOk={() => void tell()} onCancel={onClose}>
      <p className="soft">{t('pay.query.tell.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['answer', 'note']} />
        <Field label={t('pay.query.answer')} id="query-answer" name="answer" findings={write.findings}>
          <Radio.Group id="query-answer" value={answer} onChange={event => setAnswer(String(event.target.value))} options={answers.map(value => ({ value, label: t.code('paySaid', value) }))} />
        </Field>
        <Field label={t('pay.query.by')} id="query-note" name="note" findings={write.findings} extra={t('pay.query.by.help')}>
          <Input id="query-note" maxLength={300} value={note} onChange={event => setNote(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

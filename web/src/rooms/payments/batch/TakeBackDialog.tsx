import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { cancelBatch, reopenBatch } from '../../../api/payments';
import type { Batch } from '../../../api/paymentTypes';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePayWrite } from '../usePayWrite';
import { wasSent } from './actions';

interface Props {
  batch: Batch;
  how: 'reopen' | 'cancel';
  title: string;
  onClose: () => void;
}

/** Makes a batch not sent a draft again, gives up attempts that wait, or cancels it. */
export function TakeBackDialog({ batch, how, title, onClose }: Props) {
  const t = useT();
  const write = usePayWrite(onClose);
  const [note, setNote] = useState('');
  const take = async () => {
    const done = await write.run(
      () => (how === 'cancel' ? cancelBatch : reopenBatch)(batch.id, batch.version, note.trim()),
      () => t(`pay.${how}.done`),
    );
    if (done) onClose();
  };
  return (
    <Modal open title={title} okText={title} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ danger: how === 'cancel', disabled: note.trim() === '' }} onOk={() => void take()} onCancel={onClose}>
      <p className="soft">{t(how === 'cancel' ? 'pay.cancel.note' : wasSent(batch) ? 'pay.giveUp.note' : 'pay.reopen.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['note']} />
        <Field label={t('pay.reason')} id="take-note" name="note" findings={write.findings}>
          <Input id="take-note" maxLength={200} autoFocus value={note} onChange={event => setNote(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

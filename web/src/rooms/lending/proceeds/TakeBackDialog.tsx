import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { loanKeys } from '../../../api/loans';
import { takeBackProof, type ProceedsRow, type ProofView } from '../../../api/proceeds';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';

/** A proof that proves nothing after all; it stays on record with the reason. */
export function TakeBackDialog({ id, row, proof, onClose }: { id: string; row: ProceedsRow; proof: ProofView; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const [reason, setReason] = useState('');
  const save = async () => {
    if (await write.run(() => takeBackProof(id, row.n, proof.n, reason.trim()), () => t('proceeds.proof.back.done'))) onClose();
  };
  return (
    <Modal open title={`${t('proceeds.proof.back')} · ${proof.kindTitle} ${proof.number}`} okText={t('proceeds.proof.back')} okButtonProps={{ disabled: reason.trim() === '' }} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['reason']} />
        <Field label={t('proceeds.proof.back.reason')} id="back-reason" name="reason" findings={write.findings}>
          <Input.TextArea id="back-reason" autoSize={{ minRows: 2, maxRows: 5 }} value={reason} onChange={event => setReason(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

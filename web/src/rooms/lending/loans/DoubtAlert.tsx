import { Alert, Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { loanKeys, settleDoubt } from '../../../api/loans';
import type { LoanDetail } from '../../../api/loanShapes';
import { formatDate, formatMoney } from '../../../format';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';

type Doubt = LoanDetail['doubts'][number];

/** Money of a statement that may have been typed in before: a person says. */
export function DoubtAlert({ detail, doubt }: { detail: LoanDetail; doubt: Doubt }) {
  const t = useT();
  const may = useMay('lending.receipt.settle');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 10 }}
        message={t('receiptDoubt.title', { day: formatDate(doubt.day), amount: formatMoney(doubt.amount, 'yuan'), n: doubt.twin })}
        description={t('receiptDoubt.help')}
        action={may ? <Button size="small" onClick={() => setOpen(true)}>{t('receiptDoubt.settle')}</Button> : null}
      />
      {open && <DoubtDialog detail={detail} doubt={doubt} onClose={() => setOpen(false)} />}
    </>
  );
}

function DoubtDialog({ detail, doubt, onClose }: { detail: LoanDetail; doubt: Doubt; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const [given, setGiven] = useState({ outcome: 'same', note: '' });
  const save = async () => {
    if (await write.run(() => settleDoubt(detail.row.id, doubt.receiptId, { ...given, baseVersion: detail.row.version }), () => t('receiptDoubt.done'))) onClose();
  };
  return (
    <Modal open title={t('receiptDoubt.settle')} okText={t('receiptDoubt.settle')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: given.note.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['outcome', 'note']} />
        <Radio.Group value={given.outcome} onChange={event => setGiven(before => ({ ...before, outcome: String(event.target.value) }))} options={[{ value: 'same', label: t('receiptDoubt.same') }, { value: 'other', label: t('receiptDoubt.other') }]} style={{ marginBottom: 12 }} />
        <Field label={t('receiptDoubt.note')} id="doubt-note" name="note" findings={write.findings}>
          <Input.TextArea id="doubt-note" autoSize={{ minRows: 2, maxRows: 4 }} value={given.note} onChange={event => setGiven(before => ({ ...before, note: event.target.value }))} />
        </Field>
      </Form>
    </Modal>
  );
}

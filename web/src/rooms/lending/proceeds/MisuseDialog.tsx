import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { loanKeys } from '../../../api/loans';
import { findMisuse, type ProceedsRow } from '../../../api/proceeds';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { Lacking } from '../Lacking';

/** Money of a payment is not used as agreed: somebody has to see to it by a day. */
export function MisuseDialog({ id, row, onClose }: { id: string; row: ProceedsRow; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const [given, setGiven] = useState({ amount: row.paid, what: '', assigned: '', dueOn: '' });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const save = async () => {
    if (await write.run(() => findMisuse(id, row.n, { ...given, amount: given.amount.replaceAll(',', '').trim() }), () => t('proceeds.misuse.done'))) onClose();
  };
  return (
    <Modal open title={`${t('proceeds.misuse')} · ${row.payee}`} okText={t('proceeds.misuse')} okButtonProps={{ danger: true, disabled: given.what.trim() === '' || given.assigned.trim() === '' || given.dueOn === '' }} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['amount', 'what', 'assigned', 'dueOn']} />
        <Field label={t('proceeds.misuse.what')} id="misuse-what" name="what" findings={write.findings}>
          <Input.TextArea id="misuse-what" autoSize={{ minRows: 2, maxRows: 5 }} value={given.what} onChange={event => set({ what: event.target.value })} />
        </Field>
        <Field label={t('proceeds.misuse.amount')} id="misuse-amount" name="amount" findings={write.findings}>
          <Input id="misuse-amount" inputMode="decimal" value={given.amount} onChange={event => set({ amount: event.target.value })} />
        </Field>
        <Field label={t('check.assigned')} id="misuse-assigned" name="assigned" findings={write.findings}>
          <Input id="misuse-assigned" translate="no" value={given.assigned} onChange={event => set({ assigned: event.target.value })} />
        </Field>
        <Field label={t('check.demand.dueOn')} id="misuse-due" name="dueOn" findings={write.findings}>
          <DayField id="misuse-due" value={given.dueOn} min={today()} onChange={dueOn => set({ dueOn })} />
        </Field>
        <Lacking fields={[given.what.trim() === '' && t('proceeds.misuse.what'), given.assigned.trim() === '' && t('check.assigned'), given.dueOn === '' && t('check.demand.dueOn')]} />
      </Form>
    </Modal>
  );
}

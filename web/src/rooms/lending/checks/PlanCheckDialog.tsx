import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { planCheck, type CheckList } from '../../../api/checks';
import { loanKeys } from '../../../api/loans';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { Lacking } from '../Lacking';

/** Somebody asks for a look at a borrower. */
export function PlanCheckDialog({ list, onClose }: { list: CheckList; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const [given, setGiven] = useState({ dueOn: '', cause: '', assigned: '' });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const save = async () => {
    if (await write.run(() => planCheck(list.loanId, { ...given, assigned: given.assigned.trim() === '' ? null : given.assigned.trim() }), () => t('check.plan.kept'))) onClose();
  };
  return (
    <Modal open title={`${t('check.plan')} · ${list.number}`} okText={t('check.plan')} okButtonProps={{ disabled: given.dueOn === '' || given.cause.trim() === '' }} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['dueOn', 'cause', 'assigned']} />
        <Field label={t('check.plan.cause')} id="plan-cause" name="cause" findings={write.findings}>
          <Input.TextArea id="plan-cause" autoSize={{ minRows: 2, maxRows: 5 }} value={given.cause} onChange={event => set({ cause: event.target.value })} />
        </Field>
        <Field label={t('check.dueOn')} id="plan-due" name="dueOn" findings={write.findings}>
          <DayField id="plan-due" value={given.dueOn} min={today()} onChange={dueOn => set({ dueOn })} />
        </Field>
        <Field label={t('check.assigned')} id="plan-assigned" name="assigned" findings={write.findings} extra={t('check.plan.assigned.help')}>
          <Input id="plan-assigned" translate="no" value={given.assigned} onChange={event => set({ assigned: event.target.value })} />
        </Field>
        <Lacking fields={[given.cause.trim() === '' && t('check.plan.cause'), given.dueOn === '' && t('check.dueOn')]} />
      </Form>
    </Modal>
  );
}

import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { assignCheck, type CheckList, type CheckView } from '../../../api/checks';
import { loanKeys } from '../../../api/loans';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';

/** A planned check goes to somebody else. */
export function AssignDialog({ list, check, onClose }: { list: CheckList; check: CheckView; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const [assigned, setAssigned] = useState(check.assigned);
  const save = async () => {
    if (await write.run(() => assignCheck(list.loanId, check.n, assigned.trim()), () => t('check.assign.kept'))) onClose();
  };
  return (
    <Modal open title={`${t('check.assign')} · ${check.kindTitle} ${list.number}`} okText={t('check.assign')} okButtonProps={{ disabled: assigned.trim() === '' || assigned.trim() === check.assigned }} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['assigned']} />
        <Field label={t('check.assigned')} id="assign-person" name="assigned" findings={write.findings}>
          <Input id="assign-person" translate="no" value={assigned} onChange={event => setAssigned(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

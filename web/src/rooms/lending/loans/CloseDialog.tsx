import { Form, Modal } from 'antd';
import { useState } from 'react';
import { closeDay, loanKeys } from '../../../api/loans';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';

/** Starts the close of a day; the job is found again under the jobs. */
export function CloseDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['jobs']], onClose);
  const [day, setDay] = useState(today());
  const save = async () => {
    if (await write.run(() => closeDay(day), job => t('loan.close.started', { count: job.total }))) onClose();
  };
  return (
    <Modal open title={t('loan.close')} okText={t('loan.close')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: day === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['day']} />
        <Field label={t('loan.close.day')} id="close-day" name="day" findings={write.findings} extra={t('loan.close.help')}>
          <DayField id="close-day" value={day} max={today()} clearable={false} onChange={setDay} />
        </Field>
      </Form>
    </Modal>
  );
}

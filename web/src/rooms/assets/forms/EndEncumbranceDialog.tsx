import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { endEncumbrance } from '../../../api/rights';
import type { RightEncumbrance, RightRow } from '../../../api/rightTypes';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import { useRightWrite } from '../useRightWrite';

interface Props {
  right: RightRow;
  encumbrance: RightEncumbrance;
  onClose: () => void;
}

/** What was typed in is ended by hand; what came from an event is ended by an event. */
export function EndEncumbranceDialog({ right, encumbrance, onClose }: Props) {
  const t = useT();
  const write = useRightWrite(onClose);
  const [on, setOn] = useState(today);
  const [note, setNote] = useState('');
  const save = async () => {
    const done = await write.run(() => endEncumbrance(right.id, encumbrance.id, on, note.trim()), () => t('encumber.ended'));
    if (done) onClose();
  };
  return (
    <Modal open title={t('right.encumbrance.end')} okText={t('right.encumbrance.end')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: on === '' || note.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{[encumbrance.kindTitle, encumbrance.registrationNo, encumbrance.holder].filter(part => part !== '').join(' · ')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['on', 'note']} />
        <Field label={t('encumber.endOn')} id="end-on" name="on" findings={write.findings} extra={t('encumber.endOn.help')}>
          <DayField id="end-on" value={on} clearable={false} onChange={setOn} />
        </Field>
        <Field label={t('encumber.endNote')} id="end-note" name="note" findings={write.findings}>
          <Input id="end-note" value={note} maxLength={500} onChange={event => setNote(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { loanKeys, setFacilityState } from '../../../api/loans';
import type { FacilityDetail } from '../../../api/loanShapes';
import { Fen } from '../../../shell/Fen';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';

/** Freezes a line, opens it again or closes it; a second person decides. */
export function LineStateDialog({ detail, onClose }: { detail: FacilityDetail; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const choices = ['open', 'frozen', 'closed'].filter(one => one !== detail.row.state);
  const [given, setGiven] = useState({ state: choices[0] ?? 'frozen', reason: '' });
  const save = async () => {
    if (await write.run(() => setFacilityState(detail.row.id, { ...given, baseVersion: detail.row.version }), () => t('facility.state.done'))) onClose();
  };
  return (
    <Modal open title={`${t('facility.state.set')} · ${detail.row.number}`} okText={t('loanEvent.send')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: given.reason.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['state', 'reason']} />
        <p>{t('loan.state')} {detail.row.stateTitle} · {t('facility.used', { unit: t('shell.unit.yuan') })} <Fen value={detail.row.used} /></p>
        <Field label={t('facility.state.to')} id="line-state" name="state" findings={write.findings}>
          <Select id="line-state" value={given.state} onChange={state => setGiven(before => ({ ...before, state }))} options={choices.map(one => ({ value: one, label: t.code('facilityState', one) }))} />
        </Field>
        <Field label={t('facility.state.reason')} id="line-reason" name="reason" findings={write.findings}>
          <Input.TextArea id="line-reason" autoSize={{ minRows: 2, maxRows: 5 }} value={given.reason} onChange={event => setGiven(before => ({ ...before, reason: event.target.value }))} />
        </Field>
      </Form>
    </Modal>
  );
}

import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { lendingKeys } from '../../../api/lendingQueries';
import { grantException } from '../../../api/origination';
import type { ApplicationDetail } from '../../../api/originationTypes';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';

interface Props {
  detail: ApplicationDetail;
  /** The version that stands, after what was typed is kept. */
  version: () => Promise<number | null>;
  onClose: () => void;
}

/** Asks for a pledge rate above the policy's; somebody of the level the amount needs decides. */
export function ExceptionDialog({ detail, version, onClose }: Props) {
  const t = useT();
  const write = useWriting([lendingKeys, ['approvals']], onClose);
  const [percent, setPercent] = useState('');
  const [support, setSupport] = useState('');
  const [reason, setReason] = useState('');
  const ask = async () => {
    const baseVersion = await version();
    if (baseVersion === null) return onClose();
    const typed = percent.trim().replace('%', '');
    const rate = /^\d{1,3}(\.\d{1,4})?$/.test(typed) ? `${Math.round(Number(typed) * 10_000) / 1_000_000}` : typed;
    if (await write.run(() => grantException(detail.row.id, { rate, support, reason, baseVersion }), () => t('application.done'))) onClose();
  };
  return (
    <Modal open title={t('pledgeRate.ask')} okText={t('pledgeRate.submit')} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void ask()} onCancel={onClose} destroyOnHidden>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['rate', 'support', 'reason']} />
        <p className="soft">{t('pledgeRate.note')}</p>
        <Field label={t('pledgeRate.wanted')} id="exception-rate" name="rate" findings={write.findings}>
          <Input id="exception-rate" inputMode="decimal" suffix="%" value={percent} onChange={event => setPercent(event.target.value)} />
        </Field>
        <Field label={t('pledgeRate.support')} id="exception-support" name="support" findings={write.findings}>
          <Input id="exception-support" value={support} onChange={event => setSupport(event.target.value)} />
        </Field>
        <Field label={t('pledgeRate.reason')} id="exception-reason" name="reason" findings={write.findings}>
          <Input.TextArea id="exception-reason" rows={3} value={reason} onChange={event => setReason(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { retryItem } from '../../../api/payments';
import type { Batch, Item } from '../../../api/paymentTypes';
import { formatMoney } from '../../../format';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePayWrite } from '../usePayWrite';

const fields = ['reason', 'payeeName', 'account', 'agentName', 'agentCnaps', 'operatingBank'] as const;
type FieldName = Exclude<(typeof fields)[number], 'reason'>;

/** Another attempt: amount and purpose stay, the payee's particulars may be put right. Somebody else approves it. */
export function RetryDialog({ item, batch, onClose }: { item: Item; batch: Batch; onClose: () => void }) {
  const t = useT();
  const write = usePayWrite(onClose);
  const [reason, setReason] = useState('');
  const [values, setValues] = useState<Record<FieldName, string>>({ payeeName: item.payeeName, account: item.account, agentName: item.agentName ?? '', agentCnaps: item.agentCnaps ?? '', operatingBank: item.operatingBank ?? '' });
  const shown: FieldName[] = item.kind === 'ecny_wallet' ? ['payeeName', 'account', 'operatingBank'] : ['payeeName', 'account', 'agentName', 'agentCnaps'];
  const changed = (name: FieldName) => (values[name].trim() === (item[name] ?? '') ? null : values[name].trim());
  const retry = async () => {
    const done = await write.run(
      () => retryItem(item.id, { reason: reason.trim(), payeeName: changed('payeeName'), account: changed('account'), agentName: changed('agentName'), agentCnaps: changed('agentCnaps'), operatingBank: changed('operatingBank') }),
      () => t('pay.retry.done'),
    );
    if (done) onClose();
  };
  return (
    <Modal open title={t('pay.retry.title', { code: batch.code, number: item.number })} okText={t('pay.retry')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => void retry()} onCancel={onClose}>
      <p className="soft">{t('pay.retry.note', { amount: formatMoney(item.amount, 'yuan'), purpose: item.purpose })}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={fields} />
        <Field label={t('pay.reason')} id="retry-reason" name="reason" findings={write.findings}>
          <Input id="retry-reason" maxLength={200} autoFocus value={reason} onChange={event => setReason(event.target.value)} />
        </Field>
        {shown.map(name => (
          <Field key={name} label={t(`pay.field.${name}`)} id={`retry-${name}`} name={name} findings={write.findings}>
            <Input id={`retry-${name}`} value={values[name]} onChange={event => setValues({ ...values, [name]: event.target.value })} />
          </Field>
        ))}
      </Form>
    </Modal>
  );
}

import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { planReceipts } from '../../../api/payments';
import { compareAmounts, parseMoney, wallTime } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { placeOf } from '../../ledger/findings';
import { AccountChoice } from '../AccountChoice';
import { usePayWrite } from '../usePayWrite';

const fields = ['accountId', 'due', 'payerName', 'amount', 'purpose', 'payerAccount', 'loanNo'];

/** Money that is expected on an account; a line of a statement makes it received, nothing else. */
export function PlanReceiptDialog({ account, onClose }: { account: string; onClose: () => void }) {
  const t = useT();
  const write = usePayWrite(onClose);
  const [values, setValues] = useState(() => ({ accountId: account, due: (wallTime(new Date().toISOString()) ?? '').slice(0, 10), payerName: '', amount: '', purpose: '', payerAccount: '', loanNo: '' }));
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const amount = parseMoney(values.amount);
  const findings = write.findings.map(finding => ({ ...finding, path: placeOf(finding).replace(/^receipts\.\d+\./, '') }));
  const ready = values.accountId !== '' && values.due !== '' && values.payerName.trim() !== '' && values.purpose.trim() !== '' && amount !== null && compareAmounts(amount, '0') > 0;
  const plan = async () => {
    if (amount === null) return;
    const given = (text: string) => (text.trim() === '' ? null : text.trim());
    const done = await write.run(
      () => planReceipts(values.accountId, [{ due: values.due, payerName: values.payerName.trim(), amount, purpose: values.purpose.trim(), payerAccount: given(values.payerAccount), loanNo: given(values.loanNo), counterAccount: null }]),
      () => t('pay.receipt.planned'),
    );
    if (done) onClose();
  };
  const text = (name: 'payerName' | 'amount' | 'purpose' | 'payerAccount' | 'loanNo', most: number, wrong = false) => (
    <Field label={t(`pay.receipt.${name}`)} id={`receipt-${name}`} name={name} findings={findings}>
      <Input id={`receipt-${name}`} value={values[name]} maxLength={most} status={wrong ? 'error' : ''} onChange={event => set({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <Modal open title={t('pay.receipt.plan')} okText={t('pay.receipt.plan')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void plan()} onCancel={onClose}>
      <p className="soft">{t('pay.receipt.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={findings} fields={fields} />
        <Field label={t('pay.account')} id="receipt-account" name="accountId" findings={findings}>
          <AccountChoice id="receipt-account" value={values.accountId} active onChange={accountId => set({ accountId })} />
        </Field>
        <Field label={t('pay.receipt.due')} id="receipt-due" name="due" findings={findings}>
          <DayField id="receipt-due" value={values.due} clearable={false} onChange={due => set({ due })} />
        </Field>
        {text('payerName', 140)}
        {text('amount', 40, values.amount.trim() !== '' && amount === null)}
        {text('purpose', 60)}
        {text('payerAccount', 34)}
        {text('loanNo', 35)}
      </Form>
    </Modal>
  );
}

import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { matchLine, planReceipts } from '../../../api/payments';
import type { Line } from '../../../api/reconciliationTypes';
import { compareAmounts, parseMoney, wallTime } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { placeOf } from '../../ledger/findings';
import { AccountChoice } from '../AccountChoice';
import { usePayWrite } from '../usePayWrite';

const fields = ['accountId', 'due', 'payerName', 'amount', 'purpose', 'payerAccount', 'loanNo'];

/** Money that is expected on an account; a line of a statement makes it received, nothing else. Beside a line that has nothing to stand for it is what came in, and the two are brought together. */
export function PlanReceiptDialog({ account, line, onClose }: { account: string; line?: Line; onClose: () => void }) {
  const t = useT();
  const write = usePayWrite(onClose);
  const [values, setValues] = useState(() => ({ accountId: account, due: line?.day ?? (wallTime(new Date().toISOString()) ?? '').slice(0, 10), payerName: line?.name ?? '', amount: line?.amount ?? '', purpose: line === undefined ? '' : t('pay.receipt.repayment'), payerAccount: line?.counterparty ?? '', loanNo: line?.loanNo ?? '' }));
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const amount = parseMoney(values.amount);
  const findings = write.findings.map(finding => ({ ...finding, path: placeOf(finding).replace(/^receipts\.\d+\./, '') }));
  const ready = values.accountId !== '' && values.due !== '' && values.payerName.trim() !== '' && values.purpose.trim() !== '' && amount !== null && compareAmounts(amount, '0') > 0;
  const plan = async () => {
    if (amount === null) return;
    const given = (text: string) => (text.trim() === '' ? null : text.trim());
    const done = await write.run(
      async () => {
        const planned = await planReceipts(values.accountId, [{ due: values.due, payerName: values.payerName.trim(), amount, purpose: values.purpose.trim(), payerAccount: given(values.payerAccount), loanNo: given(values.loanNo), counterAccount: null }]);
        const [receipt] = planned.receipts;
        if (line !== undefined && receipt !== undefined) await matchLine(line.id, 'receipt', receipt.id, null);
        return planned;
      },
      () => t(line === undefined ? 'pay.receipt.planned' : 'pay.match.done'),
    );
    if (done) onClose();
  };
  const text = (name: 'payerName' | 'amount' | 'purpose' | 'payerAccount' | 'loanNo', most: number, wrong = false) => (
    <Field label={t(`pay.receipt.${name}`)} id={`receipt-${name}`} name={name} findings={findings}>
      <Input id={`receipt-${name}`} value={values[name]} maxLength={most} status={wrong ? 'error' : ''} onChange={event => set({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <Modal open title={t(line === undefined ? 'pay.receipt.plan' : 'pay.receipt.fromLine')} okText={t(line === undefined ? 'pay.receipt.plan' : 'pay.receipt.fromLine')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void plan()} onCancel={onClose}>
      <p className="soft">{t(line === undefined ? 'pay.receipt.note' : 'pay.receipt.fromLine.note')}</p>
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

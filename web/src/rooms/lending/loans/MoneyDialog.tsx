import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { loanKeys, recordEvent } from '../../../api/loans';
import type { LoanDetail } from '../../../api/loanShapes';
import { DayField } from '../../../shell/DayField';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';

/** A repayment, or principal repaid before it is due. */
export function MoneyDialog({ detail, door, onClose }: { detail: LoanDetail; door: 'receipts' | 'prepayments'; onClose: () => void }) {
  const t = useT();
  const write = useWriting([loanKeys, ['evidence']], onClose);
  const early = door === 'prepayments';
  const name = early ? 'principal' : 'amount';
  const [given, setGiven] = useState({ amount: '', effective: today(), reference: '', surplus: 'keep', effect: 'lower', distinct: false });
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const save = async () => {
    const order = { [name]: given.amount.replaceAll(',', '').trim(), effective: given.effective, reference: given.reference, baseVersion: detail.row.version, ...(early ? { effect: given.effect } : { surplus: given.surplus, distinct: given.distinct }) };
    if (await write.run(() => recordEvent(detail.row.id, door, order), () => t('loan.recorded'))) onClose();
  };
  return (
    <Modal open title={`${t(early ? 'loan.prepay' : 'loan.receive')} · ${detail.row.number}`} okText={t(early ? 'loan.prepay' : 'loan.receive')} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={[name, 'effective', 'reference']} />
        <div className={styles['grid']}>
          <Field label={t('loan.amount')} id="money-amount" name={name} findings={write.findings}>
            <Input id="money-amount" inputMode="decimal" value={given.amount} onChange={event => set({ amount: event.target.value })} />
          </Field>
          <Field label={t('loan.effective')} id="money-effective" name="effective" findings={write.findings} extra={t('loan.effective.help')}>
            <DayField id="money-effective" value={given.effective} max={today()} clearable={false} onChange={effective => set({ effective })} />
          </Field>
          <Field label={t('loan.reference')} id="money-reference" name="reference" findings={write.findings}>
            <Input id="money-reference" translate="no" value={given.reference} onChange={event => set({ reference: event.target.value })} />
          </Field>
          {early ? (
            <Field label={t('loan.effect')} id="money-effect" name="effect" findings={write.findings}>
              <Select id="money-effect" value={given.effect} onChange={effect => set({ effect })} options={['lower', 'shorten'].map(one => ({ value: one, label: t.code('loanEffect', one) }))} />
            </Field>
          ) : (
            <Field label={t('loan.surplus')} id="money-surplus" name="surplus" findings={write.findings}>
              <Select id="money-surplus" value={given.surplus} onChange={surplus => set({ surplus })} options={['keep', 'prepay'].map(one => ({ value: one, label: t.code('loanSurplus', one) }))} />
            </Field>
          )}
        </div>
        {(given.distinct || write.findings.some(one => one.code === 'LEN-0722')) && <Checkbox checked={given.distinct} onChange={event => set({ distinct: event.target.checked })}>{t('receiptDoubt.distinct')}</Checkbox>}
      </Form>
    </Modal>
  );
}

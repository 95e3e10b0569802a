import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { placeHold } from '../../../../api/ledger';
import type { AccountRow, BookRow } from '../../../../api/ledgerTypes';
import { compareAmounts, parseMoney, uuid7 } from '../../../../format';
import { DayField } from '../../../../shell/DayField';
import { useT } from '../../../../words';
import { AccountPicker } from '../../AccountPicker';
import { EventPicker } from '../../EventPicker';
import { Field, OtherFindings } from '../../FieldNotes';
import { useWrite } from '../../useWrite';

const fields = ['debit', 'credit', 'amount', 'expires', 'event', 'memo'];
const blank = { debit: '', credit: '', amount: '', expires: '', event: 'PaymentHeld', memo: '' };

/** Sets money aside for a transfer between two accounts. */
export function PlaceHold({ book, accounts, onClose }: { book: BookRow; accounts: readonly AccountRow[]; onClose: () => void }) {
  const t = useT();
  const write = useWrite(onClose);
  const [id] = useState(() => uuid7());
  const [values, setValues] = useState(blank);
  const set = (change: Partial<typeof blank>) => setValues({ ...values, ...change });
  const amount = parseMoney(values.amount);
  const ready = values.debit !== '' && values.credit !== '' && values.event !== '' && amount !== null && compareAmounts(amount, '0') > 0;
  const place = async () => {
    if (amount === null) return;
    const done = await write.run(
      () => placeHold(book.id, { ...values, id, amount, expires: values.expires === '' ? null : values.expires, memo: values.memo.trim() }),
      () => t('hold.placed'),
    );
    if (done) onClose();
  };
  const side = (name: 'debit' | 'credit') => (
    <Field label={t(`hold.${name}`)} id={`hold-${name}`} name={name} findings={write.findings}>
      <AccountPicker id={`hold-${name}`} accounts={accounts} value={values[name]} onChange={code => set({ [name]: code })} label={t('post.account')} />
    </Field>
  );
  return (
    <Modal open title={t('hold.new')} okText={t('hold.new')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void place()} onCancel={onClose}>
      <p className="soft">{t('hold.new.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={fields} />
        {side('debit')}
        {side('credit')}
        <Field label={t('hold.amount')} id="hold-amount" name="amount" findings={write.findings} extra={t('post.amount.help')}>
          <Input id="hold-amount" value={values.amount} status={values.amount !== '' && amount === null ? 'error' : ''} onChange={event => set({ amount: event.target.value })} />
        </Field>
        <Field label={t('hold.expires')} id="hold-expires" name="expires" findings={write.findings}>
          <DayField id="hold-expires" value={values.expires} min={book.businessDate} placeholder={t('hold.expires.none')} onChange={expires => set({ expires })} />
        </Field>
        <Field label={t('entry.event')} id="hold-event" name="event" findings={write.findings}>
          <EventPicker id="hold-event" value={values.event} onChange={event => set({ event })} label={t('entry.event')} />
        </Field>
        <Field label={t('entry.memo')} id="hold-memo" name="memo" findings={write.findings}>
          <Input id="hold-memo" value={values.memo} maxLength={200} onChange={event => set({ memo: event.target.value })} />
        </Field>
      </Form>
    </Modal>
  );
}

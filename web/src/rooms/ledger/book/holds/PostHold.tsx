import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { postHold } from '../../../../api/ledger';
import type { BookRow, HoldRow } from '../../../../api/ledgerTypes';
import { compareAmounts, formatMoney, parseMoney, uuid7 } from '../../../../format';
import { DayField } from '../../../../shell/DayField';
import { useT } from '../../../../words';
import { Field, OtherFindings } from '../../FieldNotes';
import { useWrite } from '../../useWrite';

const fields = ['amount', 'effective', 'memo'];

/** Posts a hold: whole, or a part of it, and then the rest is freed. */
export function PostHold({ book, hold, onClose }: { book: BookRow; hold: HoldRow; onClose: () => void }) {
  const t = useT();
  const write = useWrite(onClose);
  const [id] = useState(() => uuid7());
  const [amount, setAmount] = useState(formatMoney(hold.amount, 'yuan'));
  const [effective, setEffective] = useState(book.businessDate);
  const [memo, setMemo] = useState(hold.memo);
  const read = parseMoney(amount);
  const above = read !== null && compareAmounts(read, hold.amount) > 0;
  const usable = read !== null && !above && compareAmounts(read, '0') > 0;
  const post = async () => {
    const done = await write.run(
      () => postHold(hold.id, { id, amount: read, effective, memo: memo.trim() }),
      () => t('hold.posted.done'),
    );
    if (done) onClose();
  };
  const wrong = usable ? {} : { validateStatus: 'error' as const, help: above ? t('hold.post.above') : t('post.badMoney') };
  return (
    <Modal open title={t('hold.post.title')} okText={t('hold.post')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !usable }} onOk={() => void post()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={fields.slice(1)} />
        <Form.Item label={t('hold.post.amount')} htmlFor="hold-amount" extra={t('hold.post.part', { amount: formatMoney(hold.amount, 'yuan') })} {...wrong}>
          <Input id="hold-amount" className="tabular" value={amount} onChange={event => setAmount(event.target.value)} />
        </Form.Item>
        <Field label={t('entry.effective')} id="hold-effective" name="effective" findings={write.findings}>
          <DayField id="hold-effective" value={effective} clearable={false} onChange={setEffective} />
        </Field>
        <Field label={t('entry.memo')} id="hold-memo" name="memo" findings={write.findings}>
          <Input id="hold-memo" value={memo} maxLength={200} onChange={event => setMemo(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

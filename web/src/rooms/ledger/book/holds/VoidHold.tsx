import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { voidHold } from '../../../../api/ledger';
import type { HoldRow } from '../../../../api/ledgerTypes';
import { formatMoney } from '../../../../format';
import { useT } from '../../../../words';
import { Field, OtherFindings } from '../../FieldNotes';
import { useWrite } from '../../useWrite';

/** Gives held money free again, with the reason. */
export function VoidHold({ hold, onClose }: { hold: HoldRow; onClose: () => void }) {
  const t = useT();
  const write = useWrite(onClose);
  const [memo, setMemo] = useState('');
  const withdraw = async () => {
    const done = await write.run(
      () => voidHold(hold.id, memo.trim()),
      () => t('hold.voided.done'),
    );
    if (done) onClose();
  };
  return (
    <Modal
      open
      title={t('hold.void.title')}
      okText={t('hold.void')}
      cancelText={t('shell.cancel')}
      confirmLoading={write.busy}
      okButtonProps={{ disabled: memo.trim() === '', danger: true }}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <p className="tabular">
        {hold.memo} · {formatMoney(hold.amount, 'yuan')} {t('shell.unit.yuan')}
      </p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['memo']} />
        <Field label={t('hold.void.reason')} id="void-memo" name="memo" findings={write.findings}>
          <Input id="void-memo" value={memo} maxLength={200} autoFocus onChange={event => setMemo(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

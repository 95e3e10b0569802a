import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { queryItem } from '../../../api/payments';
import type { Item } from '../../../api/paymentTypes';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePayWrite } from '../usePayWrite';

/** The bank is asked; until it answers the payment is in doubt and is not paid again. */
export function QueryDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const t = useT();
  const write = usePayWrite(onClose);
  const [way, setWay] = useState('');
  const ask = async () => {
    const done = await write.run(
      () => queryItem(item.id, way.trim()),
      () => t('pay.query.done'),
    );
    if (done) onClose();
  };
  return (
    <Modal open title={t('pay.query.title', { name: item.payeeName })} okText={t('pay.query.ask')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: way.trim() === '' }} onOk={() => void ask()} onCancel={onClose}>
      <p className="soft">{t('pay.query.note')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['way']} />
        <Field label={t('pay.query.way')} id="query-way" name="way" findings={write.findings} extra={t('pay.query.way.help')}>
          <Input id="query-way" maxLength={200} autoFocus value={way} onChange={event => setWay(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { approveBatch } from '../../../api/payments';
import type { Batch } from '../../../api/paymentTypes';
import { formatMoney } from '../../../format';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import styles from '../Payments.module.css';
import { usePayWrite } from '../usePayWrite';

/** Approval of what waits: the sum, to whom, by whom it was checked and what was taken on. */
export function ApproveDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = useT();
  const write = usePayWrite(onClose);
  const [note, setNote] = useState('');
  const waiting = batch.byState.checked ?? 0;
  const approve = async () => {
    const done = await write.run(
      () => approveBatch(batch.id, batch.version, note.trim() === '' ? null : note.trim()),
      () => t('pay.approve.done'),
    );
    if (done) onClose();
  };
  return (
    <Modal open title={t('pay.approve.title', { code: batch.code })} okText={t('pay.act.approve')} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void approve()} onCancel={onClose}>
      <OtherFindings findings={write.findings} fields={['note']} />
      <dl className={styles['facts']}>
        <dt>{t('pay.batch.waiting')}</dt>
        <dd>{t('pay.approve.items', { waiting, items: batch.items })}</dd>
        <dt>{t('pay.batch.total')}</dt>
        <dd>{`${formatMoney(batch.total, 'yuan')} ${t('shell.unit.yuan')}`}</dd>
        <dt>{t('pay.account')}</dt>
        <dd>{`${batch.accountName} ${batch.accountNumber}`}</dd>
        <dt>{t('pay.valueDate')}</dt>
        <dd>{batch.valueDate}</dd>
        <dt>{t('pay.purpose')}</dt>
        <dd>{batch.purpose}</dd>
        <dt>{t('pay.step.check')}</dt>
        <dd>{batch.checkedBy === null ? '—' : t.code('person', batch.checkedBy)}</dd>
        <dt>{t('pay.check.confirmed')}</dt>
        <dd>{batch.confirmed.length === 0 ? t('pay.check.confirmed.none') : batch.confirmed.map(one => <div key={`${one.code}${one.path}${one.found}`}>{t('pay.confirmed', { code: one.code, found: one.path === '*' ? t('pay.check.count', { count: one.found }) : one.found, reason: one.reason, by: t.code('person', one.by) })}</div>)}</dd>
      </dl>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <Field label={t('pay.note')} id="approve-note" name="note" findings={write.findings}>
          <Input id="approve-note" maxLength={200} value={note} onChange={event => setNote(event.target.value)} />
        </Field>
      </Form>
    </Modal>
  );
}

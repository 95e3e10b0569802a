import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { sendBatch } from '../../../api/payments';
import type { Batch, PayFile } from '../../../api/paymentTypes';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { FileList } from '../files/FileList';
import styles from '../Payments.module.css';
import { usePayWrite } from '../usePayWrite';

/** Writes the instruction; its files are handed to the bank by whoever holds them. */
export function SendDialog({ batch, channel, onClose }: { batch: Batch; channel: string; onClose: () => void }) {
  const t = useT();
  const write = usePayWrite(onClose);
  const [files, setFiles] = useState<readonly PayFile[] | null>(null);
  const waiting = batch.byState.approved ?? 0;
  const send = () =>
    write.run(
      async () => {
        const sent = await sendBatch(batch.id, batch.version);
        setFiles(sent.files);
        return sent;
      },
      () => t('pay.send.done'),
    );
  if (files !== null) {
    return (
      <Modal open title={t('pay.send.done')} okText={t('pay.close')} cancelButtonProps={{ style: { display: 'none' } }} onOk={onClose} onCancel={onClose}>
        <div className={styles['stack']}>
          <Alert type="success" showIcon message={t('pay.send.next')} />
          <FileList files={files} />
        </div>
      </Modal>
    );
  }
  return (
    <Modal open title={t('pay.send.title', { code: batch.code })} okText={t('pay.act.send')} cancelText={t('shell.cancel')} confirmLoading={write.busy} onOk={() => void send()} onCancel={onClose}>
      <div className={styles['stack']}>
        <OtherFindings findings={write.findings} fields={[]} />
        <p>{t('pay.send.what', { waiting, channel })}</p>
        <p className="soft">{t('pay.send.note')}</p>
      </div>
    </Modal>
  );
}

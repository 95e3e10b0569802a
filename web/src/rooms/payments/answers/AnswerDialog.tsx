import { Modal, Spin } from 'antd';
import { useState } from 'react';
import { readAnswer } from '../../../api/payments';
import type { AnswerRead } from '../../../api/paymentTypes';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { FileDrop } from '../FileDrop';
import { usePayWrite } from '../usePayWrite';
import { AnswerReport } from './AnswerReport';

/** A bank's answer is dropped, read, and what it did is told. */
export function AnswerDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const write = usePayWrite();
  const [report, setReport] = useState<{ file: string; read: AnswerRead } | null>(null);
  const take = (file: File) =>
    write.run(
      async () => {
        const read = await readAnswer(file);
        setReport({ file: file.name, read });
        return read;
      },
      read => t(read.repeated ? 'pay.answer.repeated' : 'pay.answer.done', { moved: read.moved }),
    );
  return (
    <Modal open title={t('pay.answer.read')} footer={null} width={920} onCancel={onClose}>
      <Spin spinning={write.busy}>
        <OtherFindings findings={write.findings} fields={[]} />
        <FileDrop accept=".xml,.xlsx,.csv,.txt" label={t('pay.answer.drop')} note={t('pay.answer.note')} onFile={file => void take(file)} />
        {report !== null && <AnswerReport file={report.file} read={report.read} />}
      </Spin>
    </Modal>
  );
}

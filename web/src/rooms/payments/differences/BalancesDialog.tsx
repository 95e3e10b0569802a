import { Alert, Modal, Spin } from 'antd';
import { useState } from 'react';
import { readBalances } from '../../../api/payments';
import type { BalancesRead } from '../../../api/reconciliationTypes';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { PayFindings } from '../PayFindings';
import { FileDrop } from '../FileDrop';
import styles from '../Payments.module.css';
import { usePayWrite } from '../usePayWrite';

/** Balances as a core system states them, to be compared with ours. */
export function BalancesDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const write = usePayWrite();
  const [read, setRead] = useState<BalancesRead | null>(null);
  const summary = (answer: BalancesRead) => t(answer.repeated ? 'pay.balances.repeated' : 'pay.balances.done', { accounts: answer.accounts, loans: answer.loans });
  const take = (file: File) =>
    write.run(async () => {
      const answer = await readBalances(file);
      setRead(answer);
      return answer;
    }, summary);
  return (
    <Modal open title={t('pay.balances.read')} footer={null} onCancel={onClose}>
      <Spin spinning={write.busy}>
        <div className={styles['stack']}>
          <OtherFindings findings={write.findings} fields={[]} />
          <FileDrop accept=".xlsx,.csv,.txt" label={t('pay.balances.drop')} note={t('pay.balances.note')} onFile={file => void take(file)} />
          {read !== null && (
            <div role="status">
              <Alert type={read.repeated ? 'warning' : 'success'} showIcon message={summary(read)} description={read.format} />
              {read.findings.length > 0 && <PayFindings findings={read.findings} />}
            </div>
          )}
        </div>
      </Spin>
    </Modal>
  );
}

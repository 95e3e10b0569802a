import { Alert, Modal, Spin } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { importStatement } from '../../../api/payments';
import type { ImportedStatement, StatementsImported } from '../../../api/reconciliationTypes';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { PayFindings } from '../PayFindings';
import { FileDrop } from '../FileDrop';
import styles from '../Payments.module.css';
import { usePayWrite } from '../usePayWrite';

function One({ one }: { one: ImportedStatement }) {
  const t = useT();
  const tally = one.tally === null ? t('pay.statement.untrusted') : t('pay.statement.tally', { matched: one.tally.matched, differing: one.tally.differing, open: one.tally.open, settled: one.tally.settled });
  return (
    <div className={styles['stack']}>
      <Alert
        type={!one.trusted ? 'error' : one.tally !== null && one.tally.open + one.tally.differing > 0 ? 'warning' : 'success'}
        showIcon
        message={t('pay.statement.one', { account: one.account, lines: one.lines, repeated: one.repeated })}
        description={
          <>
            {tally} <Link to={`/payments/reconciliation?account=${one.accountId}&statement=${one.id}`}>{t('pay.reconciliation')}</Link>
          </>
        }
      />
      {one.faults.length > 0 && <PayFindings findings={one.faults} />}
    </div>
  );
}

/** A statement is dropped, read, brought together with payments and receipts, and what came of it is told. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const write = usePayWrite();
  const [report, setReport] = useState<{ file: string; read: StatementsImported } | null>(null);
  const take = (file: File) =>
    write.run(
      async () => {
        const read = await importStatement(file);
        setReport({ file: file.name, read });
        return read;
      },
      read => t(read.repeats ? 'pay.statement.repeats' : 'pay.statement.done'),
    );
  return (
    <Modal open title={t('pay.statement.import')} footer={null} width={760} onCancel={onClose}>
      <Spin spinning={write.busy}>
        <div className={styles['stack']}>
          <OtherFindings findings={write.findings} fields={[]} />
          <FileDrop accept=".xml,.xlsx,.csv,.txt" label={t('pay.statement.drop')} note={t('pay.statement.note')} onFile={file => void take(file)} />
          {report !== null && (
            <div className={styles['stack']} role="status">
              <strong>{`${report.file} · ${report.read.format}`}</strong>
              {report.read.repeats && <Alert type="info" showIcon message={t('pay.statement.repeats')} />}
              {report.read.statements.map(one => (
                <One key={one.id} one={one} />
              ))}
            </div>
          )}
        </div>
      </Spin>
    </Modal>
  );
}

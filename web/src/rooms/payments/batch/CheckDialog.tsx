import { Alert, Input, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { checkBatch } from '../../../api/payments';
import { useFindings } from '../../../api/paymentQueries';
import type { Batch } from '../../../api/paymentTypes';
import { formatMoney } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { PayFindings } from '../PayFindings';
import styles from '../Payments.module.css';
import { usePayWrite } from '../usePayWrite';
import { WarningText } from './WarningText';
import { confirmations, errorsOf, warningsOf } from './warnings';

/** A check: errors refuse it, every warning is taken on with a reason. */
export function CheckDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = useT();
  const write = usePayWrite(onClose);
  const found = useFindings(batch.id, batch.version, true);
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const findings = found.data?.findings ?? [];
  const [errors, warnings] = [errorsOf(findings), warningsOf(findings)];
  const confirmed = confirmations(warnings, reasons);
  const ready = found.data !== undefined && errors.length === 0 && confirmed !== null;
  const check = async () => {
    if (confirmed === null) return;
    const done = await write.run(
      () => checkBatch(batch.id, batch.version, confirmed),
      () => t('pay.check.done'),
    );
    if (done) onClose();
  };
  return (
    <Modal open width={820} title={t('pay.check.title', { code: batch.code })} okText={t('pay.check.pass')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void check()} onCancel={onClose}>
      <div className={styles['stack']}>
        <p className="tabular">{t('pay.check.what', { items: batch.items, total: formatMoney(batch.total, 'yuan'), date: batch.valueDate })}</p>
        <OtherFindings findings={write.findings} fields={[]} />
        {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <Skeleton active title={false} />}
        {found.data !== undefined && findings.length === 0 && <Alert type="success" showIcon message={t('pay.check.clean')} />}
        {errors.length > 0 && (
          <>
            <Alert type="error" showIcon message={t('pay.check.errors', { count: errors.length })} />
            <PayFindings findings={errors} />
          </>
        )}
        {warnings.length > 0 && <Alert type="warning" showIcon message={t('pay.check.warnings', { count: warnings.length })} />}
        {warnings.map(warning => (
          <div key={warning.key}>
            <WarningText warning={warning} />
            <Input
              aria-label={t('pay.check.reason')}
              placeholder={t('pay.check.reason')}
              maxLength={200}
              value={reasons[warning.key] ?? ''}
              onChange={event => setReasons({ ...reasons, [warning.key]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </Modal>
  );
}

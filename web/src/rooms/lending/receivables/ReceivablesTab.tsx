import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PledgeDetail } from '../../../api/lendingTypes';
import { useReceivables } from '../../../api/receivables';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import styles from '../Lending.module.css';
import { EnterDialog } from './EnterDialog';
import { ReceivablePanel } from './ReceivablePanel';

/** What licensees owe under the pledged licences: expected and received, and what was done with the money. */
export function ReceivablesTab({ detail }: { detail: PledgeDetail }) {
  const t = useT();
  const found = useReceivables(detail.row.id);
  const mayEnter = useMay('lending.receivable.enter');
  const [entering, setEntering] = useState(false);
  const enter = mayEnter ? (
    <Button type="primary" onClick={() => setEntering(true)}>
      {t('receivable.enter')}
    </Button>
  ) : null;
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <PageSkeleton rows={6} />;
  return (
    <div className={styles['stack']}>
      {found.data.items.some(one => one.state !== 'confirmed') && <Alert type="info" showIcon message={t('receivable.confirm.help')} />}
      {found.data.items.length === 0 ? <Nothing action={enter}>{t('receivable.empty')}</Nothing> : <div>{enter}</div>}
      {found.data.items.map(one => (
        <ReceivablePanel key={one.id} id={one.id} />
      ))}
      {entering && <EnterDialog detail={detail} onClose={() => setEntering(false)} />}
    </div>
  );
}

import { Alert } from 'antd';
import { useLogState } from '../../api/ledgerQueries';
import { useT } from '../../words';

/** Says that nothing is signed any more and why, as long as that is so. */
export function LogStopped() {
  const t = useT();
  const stopped = useLogState().data?.stopped;
  if (stopped == null) return null;
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginBottom: 16 }}
      message={`${stopped.code} ${t('evidence.log.stopped')}`}
      description={`${stopped.message} · ${stopped.path}: ${stopped.found} → ${stopped.expected}`}
    />
  );
}

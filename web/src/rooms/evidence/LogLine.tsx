import { useLogState } from '../../api/ledgerQueries';
import { formatInstant } from '../../format';
import { useT } from '../../words';

const grouped = new Intl.NumberFormat('en-US');

/** How large the log is, when it was last signed, what waits. */
export function LogLine() {
  const t = useT();
  const log = useLogState().data;
  if (log === undefined) return <>&nbsp;</>;
  const parts = [
    t('evidence.log', { size: grouped.format(log.size) }),
    log.checkpoint === null ? t('evidence.log.none') : t('evidence.log.checkpoint', { at: formatInstant(log.checkpoint.at) }),
    ...(log.pending > 0 ? [t('evidence.log.pending', { count: grouped.format(log.pending) })] : []),
  ];
  return <>{parts.join(' · ')}</>;
}

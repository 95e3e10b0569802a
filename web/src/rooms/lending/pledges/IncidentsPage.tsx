import { useIncidents } from '../../../api/lendingQueries';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { paging } from '../../payments/pages';
import { IncidentTable } from './IncidentTable';

const rest = { page: 1, pageSize: 50 };

/** Pledges that were lost: open ones first. */
export default function IncidentsPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const found = useIncidents(address);
  return (
    <>
      <PageHead title={t('incident.title')} state={found.data === undefined ? t('incident.note.page') : t('shell.total', { count: found.data.total })} />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={6} />}
      {found.data !== undefined && !found.isError && <IncidentTable named items={found.data.items} loading={found.isPlaceholderData} pagination={paging(t, address, found.data.total, change)} />}
    </>
  );
}

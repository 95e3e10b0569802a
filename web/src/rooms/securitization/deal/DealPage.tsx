import { Navigate, useParams, useSearchParams } from 'react-router';
import { useDeal } from '../../../api/queries';
import { Failure } from '../../../shell/Failure';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { DealDesk } from './DealDesk';

/** Other rooms name a tab as `?tab=runs`; what else they name goes with it. */
function tabAddress(id: string, tab: string, search: URLSearchParams): string {
  const rest = new URLSearchParams(search);
  rest.delete('tab');
  return `/deals/${id}/${encodeURIComponent(tab)}${rest.size === 0 ? '' : `?${rest.toString()}`}`;
}

export default function DealPage() {
  const { id = '', tab } = useParams();
  const [search] = useSearchParams();
  const deal = useDeal(id);
  const named = search.get('tab');
  if (tab === undefined && named !== null) return <Navigate replace to={tabAddress(id, named, search)} />;
  if (deal.data !== undefined) return <DealDesk key={id} deal={deal.data} tab={tab ?? 'overview'} />;
  return deal.isError ? <Failure reason={deal.error} onRetry={() => void deal.refetch()} /> : <PageSkeleton rows={12} />;
}

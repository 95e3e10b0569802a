import { useParams } from 'react-router';
import { useDeal } from '../../../api/queries';
import { Failure } from '../../../shell/Failure';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { DealDesk } from './DealDesk';

export default function DealPage() {
  const { id = '', tab } = useParams();
  const deal = useDeal(id);
  if (deal.data !== undefined) return <DealDesk key={id} deal={deal.data} tab={tab ?? 'overview'} />;
  return deal.isError ? <Failure reason={deal.error} onRetry={() => void deal.refetch()} /> : <PageSkeleton rows={12} />;
}

import { skipToken, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { listAppraisals, listBatches, openAppraisal, openBatch, type AppraisalsQuery } from './valuation';

/** A write moves lists, appraisals, batches and rights at once: it invalidates the room. */
export const valuationKeys = ['valuation'] as const;

const kept = <T>(previous: T) => previous;

export function useAppraisals(asked: AppraisalsQuery, enabled = true) {
  return useQuery({ queryKey: ['valuation', 'list', asked], queryFn: ({ signal }) => listAppraisals(asked, signal), placeholderData: kept, enabled });
}

/** @param version null for the newest */
export function useAppraisal(id: string | null, version: number | null = null) {
  const language = useLanguage();
  return useQuery({ queryKey: ['valuation', 'one', id, version, language], queryFn: id === null ? skipToken : ({ signal }) => openAppraisal(id, version, signal) });
}

export function useValuationBatches(asked: { page?: number; pageSize?: number }) {
  return useQuery({ queryKey: ['valuation', 'batches', asked], queryFn: ({ signal }) => listBatches(asked, signal), placeholderData: kept, refetchInterval: query => (query.state.data?.items.some(batch => batch.done < batch.groups) === true ? 2_000 : false) });
}

export function useValuationBatch(id: string, asked: { page?: number; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['valuation', 'batch', id, asked, language],
    queryFn: ({ signal }) => openBatch(id, asked, signal),
    placeholderData: kept,
    refetchInterval: query => (query.state.data !== undefined && query.state.data.row.done < query.state.data.row.groups ? 1_500 : false),
  });
}

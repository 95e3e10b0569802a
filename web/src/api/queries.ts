import { useQuery } from '@tanstack/react-query';
import { read, type Query } from './client';
import type { DealDetail, DealPage, FoundingCase, RunRow, SavedScenario, Shelf, Version } from './types';

/** Keys of what is cached; a write invalidates by the first parts. */
export const keys = {
  deals: ['deals'] as const,
  deal: (id: string) => ['deal', id] as const,
  versions: (id: string) => ['deal', id, 'versions'] as const,
  scenarios: (id: string) => ['deal', id, 'scenarios'] as const,
  runs: (id: string) => ['deal', id, 'runs'] as const,
  shelves: ['shelves'] as const,
};

export function useCases() {
  return useQuery({ queryKey: ['cases'], queryFn: ({ signal }) => read<{ cases: FoundingCase[] }>('/cases', {}, signal) });
}

export function useDeals(query: Query) {
  return useQuery({
    queryKey: [...keys.deals, query],
    queryFn: ({ signal }) => read<DealPage>('/deals', query, signal),
    placeholderData: previous => previous,
  });
}

export function useDeal(id: string) {
  return useQuery({ queryKey: keys.deal(id), queryFn: ({ signal }) => read<DealDetail>(`/deals/${id}`, {}, signal) });
}

export function useVersions(id: string) {
  return useQuery({ queryKey: keys.versions(id), queryFn: ({ signal }) => read<{ versions: Version[] }>(`/deals/${id}/versions`, {}, signal) });
}

export function useScenarios(id: string) {
  return useQuery({
    queryKey: keys.scenarios(id),
    queryFn: ({ signal }) => read<{ scenarios: SavedScenario[] }>(`/deals/${id}/scenarios`, {}, signal),
  });
}

export function useRuns(id: string) {
  return useQuery({ queryKey: keys.runs(id), queryFn: ({ signal }) => read<{ runs: RunRow[] }>(`/deals/${id}/runs`, {}, signal) });
}

export function useShelves() {
  return useQuery({ queryKey: keys.shelves, queryFn: ({ signal }) => read<{ shelves: Shelf[] }>('/shelves', {}, signal) });
}

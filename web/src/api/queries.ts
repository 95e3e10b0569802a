import { useQuery } from '@tanstack/react-query';
import { listCases, listDeals, listRuns, listScenarios, listShelves, listVersions, openDeal, type DealQuery } from './desk';

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
  return useQuery({ queryKey: ['cases'], queryFn: ({ signal }) => listCases(signal) });
}

export function useDeals(query: DealQuery) {
  return useQuery({
    queryKey: [...keys.deals, query],
    queryFn: ({ signal }) => listDeals(query, signal),
    placeholderData: previous => previous,
  });
}

export function useDeal(id: string) {
  return useQuery({ queryKey: keys.deal(id), queryFn: ({ signal }) => openDeal(id, signal) });
}

export function useVersions(id: string) {
  return useQuery({ queryKey: keys.versions(id), queryFn: ({ signal }) => listVersions(id, signal) });
}

export function useScenarios(id: string) {
  return useQuery({
    queryKey: keys.scenarios(id),
    queryFn: ({ signal }) => listScenarios(id, signal),
  });
}

export function useRuns(id: string) {
  return useQuery({ queryKey: keys.runs(id), queryFn: ({ signal }) => listRuns(id, signal) });
}

export function useShelves() {
  return useQuery({ queryKey: keys.shelves, queryFn: ({ signal }) => listShelves(signal) });
}

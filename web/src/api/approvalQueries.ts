import { skipToken, useQuery } from '@tanstack/react-query';
import {
  countApprovals,
  listApprovals,
  listDelegations,
  listMandates,
  listMandateUses,
  listRouteVersions,
  listRules,
  openApproval,
  openRouteVersion,
  type ApprovalsQuery,
} from './approvals';

/** A decision changes lists, count and what was approved: it asks the room anew. */
export const approvalsKey = ['approvals'] as const;

/** How often what others decide is looked at, in milliseconds. */
const fresh = 20_000;

/** How many cases wait for the reader, kept fresh. */
export function useApprovalCount(enabled: boolean) {
  return useQuery({ queryKey: ['approvals', 'count'], queryFn: ({ signal }) => countApprovals(signal), refetchInterval: fresh, refetchOnWindowFocus: true, enabled });
}

export function useApprovals(asked: ApprovalsQuery) {
  return useQuery({ queryKey: ['approvals', 'list', asked], queryFn: ({ signal }) => listApprovals(asked, signal), placeholderData: previous => previous, refetchInterval: fresh });
}

/** One case; looked at every second while the approved act is being done. */
export function useApproval(id: string) {
  return useQuery({
    queryKey: ['approvals', 'case', id],
    queryFn: ({ signal }) => openApproval(id, signal),
    refetchInterval: query => (query.state.data?.row.state === 'approved' ? 1_000 : fresh),
  });
}

export function useDelegations() {
  return useQuery({ queryKey: ['approvals', 'delegations'], queryFn: ({ signal }) => listDelegations(signal) });
}

export function useMandates() {
  return useQuery({ queryKey: ['approvals', 'mandates'], queryFn: ({ signal }) => listMandates(signal) });
}

export function useMandateUses(id: string | null) {
  return useQuery({ queryKey: ['approvals', 'mandates', id, 'uses'], queryFn: id === null ? skipToken : ({ signal }) => listMandateUses(id, signal) });
}

export function useRules() {
  return useQuery({ queryKey: ['approvals', 'rules'], queryFn: ({ signal }) => listRules(signal) });
}

export function useRouteVersions() {
  return useQuery({ queryKey: ['approvals', 'versions'], queryFn: ({ signal }) => listRouteVersions(signal) });
}

export function useRouteVersion(no: number | null) {
  return useQuery({ queryKey: ['approvals', 'versions', no], queryFn: no === null ? skipToken : ({ signal }) => openRouteVersion(no, signal) });
}

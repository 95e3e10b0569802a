import { useQuery } from '@tanstack/react-query';
import { listConflicts, listOrganisations, listRoles, listSessions, listTokens, listUsers, openUser, type ConflictsQuery, type OrganisationsQuery, type UsersQuery } from './people';

/** A change of people, roles or organisations asks the room anew; who is signed in stands under its own key. */
export const peopleKey = ['people'] as const;

export function useUsers(asked: UsersQuery) {
  return useQuery({ queryKey: ['people', 'users', asked], queryFn: ({ signal }) => listUsers(asked, signal), placeholderData: previous => previous });
}

export function useUser(id: string) {
  return useQuery({ queryKey: ['people', 'user', id], queryFn: ({ signal }) => openUser(id, signal) });
}

export function useRoles() {
  return useQuery({ queryKey: ['people', 'roles'], queryFn: ({ signal }) => listRoles(signal), staleTime: 60_000 });
}

export function useOrganisations(asked: OrganisationsQuery) {
  return useQuery({ queryKey: ['people', 'organisations', asked], queryFn: ({ signal }) => listOrganisations(asked, signal), placeholderData: previous => previous });
}

export function useConflicts(asked: ConflictsQuery) {
  return useQuery({ queryKey: ['people', 'conflicts', asked], queryFn: ({ signal }) => listConflicts(asked, signal), placeholderData: previous => previous });
}

export function useSessions() {
  return useQuery({ queryKey: ['people', 'sessions'], queryFn: ({ signal }) => listSessions(signal) });
}

export function useTokens() {
  return useQuery({ queryKey: ['people', 'tokens'], queryFn: ({ signal }) => listTokens(signal) });
}

import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { examineRegistration, listAnswers, listIncidents, listPledges, listRegistrations, openPledge, openRegistration, type PledgeQuery, type RegistrationQuery } from './lending';

/** Everything of the room hangs on this key: a step moves lists, pages and grounds at once. */
export const lendingKeys = ['lending'] as const;

const kept = <T>(previous: T) => previous;

export function useRegistrations(asked: RegistrationQuery) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'registrations', asked, language], queryFn: ({ signal }) => listRegistrations(asked, signal), placeholderData: kept });
}

export function useRegistration(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'registration', id, language], queryFn: ({ signal }) => openRegistration(id, signal) });
}

export function useGrounds(id: string, enabled: boolean) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'grounds', id, language], queryFn: ({ signal }) => examineRegistration(id, signal), enabled });
}

export function useAnswerFiles(asked: { page?: number; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'answers', asked, language], queryFn: ({ signal }) => listAnswers(asked, signal), placeholderData: kept });
}

export function usePledges(asked: PledgeQuery) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'pledges', asked, language], queryFn: ({ signal }) => listPledges(asked, signal), placeholderData: kept });
}

export function usePledge(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'pledge', id, language], queryFn: ({ signal }) => openPledge(id, signal) });
}

export function useIncidents(asked: { page?: number; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'incidents', asked, language], queryFn: ({ signal }) => listIncidents(asked, signal), placeholderData: kept });
}

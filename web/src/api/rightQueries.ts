import { skipToken, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { listFirms, openFirm, type FirmsQuery } from './firms';
import { listQuestions, listRights, listSources, openRight, openSource, rightStanding, type RightsQuery } from './rights';

/** A write to the register moves lists, profiles, firms and questions at once: it invalidates the room. */
export const rightKeys = ['rights'] as const;

const kept = <T>(previous: T) => previous;

export function useRights(asked: RightsQuery, enabled = true) {
  const language = useLanguage();
  return useQuery({ queryKey: ['rights', 'list', asked, language], queryFn: ({ signal }) => listRights(asked, signal), placeholderData: kept, enabled });
}

/** @param day as it was on this day; empty for today */
export function useRight(id: string, day: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['rights', 'one', id, day, language], queryFn: ({ signal }) => openRight(id, day, signal), placeholderData: kept });
}

/** What was true on a day and known on another. */
export function useStanding(id: string, asked: { day: string; known: string }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['rights', 'standing', id, asked, language], queryFn: asked.day === '' ? skipToken : ({ signal }) => rightStanding(id, asked, signal), placeholderData: kept });
}

export function useQuestions(asked: { open?: boolean; source?: string; place?: string; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['rights', 'questions', asked, language], queryFn: ({ signal }) => listQuestions(asked, signal), placeholderData: kept });
}

export function useSources(asked: { page?: number; pageSize?: number }) {
  return useQuery({ queryKey: ['rights', 'sources', asked], queryFn: ({ signal }) => listSources(asked, signal), placeholderData: kept });
}

/** @param id null for none */
export function useSource(id: string | null) {
  const language = useLanguage();
  return useQuery({ queryKey: ['rights', 'source', id, language], queryFn: id === null ? skipToken : ({ signal }) => openSource(id, signal), refetchInterval: query => (query.state.data?.done === false ? 1_000 : false) });
}

export function useFirms(asked: FirmsQuery, enabled = true) {
  return useQuery({ queryKey: ['rights', 'firms', asked], queryFn: ({ signal }) => listFirms(asked, signal), placeholderData: kept, enabled });
}

export function useFirm(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['rights', 'firm', id, language], queryFn: ({ signal }) => openFirm(id, signal), placeholderData: kept });
}

import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { listAnalyses, listDiligence, openAnalysis, openChecklist, openDiligence, type DiligenceQuery } from './diligence';

/** They hang on the room: a diligence changes what appraisals are read with. */
const kept = <T>(previous: T) => previous;

export function useDiligences(asked: DiligenceQuery, enabled = true) {
  const language = useLanguage();
  return useQuery({ queryKey: ['valuation', 'diligences', asked, language], queryFn: ({ signal }) => listDiligence(asked, signal), placeholderData: kept, enabled });
}

export function useDiligence(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['valuation', 'diligence', id, language], queryFn: ({ signal }) => openDiligence(id, signal) });
}

export function useChecklist() {
  const language = useLanguage();
  return useQuery({ queryKey: ['valuation', 'checklist', language], queryFn: ({ signal }) => openChecklist(signal), staleTime: 600_000 });
}

export function useAnalyses(asked: { firm?: string; page?: number; pageSize?: number }) {
  return useQuery({ queryKey: ['valuation', 'analyses', asked], queryFn: ({ signal }) => listAnalyses(asked, signal), placeholderData: kept });
}

export function useAnalysis(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['valuation', 'analysis', id, language], queryFn: ({ signal }) => openAnalysis(id, signal) });
}

import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, tell } from './ask';
import type { components } from './schema';

/** Documents of applications, lines, pledges and loans. */

export type PaperList = components['schemas']['LoanPaperList'];
export type PaperRow = components['schemas']['LoanPaperRow'];
export type PaperVersion = components['schemas']['PaperVersion'];

/** What a document can be of. */
export type PaperSubject = 'loan_application' | 'facility' | 'pledge' | 'loan' | 'loan_file';

export const paperKeys = ['papers'] as const;

export function usePapers(about: PaperSubject, id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['papers', about, id, language], queryFn: ({ signal }) => ask<PaperList>('/lending/papers', { about, id }, signal) });
}

/** Makes the next version; the newest one stands where nothing has changed. */
export const makePaper = (about: PaperSubject, id: string, template: string) => tell<PaperList>('POST', '/lending/papers', { about, id, template });

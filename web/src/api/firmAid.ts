import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, tell } from './ask';
import type { Decimal } from './types';

/** A scheme of aid and how far a loan fits it. */
export interface AidFit {
  scheme: string;
  title: string;
  jurisdiction: string;
  policy: string;
  source: string;
  verified: boolean;
  fit: 'granted' | 'open' | 'refused';
  amount: Decimal | null;
  atMost: Decimal | null;
  against: string[];
  missing: { name: string; title: string }[];
}

export interface AidFitList {
  loanId: string;
  loanNumber: string;
  year: number;
  firmId: string | null;
  rows: AidFit[];
}

export function useAidFits(loan: string, firm: string, year: number) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'aid', loan, firm, year, language], queryFn: ({ signal }) => ask<AidFitList>(`/lending/loans/${loan}/aid`, { year, ...(firm === '' ? {} : { firm }) }, signal), enabled: loan !== '' });
}

export const draftFirmAid = (drafted: { loanId: string; scheme: string; year: number; firmId: string | null }) => tell<{ id: string }>('POST', '/lending/aid', drafted);

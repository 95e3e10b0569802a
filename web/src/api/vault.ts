import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, tell } from './ask';
import type { PageOf } from './ledgerTypes';
import type { components } from './schema';

/** Certificates and registration papers, one function each. */

type Shapes = components['schemas'];

export type CertificateRow = Shapes['CertificateRow'];
export type CertificateDetail = Shapes['CertificateDetail'];

export const vaultKeys = ['vault'] as const;

export interface CertificateQuery {
  q?: string;
  state?: string;
  late?: string;
  page?: number;
  pageSize?: number;
}

export function useCertificates(asked: CertificateQuery) {
  const language = useLanguage();
  return useQuery({ queryKey: ['vault', 'list', asked, language], queryFn: ({ signal }) => ask<PageOf<CertificateRow>>('/certificates', asked, signal), placeholderData: previous => previous });
}

export function useCertificate(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['vault', 'one', id, language], queryFn: ({ signal }) => ask<CertificateDetail>(`/certificates/${id}`, {}, signal) });
}

export const enterCertificate = (order: object) => tell<CertificateDetail>('POST', '/certificates', order);

/** Lent, returned or moved; released for good only with a second person. */
export const moveCertificate = (id: string, door: 'moves' | 'release', order: object) => tell<CertificateDetail>('POST', `/certificates/${id}/${door}`, order);

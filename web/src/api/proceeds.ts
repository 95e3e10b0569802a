import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, tell } from './ask';
import type { components } from './schema';

/** What a loan's payments were for, one function each. */

type Shapes = components['schemas'];

export type ProceedsView = Shapes['ProceedsView'];
export type ProceedsRow = Shapes['ProceedsRow'];
export type ProofView = Shapes['PayoutProofView'];

export function useProceeds(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'proceeds', id, language], queryFn: ({ signal }) => ask<ProceedsView>(`/loans/${id}/proceeds`, {}, signal) });
}

export const keepProof = (id: string, n: number, order: object) => tell<ProceedsView>('POST', `/loans/${id}/proceeds/${n}/proofs`, order);

export const takeBackProof = (id: string, n: number, proof: number, reason: string) => tell<ProceedsView>('POST', `/loans/${id}/proceeds/${n}/proofs/${proof}/take-back`, { reason });

export const findMisuse = (id: string, n: number, order: object) => tell<ProceedsView>('POST', `/loans/${id}/proceeds/${n}/misuse`, order);

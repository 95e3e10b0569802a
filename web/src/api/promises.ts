import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, tell } from './ask';
import type { components } from './schema';

/** Promised indicators, one function each. */

type Shapes = components['schemas'];

export type PromisableList = Shapes['PromisableList'];
export type PromisableIndicator = Shapes['PromisableIndicator'];
export type PromiseList = Shapes['PromiseList'];
export type PromiseView = Shapes['PromiseView'];
export type PromisePage = Shapes['PromisePage'];
export type PromiseRow = Shapes['PromiseRow'];

export interface PromisesAsked {
  q?: string;
  state?: string;
  due?: string;
  page?: number;
  pageSize?: number;
}

const kept = <T>(previous: T) => previous;

/** What can be promised; of a firm with where it stands by the register. */
export function useIndicators(firm: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'indicators', firm, language], queryFn: ({ signal }) => ask<PromisableList>('/lending/indicators', firm === '' ? {} : { firm }, signal) });
}

export function usePromises(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'promises', id, language], queryFn: ({ signal }) => ask<PromiseList>(`/loans/${id}/promises`, {}, signal) });
}

export function useAllPromises(asked: PromisesAsked) {
  const language = useLanguage();
  return useQuery({ queryKey: ['loans', 'promises', 'all', asked, language], queryFn: ({ signal }) => ask<PromisePage>('/loans/promises', asked, signal), placeholderData: kept });
}

export const measurePromise = (id: string, n: number, order: object) => tell<PromiseList>('POST', `/loans/${id}/promises/${n}/measure`, order);

import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { ask, sendFile, tell } from './ask';
import type { PageOf } from './ledgerTypes';
import type { components } from './schema';

/** Mandates for instant loans, their decisions, and the index of a firm: one function each. */

type Shapes = components['schemas'];

export type MandateRow = Shapes['MandateRow'];
export type MandateDetail = Shapes['MandateDetail'];
export type InstantRow = Shapes['InstantRow'];
export type InstantPage = Shapes['InstantPage'];
export type InstantDetail = Shapes['InstantDetail'];
export type InstantCount = Shapes['InstantCount'];
export type FirmIndex = Shapes['FirmIndexView'];
export type IndexPart = Shapes['IndexPart'];

export const instantKeys = ['instant'] as const;

const kept = <T>(previous: T) => previous;

export function useMandates(asked: { q?: string; page?: number; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['instant', 'mandates', asked, language], queryFn: ({ signal }) => ask<PageOf<MandateRow>>('/lending/mandates', asked, signal), placeholderData: kept });
}

export function useMandate(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['instant', 'mandate', id, language], queryFn: ({ signal }) => ask<MandateDetail>(`/lending/mandates/${id}`, {}, signal) });
}

export function useInstants(asked: { q?: string; mandate?: string; firm?: string; outcome?: string; state?: string; page?: number; pageSize?: number }) {
  const language = useLanguage();
  const filled = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  return useQuery({ queryKey: ['instant', 'list', asked, language], queryFn: ({ signal }) => ask<InstantPage>('/lending/instant', filled, signal), placeholderData: kept });
}

export type FundFirstRow = Shapes['FundFirstRow'];
export type FundFirstCap = Shapes['FundFirstCap'];

export function useFundFirst(asked: { q?: string; mandate?: string; state?: string; late?: string; page?: number; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['instant', 'watches', asked, language], queryFn: ({ signal }) => ask<Shapes['FundFirstPage']>('/lending/instant/watches', asked, signal), placeholderData: kept });
}

export function useInstant(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['instant', 'one', id, language], queryFn: ({ signal }) => ask<InstantDetail>(`/lending/instant/${id}`, {}, signal) });
}

export function useFirmIndex(firm: string, asked: { founded?: string; overdueDays?: string }) {
  const language = useLanguage();
  const filled = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  return useQuery({ queryKey: ['instant', 'index', firm, asked, language], queryFn: ({ signal }) => ask<FirmIndex>(`/lending/index/${firm}`, filled, signal), placeholderData: kept });
}

export const makeMandate = (order: object) => tell<MandateDetail>('POST', '/lending/mandates', order);

export const stopMandate = (id: string, reason: string) => tell<Shapes['MandatesStopped']>('POST', `/lending/mandates/${id}/stop`, { reason });

export const reopenMandate = (id: string, reason: string, baseVersion: number) => tell<MandateDetail>('POST', `/lending/mandates/${id}/reopen`, { reason, baseVersion });

export const replayInstant = (id: string) => ask<Shapes['InstantReplayed']>(`/lending/instant/${id}/replay`, {});

export type IndexFile = Shapes['IndexFileView'];
export type IndicesTaken = Shapes['IndicesTaken'];
export type IndexRow = Shapes['IndexRowTaken'];
export type IndexColumns = Shapes['LoanColumns'];

export function useIndexFiles(asked: { page?: number; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['instant', 'indices', asked, language], queryFn: ({ signal }) => ask<PageOf<IndexFile>>('/lending/indices', asked, signal), placeholderData: kept });
}

/** The titles of a file of indices with samples and the fields they are taken for. */
export const readIndexColumns = (file: File) => sendFile<IndexColumns>('/lending/indices/columns', file, file.name);

export const takeIndices = (file: File, asked: Record<string, string>) => sendFile<IndicesTaken>('/lending/indices', file, file.name, asked);

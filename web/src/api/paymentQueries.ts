import { skipToken, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import {
  batchFindings,
  batchHistory,
  closedLoop,
  everyItem,
  lineCandidates,
  lineSums,
  listBatches,
  listChannels,
  listDifferences,
  listFiles,
  listItems,
  listLines,
  listPayAccounts,
  listReceipts,
  listStatements,
  openBatch,
  openItem,
  openPayAccount,
  type AccountsQuery,
  type BatchesQuery,
  type DifferencesQuery,
  type FilesQuery,
  type ItemsQuery,
  type LinesQuery,
  type ReceiptsQuery,
} from './payments';

/** A write to payments moves batches, lines, differences and books at once: it invalidates the room. */
export const paymentKeys = ['payments'] as const;

const kept = <T>(previous: T) => previous;

export function useChannels() {
  const language = useLanguage();
  return useQuery({ queryKey: ['channels', language], queryFn: ({ signal }) => listChannels(signal), staleTime: Infinity, select: answer => answer.channels });
}

export function usePayAccounts(asked: AccountsQuery, enabled = true) {
  return useQuery({ queryKey: ['payments', 'accounts', asked], queryFn: ({ signal }) => listPayAccounts(asked, signal), placeholderData: kept, enabled });
}

const own: AccountsQuery = { role: 'own', pageSize: 200 };

/** The accounts one pays from, for pickers. */
export function useOwnAccounts() {
  return useQuery({ queryKey: ['payments', 'accounts', own], queryFn: ({ signal }) => listPayAccounts(own, signal), select: answer => answer.items });
}

export function usePayAccount(id: string) {
  return useQuery({ queryKey: ['payments', 'account', id], queryFn: ({ signal }) => openPayAccount(id, signal) });
}

export function useClosedLoop(id: string | null) {
  return useQuery({ queryKey: ['payments', 'loop', id], queryFn: id === null ? skipToken : ({ signal }) => closedLoop(id, signal) });
}

/** Titles of states come in the reader's language, so the language is part of the key. */
export function useBatches(asked: BatchesQuery) {
  const language = useLanguage();
  return useQuery({ queryKey: ['payments', 'batches', asked, language], queryFn: ({ signal }) => listBatches(asked, signal), placeholderData: kept });
}

export function useBatch(id: string | null) {
  const language = useLanguage();
  return useQuery({ queryKey: ['payments', 'batch', id, language], queryFn: id === null ? skipToken : ({ signal }) => openBatch(id, signal) });
}

export function useItems(batch: string, asked: ItemsQuery) {
  const language = useLanguage();
  return useQuery({ queryKey: ['payments', 'items', batch, asked, language], queryFn: ({ signal }) => listItems(batch, asked, signal), placeholderData: kept });
}

/** All of a batch, to be amended. */
export function useEveryItem(batch: string | null) {
  return useQuery({ queryKey: ['payments', 'every', batch], queryFn: batch === null ? skipToken : ({ signal }) => everyItem(batch, signal), gcTime: 0 });
}

export function useFindings(batch: string, version: number, enabled: boolean) {
  const language = useLanguage();
  return useQuery({ queryKey: ['payments', 'findings', batch, version, language], queryFn: ({ signal }) => batchFindings(batch, signal), enabled, staleTime: 0 });
}

export function useHistory(batch: string, page: number) {
  const language = useLanguage();
  return useQuery({ queryKey: ['payments', 'history', batch, page, language], queryFn: ({ signal }) => batchHistory(batch, { page, pageSize: 100 }, signal), placeholderData: kept });
}

export function useItem(id: string | null) {
  const language = useLanguage();
  return useQuery({ queryKey: ['payments', 'item', id, language], queryFn: id === null ? skipToken : ({ signal }) => openItem(id, signal) });
}

export function useFiles(asked: FilesQuery) {
  return useQuery({ queryKey: ['payments', 'files', asked], queryFn: ({ signal }) => listFiles(asked, signal), placeholderData: kept });
}

export function useStatements(asked: { accountId?: string; page?: number; pageSize?: number }) {
  const language = useLanguage();
  return useQuery({ queryKey: ['payments', 'statements', asked, language], queryFn: ({ signal }) => listStatements(asked, signal), placeholderData: kept });
}

export function useLines(asked: LinesQuery) {
  return useQuery({ queryKey: ['payments', 'lines', asked], queryFn: ({ signal }) => listLines(asked, signal), placeholderData: kept });
}

export function useLineSums(asked: { accountId?: string; from?: string; to?: string }) {
  return useQuery({ queryKey: ['payments', 'sums', asked], queryFn: ({ signal }) => lineSums(asked, signal), placeholderData: kept });
}

export function useLineCandidates(line: string | null) {
  return useQuery({ queryKey: ['payments', 'candidates', line], queryFn: line === null ? skipToken : ({ signal }) => lineCandidates(line, signal), select: answer => answer.candidates });
}

export function useReceipts(asked: ReceiptsQuery, enabled = true) {
  return useQuery({ queryKey: ['payments', 'receipts', asked], queryFn: ({ signal }) => listReceipts(asked, signal), placeholderData: kept, enabled });
}

export function useDifferences(asked: DifferencesQuery) {
  const language = useLanguage();
  return useQuery({ queryKey: ['payments', 'differences', asked, language], queryFn: ({ signal }) => listDifferences(asked, signal), placeholderData: kept });
}

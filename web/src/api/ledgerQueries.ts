import { skipToken, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { fetchBundle, listCheckpoints, listLeaves, logState, openLeaf, type LeavesQuery } from './evidence';
import {
  listBooks,
  listCandidates,
  listCharts,
  listEntries,
  listHolds,
  listPlanned,
  openBook,
  openEntry,
  runPlanned,
  statement,
  trialBalance,
  type AsOf,
  type BooksQuery,
  type JournalQuery,
  type Paged,
  type PlannedQuery,
  type StatementQuery,
} from './ledger';

/** A write to the ledger or the log changes balances, lists and leaves at once: it invalidates the whole room. */
export const ledgerKeys = {
  ledger: ['ledger'] as const,
  evidence: ['evidence'] as const,
};

export function useCharts() {
  const language = useLanguage();
  return useQuery({ queryKey: ['charts', language], queryFn: ({ signal }) => listCharts(signal), staleTime: Infinity });
}

export function useBooks(asked: BooksQuery, enabled = true) {
  return useQuery({ queryKey: ['ledger', 'books', asked], queryFn: ({ signal }) => listBooks(asked, signal), placeholderData: previous => previous, enabled });
}

export function useBook(id: string) {
  return useQuery({ queryKey: ['ledger', 'book', id], queryFn: ({ signal }) => openBook(id, signal) });
}

export function useTrialBalance(book: string, asOf: AsOf) {
  return useQuery({ queryKey: ['ledger', 'accounts', book, asOf], queryFn: ({ signal }) => trialBalance(book, asOf, signal), placeholderData: previous => previous });
}

const now: AsOf = {};

/** The accounts of a book as they stand, for pickers and names; none while no book is known. */
export function useAccounts(book: string | null) {
  return useQuery({
    queryKey: ['ledger', 'accounts', book ?? '', now],
    queryFn: book === null ? skipToken : ({ signal }) => trialBalance(book, now, signal),
    select: answer => answer.accounts,
  });
}

export function useEntries(book: string, asked: JournalQuery) {
  return useQuery({ queryKey: ['ledger', 'entries', book, asked], queryFn: ({ signal }) => listEntries(book, asked, signal), placeholderData: previous => previous });
}

/** The title of an entry's source comes in the reader's language. */
export function useEntry(id: string | null) {
  const language = useLanguage();
  return useQuery({ queryKey: ['ledger', 'entry', id, language], queryFn: id === null ? skipToken : ({ signal }) => openEntry(id, signal) });
}

export function useStatement(account: string, asked: StatementQuery) {
  return useQuery({ queryKey: ['ledger', 'statement', account, asked], queryFn: ({ signal }) => statement(account, asked, signal), placeholderData: previous => previous });
}

export function useHolds(book: string, asked: Paged & { state?: string }) {
  return useQuery({ queryKey: ['ledger', 'holds', book, asked], queryFn: ({ signal }) => listHolds(book, asked, signal), placeholderData: previous => previous });
}

export function usePlanned(book: string, asked: PlannedQuery) {
  return useQuery({ queryKey: ['ledger', 'planned', book, asked], queryFn: ({ signal }) => listPlanned(book, asked, signal), placeholderData: previous => previous });
}

export function useCandidates(book: string, planned: string) {
  return useQuery({ queryKey: ['ledger', 'candidates', book, planned], queryFn: ({ signal }) => listCandidates(book, planned, signal) });
}

export function useRunPlanned(run: string) {
  return useQuery({ queryKey: ['ledger', 'run', run], queryFn: ({ signal }) => runPlanned(run, signal) });
}

export function useLogState() {
  return useQuery({ queryKey: ['evidence', 'log'], queryFn: ({ signal }) => logState(signal) });
}

export function useLeaves(asked: LeavesQuery) {
  return useQuery({ queryKey: ['evidence', 'leaves', asked], queryFn: ({ signal }) => listLeaves(asked, signal), placeholderData: previous => previous });
}

/** A checkpoint covers a new leaf within a second: until then the leaf is asked again. */
export function useLeaf(id: string) {
  return useQuery({
    queryKey: ['evidence', 'leaf', id],
    queryFn: ({ signal }) => openLeaf(id, signal),
    refetchInterval: query => (query.state.data?.index === null ? 1_500 : false),
  });
}

/** The bundle of a leaf; `covered` says that a checkpoint covers it, before that there is none to fetch. */
export function useBundle(leaf: string, covered: boolean) {
  return useQuery({ queryKey: ['evidence', 'bundle', leaf], queryFn: covered ? ({ signal }) => fetchBundle(leaf, signal) : skipToken });
}

export function useCheckpoints(asked: { page: number; pageSize: number }) {
  return useQuery({ queryKey: ['evidence', 'checkpoints', asked], queryFn: ({ signal }) => listCheckpoints(asked, signal), placeholderData: previous => previous });
}

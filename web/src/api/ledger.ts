import { address, ask, tell } from './ask';
import type {
  AccountClass,
  AccountRow,
  AccountRule,
  BookKind,
  BookRow,
  Candidate,
  Chart,
  EntryDetail,
  EntryResult,
  EntryRow,
  HoldRow,
  NewEntry,
  PageOf,
  PlannedPage,
  PlannedRow,
  RunPlanned,
  RunPosted,
  Side,
  Statement,
  TrialBalance,
} from './ledgerTypes';

/** What the ledger can be asked, one function each. `signal` gives up waiting. */

export interface Paged {
  page?: number;
  pageSize?: number;
}

export type BooksQuery = Paged & { query?: string; kind?: string; sort?: string };
export type AsOf = { effective?: string; recorded?: string };
export type JournalQuery = Paged & { from?: string; to?: string; account?: string; event?: string; query?: string; reversed?: string };
export type StatementQuery = Paged & { from?: string; to?: string; recorded?: string; order?: string };
export type PlannedQuery = Paged & { state?: string; from?: string; to?: string };

export const listCharts = (signal: AbortSignal) => ask<{ charts: Chart[] }>('/ledger/charts', {}, signal);

export const listBooks = (asked: BooksQuery, signal: AbortSignal) => ask<PageOf<BookRow>>('/ledger/books', asked, signal);

export const createBook = (body: { code: string; name: string; kind: BookKind; openedOn: string }) => tell<BookRow>('POST', '/ledger/books', body);

export const openBook = (id: string, signal: AbortSignal) => ask<BookRow>(`/ledger/books/${id}`, {}, signal);

export const trialBalance = (book: string, asOf: AsOf, signal: AbortSignal) => ask<TrialBalance>(`/ledger/books/${book}/accounts`, asOf, signal);

export const addAccount = (
  book: string,
  body: { code: string; zh: string; en: string; class: AccountClass; normal: Side; rule: AccountRule; limit: string | null },
) => tell<AccountRow>('POST', `/ledger/books/${book}/accounts`, body);

export const changeAccount = (account: string, body: { zh: string; en: string; rule: AccountRule; limit: string | null; closed: boolean; baseVersion: number }) =>
  tell<AccountRow>('PUT', `/ledger/accounts/${account}`, body);

export const postEntries = (book: string, entries: NewEntry[]) => tell<{ results: EntryResult[] }>('POST', `/ledger/books/${book}/entries`, { entries });

export const listEntries = (book: string, asked: JournalQuery, signal: AbortSignal) => ask<PageOf<EntryRow>>(`/ledger/books/${book}/entries`, asked, signal);

export const openEntry = (id: string, signal: AbortSignal) => ask<EntryDetail>(`/ledger/entries/${id}`, {}, signal);

export const reverseEntry = (entry: string, body: { id: string; effective: string; memo: string }) => tell<EntryRow>('POST', `/ledger/entries/${entry}/reverse`, body);

export const statement = (account: string, asked: StatementQuery, signal: AbortSignal) => ask<Statement>(`/ledger/accounts/${account}/statement`, asked, signal);

export const listHolds = (book: string, asked: Paged & { state?: string }, signal: AbortSignal) => ask<PageOf<HoldRow>>(`/ledger/books/${book}/holds`, asked, signal);

export const placeHold = (book: string, body: { id: string; debit: string; credit: string; amount: string; expires: string | null; event: string; memo: string }) =>
  tell<HoldRow>('POST', `/ledger/books/${book}/holds`, body);

export const postHold = (hold: string, body: { id: string; amount: string | null; effective: string; memo: string }) => tell<HoldRow>('POST', `/ledger/holds/${hold}/post`, body);

export const voidHold = (hold: string, memo: string) => tell<HoldRow>('POST', `/ledger/holds/${hold}/void`, { memo });

export const advanceDate = (book: string, date: string) => tell<{ book: BookRow; expired: HoldRow[] }>('POST', `/ledger/books/${book}/business-date`, { date });

export const listPlanned = (book: string, asked: PlannedQuery, signal: AbortSignal) => ask<PlannedPage>(`/ledger/books/${book}/planned`, asked, signal);

export const listCandidates = (book: string, planned: string, signal: AbortSignal) =>
  ask<{ entries: Candidate[] }>(`/ledger/books/${book}/planned/${planned}/candidates`, {}, signal);

export const matchPlanned = (planned: string, body: { entryId: string; amount: string | null }) => tell<PlannedRow>('POST', `/ledger/planned/${planned}/matches`, body);

export const unmatchPlanned = (planned: string, entry: string) => tell<PlannedRow>('DELETE', `/ledger/planned/${planned}/matches/${entry}`);

export const runPlanned = (run: string, signal: AbortSignal) => ask<RunPlanned>(`/runs/${run}/planned-entries`, {}, signal);

export const postRun = (run: string, body: { bookId: string | null; code: string | null; name: string | null }) => tell<RunPosted>('POST', `/runs/${run}/planned-entries`, body);

/** The language of the page: a link carries no header of its own. */
const speaking = (language: string) => ({ lang: language === 'en' ? 'en' : 'zh' });

export const trialBalanceFile = (book: string, asOf: AsOf, language: string) => address(`/ledger/books/${book}/trial-balance.xlsx`, { ...asOf, ...speaking(language) });

export const journalFile = (book: string, asked: JournalQuery, language: string) => address(`/ledger/books/${book}/journal.xlsx`, { ...asked, ...speaking(language) });

export const statementFile = (account: string, asked: StatementQuery, language: string) =>
  address(`/ledger/accounts/${account}/statement.xlsx`, { ...asked, ...speaking(language) });

import { address, ask, sendFile, tell } from './ask';
import type { PageOf } from './ledgerTypes';
import type { AccountContent, AccountRole, AnswerRead, Batch, BatchFindings, Channel, ConfirmWarning, Item, ItemDetail, NewBatch, PayAccount, PayeeKind, PayFile, SentBatch, Step, TableRead } from './paymentTypes';
import type { BalancesRead, Candidate, ClosedLoop, Difference, Line, LineSums, MatchKind, NewReceipt, Receipt, Statement, StatementsImported } from './reconciliationTypes';

/** What the payments room can be asked, one function each. `signal` gives up waiting. */

interface Paged {
  page?: number;
  pageSize?: number;
}

export type AccountsQuery = Paged & { role?: string; query?: string; closedLoop?: boolean; active?: boolean };
export type BatchesQuery = Paged & { state?: string; query?: string; accountId?: string; differing?: boolean };
export type ItemsQuery = Paged & { state?: string; query?: string; differing?: boolean };
export type LinesQuery = Paged & { accountId?: string; statementId?: string; state?: string; query?: string; from?: string; to?: string };
export type DifferencesQuery = Paged & { date?: string; state?: string; kind?: string; accountId?: string };
export type FilesQuery = Paged & { kind?: string; batchId?: string };
export type ReceiptsQuery = Paged & { accountId?: string; state?: string };

export const listChannels = (signal: AbortSignal) => ask<{ channels: Channel[] }>('/payments/channels', {}, signal);

export const listPayAccounts = (asked: AccountsQuery, signal?: AbortSignal) => ask<PageOf<PayAccount>>('/payments/accounts', asked, signal);

export const openPayAccount = (id: string, signal: AbortSignal) => ask<PayAccount>(`/payments/accounts/${id}`, {}, signal);

export const addPayAccount = (account: AccountContent & { role: AccountRole; kind: PayeeKind; number: string }) => tell<PayAccount>('POST', '/payments/accounts', account);

export const changePayAccount = (id: string, account: AccountContent & { active: boolean; baseVersion: number }) => tell<PayAccount>('PUT', `/payments/accounts/${id}`, account);

export const closedLoop = (id: string, signal: AbortSignal) => ask<ClosedLoop>(`/payments/accounts/${id}/closed-loop`, {}, signal);

export const listBatches = (asked: BatchesQuery, signal: AbortSignal) => ask<PageOf<Batch>>('/payments/batches', asked, signal);

export const openBatch = (id: string, signal: AbortSignal) => ask<Batch>(`/payments/batches/${id}`, {}, signal);

export const listItems = (batch: string, asked: ItemsQuery, signal: AbortSignal) => ask<PageOf<Item>>(`/payments/batches/${batch}/items`, asked, signal);

/** Every item of a batch, page by page. */
export async function everyItem(batch: string, signal: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page += 1) {
    const part = await listItems(batch, { page, pageSize: 500 }, signal);
    items.push(...part.items);
    if (items.length >= part.total || part.items.length === 0) return items;
  }
}

export const makeBatch = (batch: NewBatch) => tell<Batch>('POST', '/payments/batches', batch);

export const amendBatch = (id: string, batch: NewBatch, baseVersion: number) => tell<Batch>('PUT', `/payments/batches/${id}`, { batch, baseVersion });

export const batchFindings = (id: string, signal: AbortSignal) => ask<BatchFindings>(`/payments/batches/${id}/findings`, {}, signal);

export const checkBatch = (id: string, baseVersion: number, confirm: ConfirmWarning[]) => tell<Batch>('POST', `/payments/batches/${id}/check`, { baseVersion, confirm });

export const approveBatch = (id: string, baseVersion: number, note: string | null) => tell<Batch>('POST', `/payments/batches/${id}/approve`, { baseVersion, note });

export const reopenBatch = (id: string, baseVersion: number, note: string | null) => tell<Batch>('POST', `/payments/batches/${id}/reopen`, { baseVersion, note });

export const cancelBatch = (id: string, baseVersion: number, note: string | null) => tell<Batch>('POST', `/payments/batches/${id}/cancel`, { baseVersion, note });

export const sendBatch = (id: string, baseVersion: number) => tell<SentBatch>('POST', `/payments/batches/${id}/send`, { baseVersion });

export const postPayments = (id: string) => tell<Batch>('POST', `/payments/batches/${id}/post`, {});

export const batchHistory = (id: string, asked: Paged, signal: AbortSignal) => ask<PageOf<Step>>(`/payments/batches/${id}/history`, asked, signal);

export const openItem = (id: string, signal: AbortSignal) => ask<ItemDetail>(`/payments/items/${id}`, {}, signal);

export const queryItem = (id: string, way: string) => tell<ItemDetail>('POST', `/payments/items/${id}/query`, { way });

export const answerQuery = (id: string, answer: string, note: string) => tell<ItemDetail>('POST', `/payments/queries/${id}/answer`, { answer, note });

export interface RetryContent {
  reason: string;
  payeeName: string | null;
  account: string | null;
  agentName: string | null;
  agentCnaps: string | null;
  operatingBank: string | null;
}

export const retryItem = (id: string, content: RetryContent) => tell<ItemDetail>('POST', `/payments/items/${id}/retry`, content);

export const readTable = (content: Blob, name: string, accountId: string, purpose: string) => sendFile<TableRead>('/payments/table', content, name, { accountId, purpose });

export const readAnswer = (file: File) => sendFile<AnswerRead>('/payments/answers', file, file.name);

export const importStatement = (file: File) => sendFile<StatementsImported>('/payments/statements', file, file.name);

export const readBalances = (file: File) => sendFile<BalancesRead>('/payments/balances', file, file.name);

export const listFiles = (asked: FilesQuery, signal: AbortSignal) => ask<PageOf<PayFile>>('/payments/files', asked, signal);

export const listStatements = (asked: Paged & { accountId?: string }, signal: AbortSignal) => ask<PageOf<Statement>>('/payments/statements', asked, signal);

export const listLines = (asked: LinesQuery, signal: AbortSignal) => ask<PageOf<Line>>('/payments/lines', asked, signal);

export const lineSums = (asked: { accountId?: string; from?: string; to?: string }, signal: AbortSignal) => ask<LineSums>('/payments/lines/sums', asked, signal);

export const lineCandidates = (line: string, signal: AbortSignal) => ask<{ candidates: Candidate[] }>(`/payments/lines/${line}/candidates`, {}, signal);

export const matchLine = (line: string, kind: MatchKind, id: string, note: string | null) => tell<Line>('POST', `/payments/lines/${line}/match`, { kind, id, note });

export const unmatchLine = (line: string) => tell<Line>('POST', `/payments/lines/${line}/unmatch`, {});

export const explainLine = (line: string, note: string) => tell<Line>('POST', `/payments/lines/${line}/explain`, { note });

export const listReceipts = (asked: ReceiptsQuery, signal: AbortSignal) => ask<PageOf<Receipt>>('/payments/receipts', asked, signal);

export const planReceipts = (accountId: string, receipts: NewReceipt[]) => tell<{ receipts: Receipt[]; total: string }>('POST', '/payments/receipts', { accountId, receipts });

export const cancelReceipt = (id: string) => tell<Receipt>('POST', `/payments/receipts/${id}/cancel`, {});

export const postReceipt = (id: string) => tell<Receipt>('POST', `/payments/receipts/${id}/post`, {});

export const listDifferences = (asked: DifferencesQuery, signal: AbortSignal) => ask<PageOf<Difference>>('/payments/differences', asked, signal);

export const countDifferences = (date: string) => tell<{ date: string; open: number }>('POST', '/payments/differences/count', { date });

export const explainDifference = (id: string, note: string, baseVersion: number) => tell<Difference>('POST', `/payments/differences/${id}/explain`, { note, baseVersion });

/** A link carries no header of its own: the language stands in it. */
const speaking = (language: string) => ({ lang: language === 'en' ? 'en' : 'zh' });

export const fileContent = (id: string) => address(`/payments/files/${id}/content`);

export const batchWorkbook = (id: string, language: string) => address(`/payments/batches/${id}/batch.xlsx`, speaking(language));

export const differencesWorkbook = (asked: DifferencesQuery, language: string) => address('/payments/differences.xlsx', { ...asked, ...speaking(language) });

import { address, ask, sendFile, tell } from './ask';
import { send } from './client';
import type { PageOf } from './ledgerTypes';
import type { AppraisalDetail, AppraisalDraft, AppraisalRow, BatchDetail, BatchFirmOrder, BatchOrder, BatchRow, BatchTemplateRead, CalculatedAppraisal, DraftOrder, ValueRequest } from './valuationTypes';

/** What the room of appraisals can be asked, one function each. `signal` gives up waiting. */

export interface AppraisalsQuery {
  q?: string;
  firm?: string;
  right?: string;
  batch?: string;
  state?: string;
  page?: number;
  pageSize?: number;
}

export const listAppraisals = (asked: AppraisalsQuery, signal: AbortSignal) => ask<PageOf<AppraisalRow>>('/appraisals', asked, signal);

export const openAppraisal = (id: string, version: number | null, signal?: AbortSignal) => ask<AppraisalDetail>(`/appraisals/${id}`, { version }, signal);

export const draftAppraisal = (order: DraftOrder) => tell<AppraisalDraft>('POST', '/appraisals/draft', order);

/** Computes and keeps nothing. */
export async function calculateAppraisal(request: ValueRequest, signal: AbortSignal): Promise<CalculatedAppraisal> {
  const asked = new Request(new URL(address('/appraisals/calculate'), location.href), { method: 'POST', body: JSON.stringify({ request }), headers: { 'Content-Type': 'application/json' }, signal });
  return (await (await send(asked)).json()) as CalculatedAppraisal;
}

export const saveAppraisal = (appraisal: { name: string; firmId: string | null; request: ValueRequest; reason: string }) => tell<AppraisalDetail>('POST', '/appraisals', appraisal);

export const changeAppraisal = (id: string, change: { from: number; name: string; request: ValueRequest; reason: string }) => tell<AppraisalDetail>('PUT', `/appraisals/${id}`, change);

export const signAppraisal = (id: string, signature: { version: number; name: string; certificate: string }) => tell<AppraisalDetail>('POST', `/appraisals/${id}/signatures`, signature);

export const listBatches = (asked: { page?: number; pageSize?: number }, signal: AbortSignal) => ask<PageOf<BatchRow>>('/appraisals/batches', asked, signal);

export const openBatch = (id: string, asked: { page?: number; pageSize?: number }, signal: AbortSignal) => ask<BatchDetail>(`/appraisals/batches/${id}`, asked, signal);

export const startBatch = (order: BatchOrder) => tell<BatchRow>('POST', '/appraisals/batches', order);

/** Where links download a batch: the workbook of its results, and what it was asked as a file to fill in. */
export const batchWorkbookAddress = (id: string, lang: string) => address(`/appraisals/batches/${id}/workbook`, { lang });

export const batchTemplateAddress = (id: string, format: 'xlsx' | 'json') => address(`/appraisals/batches/${id}/template`, { format });

/** Rights and parameters of a batch to be, as a file to fill in. */
export async function makeBatchTemplate(order: { firms: BatchFirmOrder[]; baseDate: string; name: string; purpose: string; valueType: string | null; weightsBy: string; template: ValueRequest | null; format: 'xlsx' | 'json' }): Promise<Blob> {
  return (await send(new Request(new URL(address('/appraisals/batches/template'), location.href), { method: 'POST', body: JSON.stringify(order), headers: { 'Content-Type': 'application/json' } }))).blob();
}

export const readBatchTemplate = (file: File) => sendFile<BatchTemplateRead>('/appraisals/batches/template/read', file, file.name);

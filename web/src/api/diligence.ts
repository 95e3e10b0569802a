import { ask, tell } from './ask';
import type { AnalysisDetail, AnalysisOrder, AnalysisRow, Checklist, DiligenceDetail, DiligenceOrder, DiligenceRow, FactAnswer, NewFactAnswer } from './diligenceTypes';
import type { PageOf } from './ledgerTypes';

/** Due diligence and analyses, one function each. `signal` gives up waiting. */

export interface DiligenceQuery {
  firm?: string;
  right?: string;
  answer?: string;
  page?: number;
  pageSize?: number;
}

export const listDiligence = (asked: DiligenceQuery, signal: AbortSignal) => ask<PageOf<DiligenceRow>>('/diligence', asked, signal);

export const openDiligence = (id: string, signal: AbortSignal) => ask<DiligenceDetail>(`/diligence/${id}`, {}, signal);

export const openChecklist = (signal: AbortSignal) => ask<Checklist>('/diligence/checklist', {}, signal);

export const makeDiligence = (order: DiligenceOrder) => tell<DiligenceDetail>('POST', '/diligence', order);

export const answerFact = (answer: NewFactAnswer) => tell<FactAnswer>('POST', '/diligence/answers', answer);

export const listAnalyses = (asked: { firm?: string; page?: number; pageSize?: number }, signal: AbortSignal) => ask<PageOf<AnalysisRow>>('/analyses', asked, signal);

export const openAnalysis = (id: string, signal: AbortSignal) => ask<AnalysisDetail>(`/analyses/${id}`, {}, signal);

export const makeAnalysis = (order: AnalysisOrder) => tell<AnalysisDetail>('POST', '/analyses', order);

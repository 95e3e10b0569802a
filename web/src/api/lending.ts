import { ask, sendFile, tell } from './ask';
import type { AnswerFile, Incident, PledgeDetail, PledgeOrder, PledgeParty, PledgeRow, PreCheck, RegistrationDetail, RegistrationRow, ReplacementOrder, StatementOrder, StepOrder } from './lendingTypes';
import type { PageOf } from './ledgerTypes';

/** Pledges and their registrations, one function each. `signal` gives up waiting. */

export interface RegistrationQuery {
  q?: string;
  state?: string;
  registry?: string;
  due?: string;
  page?: number;
  pageSize?: number;
}

export const listRegistrations = (asked: RegistrationQuery, signal: AbortSignal) => ask<PageOf<RegistrationRow>>('/registrations', asked, signal);

export const openRegistration = (id: string, signal: AbortSignal) => ask<RegistrationDetail>(`/registrations/${id}`, {}, signal);

export const examineRegistration = (id: string, signal: AbortSignal) => ask<PreCheck>(`/registrations/${id}/grounds`, {}, signal);

export const precheck = (order: { numbers: string; debtEnd: string; pledgors: PledgeParty[]; day: string | null }) => tell<PreCheck>('POST', '/registrations/precheck', order);

export const makePledge = (order: PledgeOrder) => tell<PledgeDetail>('POST', '/pledges', order);

export interface PledgeQuery {
  q?: string;
  state?: string;
  side?: string;
  page?: number;
  pageSize?: number;
}

export const listPledges = (asked: PledgeQuery, signal: AbortSignal) => ask<PageOf<PledgeRow>>('/pledges', asked, signal);

export const openPledge = (id: string, signal: AbortSignal) => ask<PledgeDetail>(`/pledges/${id}`, {}, signal);

export const replaceRights = (id: string, order: ReplacementOrder) => tell<PledgeDetail>('POST', `/pledges/${id}/replacements`, order);

export const listIncidents = (asked: { page?: number; pageSize?: number }, signal: AbortSignal) => ask<PageOf<Incident>>('/pledges/incidents', asked, signal);

export const closeIncident = (id: string, order: { note: string; baseVersion: number }) => tell<Incident>('POST', `/pledges/incidents/${id}/close`, order);

/** A step of the parties, of the registry, or the request to cancel, which takes a second person. */
export const takeStep = (id: string, door: 'steps' | 'registry-steps' | 'cancellation', order: StepOrder) => tell<RegistrationDetail>('POST', `/registrations/${id}/${door}`, order);

export const stateGround = (id: string, order: StatementOrder) => tell<RegistrationDetail>('POST', `/registrations/${id}/statements`, order);

export const listAnswers = (asked: { page?: number; pageSize?: number }, signal: AbortSignal) => ask<PageOf<AnswerFile>>('/registrations/answers', asked, signal);

export const takeAnswers = (registry: string, file: File) => sendFile<AnswerFile>('/registrations/answers', file, file.name, { registry });

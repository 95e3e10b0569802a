import type {
  ApprovalCount,
  ApprovalRow,
  ApprovalView,
  DecisionKind,
  DelegationView,
  MandateUse,
  MandateView,
  RouteRules,
  RouteVersionRow,
} from './approvalTypes';
import { ask, tell } from './ask';
import type { PageOf } from './ledgerTypes';

/** What the approvals can be asked, one function each. */

export interface ApprovalsQuery {
  view: string;
  state?: string;
  act?: string;
  page?: number;
  pageSize?: number;
}

export const listApprovals = (asked: ApprovalsQuery, signal: AbortSignal) => ask<PageOf<ApprovalRow>>('/approvals', asked, signal);

export const countApprovals = (signal: AbortSignal) => ask<ApprovalCount>('/approvals/count', {}, signal);

export const openApproval = (id: string, signal: AbortSignal) => ask<ApprovalView>(`/approvals/${id}`, {}, signal);

export interface Decision {
  /** The round that was looked at. */
  round: number;
  decision: DecisionKind;
  note: string;
  conditions: readonly string[];
  for: string | null;
}

export const decide = (id: string, decision: Decision) => tell<ApprovalView>('POST', `/approvals/${id}/decide`, decision);

export const withdraw = (id: string, note: string) => tell<ApprovalView>('POST', `/approvals/${id}/withdraw`, { note });

/** Puts up again what was sent back, with a new body, whole. */
export const supplement = (id: string, body: unknown) => tell<ApprovalView>('POST', `/approvals/${id}/supplement`, { body });

export const meetCondition = (id: string, no: number, note: string) => tell<ApprovalView>('POST', `/approvals/${id}/conditions/${no}/meet`, { note });

export const confirmCondition = (id: string, no: number) => tell<ApprovalView>('POST', `/approvals/${id}/conditions/${no}/confirm`, {});

export const listDelegations = (signal: AbortSignal) => ask<{ delegations: DelegationView[] }>('/approvals/delegations', {}, signal);

export const giveDelegation = (body: { to: string; acts: readonly string[]; first: string; last: string; note: string }) => tell<DelegationView>('POST', '/approvals/delegations', body);

export const endDelegation = (id: string, note: string) => tell<DelegationView>('POST', `/approvals/delegations/${id}/end`, { note });

export const listMandates = (signal: AbortSignal) => ask<{ mandates: MandateView[] }>('/approvals/mandates', {}, signal);

export const listMandateUses = (id: string, signal: AbortSignal) => ask<{ uses: MandateUse[] }>(`/approvals/mandates/${id}/uses`, {}, signal);

export interface NewMandate {
  act: string;
  title: string;
  limit: string;
  daily: string;
  first: string;
  until: string;
  product: string | null;
  note: string;
}

export const makeMandate = (body: NewMandate) => tell<MandateView>('POST', '/approvals/mandates', body);

export const endMandate = (id: string, note: string) => tell<MandateView>('POST', `/approvals/mandates/${id}/end`, { note });

export const listRules = (signal: AbortSignal) => ask<RouteRules>('/approvals/routes', {}, signal);

export const listRouteVersions = (signal: AbortSignal) => ask<{ versions: RouteVersionRow[] }>('/approvals/routes/versions', {}, signal);

export const openRouteVersion = (no: number, signal?: AbortSignal) => ask<{ row: RouteVersionRow; text: string }>(`/approvals/routes/versions/${no}`, {}, signal);

export const saveRoutes = (body: { text: string; note: string; baseNo: number }) => tell<RouteVersionRow>('POST', '/approvals/routes', body);

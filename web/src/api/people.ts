import { ask, tell } from './ask';
import type { components } from './schema';
import type { PageOf } from './ledgerTypes';

type Schemas = components['schemas'];

/** People, roles, organisations and one's own account, one function each. */

export type UserRow = Schemas['UserRow'];
export type MemberView = Schemas['MemberView'];
export type RoleView = Schemas['RoleView'];
export type Grant = Schemas['Grant'];
export type OrganisationRow = Schemas['OrganisationRow'];
export type ConflictView = Schemas['ConflictView'];
export type SessionView = Schemas['SessionView'];
export type TokenView = Schemas['TokenView'];
export type IssuedPassword = Schemas['IssuedPassword'];
export type FactorStart = Schemas['FactorStart'];

export interface UsersQuery {
  query?: string;
  page?: number;
  pageSize?: number;
}

export interface OrganisationsQuery extends UsersQuery {
  kind?: string;
}

export interface ConflictsQuery {
  state?: string;
  subjectKind?: string;
  subjectId?: string;
  page?: number;
  pageSize?: number;
}

export const listUsers = (asked: UsersQuery, signal: AbortSignal) => ask<PageOf<UserRow>>('/access/users', asked, signal);
export const openUser = (id: string, signal: AbortSignal) => ask<UserRow>(`/access/users/${id}`, {}, signal);
export const addUser = (body: { login: string; name: string; role: string | null }) => tell<UserRow>('POST', '/access/users', body);
export const changeUser = (id: string, body: { name: string; disabled: boolean; baseVersion: number }) => tell<UserRow>('PUT', `/access/users/${id}`, body);
export const unlockUser = (id: string) => tell<UserRow>('POST', `/access/users/${id}/unlock`);
export const removeFactor = (id: string) => tell<UserRow>('POST', `/access/users/${id}/totp-off`);

/** A password to be told once; it is kept nowhere. */
export const issuePassword = (id: string) => tell<IssuedPassword>('POST', `/access/users/${id}/password`);

export const addMember = (body: { login: string; role: string; from: string | null; until: string | null }) => tell<UserRow>('POST', '/access/members', body);
export const endMember = (id: string, until: string) => tell<UserRow>('POST', `/access/members/${id}/end`, { until });

export const listRoles = (signal: AbortSignal) => ask<{ roles: RoleView[] }>('/access/roles', {}, signal);
export const saveRole = (code: string, body: { zh: string; en: string; grants: readonly Grant[]; active: boolean; baseVersion: number }) =>
  tell<RoleView>('PUT', `/access/roles/${encodeURIComponent(code)}`, body);

export const listOrganisations = (asked: OrganisationsQuery, signal: AbortSignal) => ask<PageOf<OrganisationRow>>('/access/organisations', asked, signal);
export const addOrganisation = (body: { name: string; kind: string; code: string | null; administrator: string | null; administratorName: string | null }) =>
  tell<OrganisationRow>('POST', '/access/organisations', body);
export const changeOrganisation = (id: string, body: { name: string; code: string | null; active: boolean; baseVersion: number }) => tell<OrganisationRow>('PUT', `/access/organisations/${id}`, body);

/** The number travels in the body, so that it stands in no log. */
export const findPerson = (idNumber: string) => tell<OrganisationRow>('POST', '/access/organisations/find', { idNumber });
export const addPerson = (body: { name: string; idNumber: string; login: string | null }) => tell<OrganisationRow>('POST', '/access/persons', body);

export const listConflicts = (asked: ConflictsQuery, signal: AbortSignal) => ask<PageOf<ConflictView>>('/access/conflicts', asked, signal);
export const raiseConflict = (body: { subjectKind: string; subjectId: string; party: string; roles: readonly string[]; note: string }) => tell<ConflictView>('POST', '/access/conflicts', body);
export const decideConflict = (id: string, outcome: 'approved' | 'refused', note: string) => tell<ConflictView>('POST', `/access/conflicts/${id}/decide`, { outcome, note });

export const listSessions = (signal: AbortSignal) => ask<{ sessions: SessionView[] }>('/access/sessions', {}, signal);
export const endSession = (id: string) => tell<undefined>('POST', `/access/sessions/${id}/end`);

export const startFactor = () => tell<FactorStart>('POST', '/access/totp/start', {});
export const confirmFactor = (code: string) => tell<undefined>('POST', '/access/totp/confirm', { code });
export const endFactor = (code: string) => tell<undefined>('POST', '/access/totp/off', { code });

export const listTokens = (signal: AbortSignal) => ask<{ tokens: TokenView[] }>('/access/tokens', {}, signal);
export const makeToken = (body: { name: string; scopes: readonly string[]; days: number }) => tell<{ token: string; view: TokenView }>('POST', '/access/tokens', body);
export const revokeToken = (id: string) => tell<undefined>('POST', `/access/tokens/${id}/revoke`);

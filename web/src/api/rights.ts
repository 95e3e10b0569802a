import { address, ask, tell } from './ask';
import type { ImportReport } from './importTypes';
import type { PageOf } from './ledgerTypes';
import type { NewEncumbrance, NewRight, NewRightEvent, NewTrade, PlacedPage, RegisteredRight, RightProfile, RightQuestion, RightRow, RightSource, RightStanding, RightStatement } from './rightTypes';

import type { SearchAsked } from './searches';

/** What the register of rights can be asked, one function each. `signal` gives up waiting. */

export interface RightsQuery extends SearchAsked {
  /** Ids without hyphens, points between them. */
  chosen?: string;
  /** Where the page begins, as a page before it said; empty for the first one. */
  place?: string;
  pageSize?: number;
}

export const listRights = (asked: RightsQuery, signal: AbortSignal) => ask<PlacedPage<RightRow>>('/rights', asked, signal);

/** The filtered list over all its pages, as a workbook. */
export const exportRightsAddress = ({ place: _place, pageSize: _size, ...asked }: RightsQuery, lang: string) => address('/rights/export', { ...asked, lang });

export const openRight = (id: string, day: string, signal: AbortSignal) => ask<RightProfile>(`/rights/${id}`, { day }, signal);

export const rightStanding = (id: string, asked: { day: string; known: string }, signal: AbortSignal) => ask<RightStanding>(`/rights/${id}/standing`, asked, signal);

export const listQuestions = (asked: { open?: boolean; source?: string; place?: string; pageSize?: number }, signal: AbortSignal) => ask<PlacedPage<RightQuestion>>('/rights/questions', asked, signal);

export const answerQuestion = (id: string, effect: string, note: string) => tell<RightRow>('POST', `/rights/questions/${id}/answer`, { effect, note });

export const registerRight = (right: NewRight) => tell<RegisteredRight>('POST', '/rights', right);

export const stateRight = (id: string, statement: RightStatement) => tell<RegisteredRight>('POST', `/rights/${id}/statements`, statement);

export const recordEvent = (id: string, event: NewRightEvent) => tell<RightRow>('POST', `/rights/${id}/events`, event);

export const encumberRight = (id: string, encumbrance: NewEncumbrance) => tell<RightRow>('POST', `/rights/${id}/encumbrances`, encumbrance);

export const endEncumbrance = (id: string, encumbrance: string, on: string, note: string) => tell<RightRow>('POST', `/rights/${id}/encumbrances/${encumbrance}/end`, { on, note });

export const recordTrade = (id: string, trade: NewTrade) => tell<RightRow>('POST', `/rights/${id}/trades`, trade);

export const listSources = (asked: { page?: number; pageSize?: number }, signal: AbortSignal) => ask<PageOf<RightSource>>('/rights/sources', asked, signal);

export const openSource = (id: string, signal: AbortSignal) => ask<ImportReport>(`/rights/sources/${id}`, {}, signal);

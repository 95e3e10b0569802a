import { answer, api, file } from './client';
import type {
  Calculation,
  Change,
  DealDetail,
  DealPage,
  ExportKind,
  FoundingCase,
  Imported,
  RunComparison,
  RunRow,
  SavedScenario,
  Scenario,
  Shelf,
  Version,
  Why,
} from './types';

/** What the deal desk can be asked, one function each. `signal` gives up waiting. */

export interface DealQuery {
  query?: string;
  market?: string;
  structure?: string;
  sort?: string;
  page?: number;
  pageSize?: number;
}

export const listCases = (signal: AbortSignal) => answer<{ cases: FoundingCase[] }>(api.GET('/api/v1/cases', { signal }));

export function listDeals(asked: DealQuery, signal: AbortSignal) {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')) as DealQuery;
  return answer<DealPage>(api.GET('/api/v1/deals', { params: { query }, signal }));
}

export const openDeal = (id: string, signal: AbortSignal) => answer<DealDetail>(api.GET('/api/v1/deals/{id}', { params: { path: { id } }, signal }));

export const createDeal = (text: string, reason: string) => answer<DealDetail>(api.POST('/api/v1/deals', { body: { text, reason } }));

export const saveVersion = (id: string, body: { baseVersion: number; text: string; reason: string }) =>
  answer<DealDetail>(api.POST('/api/v1/deals/{id}/versions', { params: { path: { id } }, body }));

export const listVersions = (id: string, signal: AbortSignal) =>
  answer<{ versions: Version[] }>(api.GET('/api/v1/deals/{id}/versions', { params: { path: { id } }, signal }));

export const openVersion = (id: string, number: number, signal?: AbortSignal) =>
  answer<{ version: Version; text: string }>(api.GET('/api/v1/deals/{id}/versions/{number}', { params: { path: { id, number } }, signal }));

export const versionChanges = (id: string, from: number, to: number, signal: AbortSignal) =>
  answer<{ changes: Change[] }>(api.GET('/api/v1/deals/{id}/versions/{from}/changes/{to}', { params: { path: { id, from, to } }, signal }));

export const textChanges = (before: string, after: string, signal?: AbortSignal) =>
  answer<{ changes: Change[] }>(api.POST('/api/v1/deals/changes', { body: { before, after }, signal }));

export const calculate = (body: { text: string; scenarios: Scenario[]; analysis: boolean }, signal: AbortSignal) =>
  answer<Calculation>(api.POST('/api/v1/deals/calculate', { body, signal }));

export const explain = (body: { text: string; scenario: Scenario | null; k: number; line: string }, signal: AbortSignal) =>
  answer<Why>(api.POST('/api/v1/deals/why', { body, signal }));

export const importDeal = (source: File) =>
  answer<Imported>(
    api.POST('/api/v1/deals/import', {
      body: '',
      bodySerializer: () => source,
      headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(source.name) },
    }),
  );

export const exportDeal = (kind: ExportKind, body: { text: string; scenario: Scenario | null; unit: string }) =>
  file(api.POST('/api/v1/deals/exports/{kind}', { params: { path: { kind } }, body, parseAs: 'blob' }));

/** Where a plain link downloads the empty workbook. */
/** The language of the page: a link carries no header of its own. */
const lang = (language: string) => (language === 'en' ? 'en' : 'zh');

export const templateAddress = (language: string) => `/api/v1/deals/template.xlsx?lang=${lang(language)}`;

/** The list under its filters, all pages, as a workbook. */
export function listAddress(filters: { query: string; market: string; structure: string; sort: string }, language: string): string {
  const { query, market, structure, sort } = filters;
  return `/api/v1/deals/list.xlsx?${new URLSearchParams({ query, market, structure, sort, lang: lang(language) }).toString()}`;
}

export const listScenarios = (id: string, signal?: AbortSignal) =>
  answer<{ scenarios: SavedScenario[] }>(api.GET('/api/v1/deals/{id}/scenarios', { params: { path: { id } }, signal }));

export const createScenario = (id: string, name: string, content: Scenario) =>
  answer<SavedScenario>(api.POST('/api/v1/deals/{id}/scenarios', { params: { path: { id } }, body: { name, content } }));

export const changeScenario = (id: string, scenario: string, body: { name: string; content: Scenario; baseVersion: number }) =>
  answer<SavedScenario>(api.PUT('/api/v1/deals/{id}/scenarios/{scenario}', { params: { path: { id, scenario } }, body }));

export const deleteScenario = (id: string, scenario: string) =>
  answer<undefined>(api.DELETE('/api/v1/deals/{id}/scenarios/{scenario}', { params: { path: { id, scenario } } }));

export const listRuns = (id: string, signal: AbortSignal) => answer<{ runs: RunRow[] }>(api.GET('/api/v1/deals/{id}/runs', { params: { path: { id } }, signal }));

export const keepRun = (id: string, body: { version: number; scenario: Scenario | null; scenarioName: string | null; note: string | null }) =>
  answer<RunRow>(api.POST('/api/v1/deals/{id}/runs', { params: { path: { id } }, body }));

export const compareRuns = (a: string, b: string, signal: AbortSignal) =>
  answer<RunComparison>(api.GET('/api/v1/runs/{a}/compare/{b}', { params: { path: { a, b } }, signal }));

export const listShelves = (signal: AbortSignal) => answer<{ shelves: Shelf[] }>(api.GET('/api/v1/shelves', { signal }));

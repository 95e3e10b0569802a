import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { address, ask, tell } from './ask';
import { send } from './client';
import type { PaperSubject } from './papers';
import type { components } from './schema';
import type { Finding } from './types';

/** Templates of documents: their versions, what is found in a text while it is written, and the document it would make. */

export type TemplateRow = components['schemas']['TemplateRow'];
export type TemplateDetail = components['schemas']['TemplateDetail'];
export type TemplateVersion = components['schemas']['TemplateVersion'];
export type TemplateExamined = Omit<components['schemas']['TemplateExamined'], 'findings'> & { findings: Finding[] };
export type PlacesView = components['schemas']['PlacesView'];
export type PlaceView = components['schemas']['PlaceView'];

export const templateKeys = ['lending', 'paper-templates'] as const;

const root = '/lending/paper-templates';

const posted = (path: string, body: object, signal?: AbortSignal) =>
  send(new Request(new URL(address(path), location.href), { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' }, signal: signal ?? null }));

export function useTemplates() {
  const language = useLanguage();
  return useQuery({ queryKey: [...templateKeys, language], queryFn: ({ signal }) => ask<components['schemas']['TemplateList']>(root, {}, signal) });
}

export function useTemplate(code: string, number?: number) {
  const language = useLanguage();
  return useQuery<TemplateDetail>({ queryKey: [...templateKeys, code, number, language], queryFn: ({ signal }) => ask<TemplateDetail>(`${root}/${encodeURIComponent(code)}`, { number }, signal), retry: false, placeholderData: (previous?: TemplateDetail) => (previous?.row.code === code ? previous : undefined) });
}

/** What is found in a text; the last answer stays while the next is under way. */
export function useExaminedTemplate(text: string, code: string, base: number | undefined) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'template-examined', code, base, text, language], queryFn: async ({ signal }) => (await (await posted(`${root}/examine`, { text, code, base }, signal)).json()) as TemplateExamined, placeholderData: previous => previous, gcTime: 60_000, enabled: text !== '' });
}

/** The page a text would make of a record; the last one stays while the next is made. */
export function useSpecimen(text: string, record: string | null, lang: 'zh' | 'en', sound: boolean) {
  return useQuery({ queryKey: ['lending', 'template-specimen', record, lang, text], queryFn: async ({ signal }) => (await posted(`${root}/preview`, { text, record, lang }, signal)).text(), placeholderData: previous => previous, gcTime: 60_000, retry: false, enabled: sound && record !== null });
}

export const specimenPdf = async (text: string, record: string, lang: 'zh' | 'en'): Promise<Blob> => (await posted(`${root}/preview`, { text, record, lang, format: 'pdf' })).blob();

export function usePlaces(about: PaperSubject | null, record: string | null) {
  const language = useLanguage();
  return useQuery({ queryKey: [...templateKeys, 'places', about, record, language], queryFn: ({ signal }) => ask<PlacesView>(`${root}/places/${about ?? ''}`, { record }, signal), enabled: about !== null, retry: false, placeholderData: previous => (previous?.about === about ? previous : undefined) });
}

export function useTemplateRecords(about: PaperSubject | null, q: string) {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'template-records', about, q, language], queryFn: ({ signal }) => ask<components['schemas']['TemplateRecords']>(`${root}/records/${about ?? ''}`, { q }, signal), enabled: about !== null, placeholderData: previous => previous });
}

export const saveTemplate = (order: { code: string; from: number; text: string; reason: string }) => tell<TemplateDetail>('POST', root, order);

import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words';
import { address, ask, sendFile, tell } from './ask';
import type { PageOf } from './ledgerTypes';

/** A record of one's own that another organisation may see. */
export interface ShareRow {
  id: string;
  kind: string;
  rootId: string;
  owner: string;
  organisation: string;
  right: 'read' | 'write';
  from: string;
  until: string | null;
  state: string;
  grantedBy: string;
  grantedAt: string;
}

export const shareKeys = ['access', 'shares'] as const;

export function useSharesOf(kind: string) {
  return useQuery({ queryKey: [...shareKeys, kind], queryFn: ({ signal }) => ask<PageOf<ShareRow>>('/access/shares', { kind, pageSize: 200 }, signal) });
}

export const shareWith = (kind: string, rootId: string, organisation: string, right: 'read' | 'write') => tell<ShareRow>('POST', '/access/shares', { kind, rootId, organisation, right });

/** Shares of one record. */
export function useSharesOfRecord(kind: string, root: string) {
  return useQuery({ queryKey: [...shareKeys, kind, root], queryFn: ({ signal }) => ask<PageOf<ShareRow>>('/access/shares', { kind, root, pageSize: 200 }, signal), enabled: root !== '' });
}

export const endShare = (id: string) => tell<ShareRow>('POST', `/access/shares/${id}/end`, {});

/** Something a firm has to do or to keep, by its day. */
export interface Obligation {
  kind: string;
  due: string | null;
  state: 'overdue' | 'week' | 'month' | 'later' | 'undated';
  title: string;
  note: string;
  amount: string | null;
  subjectKind: 'loan' | 'facility' | 'right';
  subjectId: string;
}

export interface ObligationList {
  today: string;
  loans: number;
  rights: number;
  more: boolean;
  rows: Obligation[];
}

export function useObligations() {
  const language = useLanguage();
  return useQuery({ queryKey: ['lending', 'obligations', language], queryFn: ({ signal }) => ask<ObligationList>('/lending/obligations', {}, signal) });
}

/** A document of a firm and where it is used. */
export interface PaperRow {
  id: string;
  firmId: string;
  kind: string;
  name: string;
  sha256: string;
  size: number;
  validUntil: string | null;
  expired: boolean;
  uses: { kind: string; id: string; at: string; by: string }[];
  addedAt: string;
  addedBy: string;
}

export const paperKeys = ['firmPapers'] as const;
export const paperKinds = ['licence', 'articles', 'resolution', 'statements', 'tax', 'certificate', 'contract', 'invoice', 'other'] as const;

export function useFirmPapers(asked: { firm?: string; subjectKind?: string; subject?: string }, enabled = true) {
  return useQuery({ queryKey: [...paperKeys, asked], queryFn: ({ signal }) => ask<{ rows: PaperRow[] }>('/firm-papers', asked, signal), enabled });
}

export const firmPapersOf = (subjectKind: string, subject: string) => ask<{ rows: PaperRow[] }>('/firm-papers', { subjectKind, subject });

export const addFirmPaper = (file: File, asked: { firm: string; kind: string; validUntil: string }) => sendFile<PaperRow>('/firm-papers', file, file.name, asked);

export const putPaperTo = (id: string, subjectKind: string, subjectId: string, used: boolean) => tell<PaperRow>('POST', `/firm-papers/${id}/uses`, { subjectKind, subjectId, used });

export const paperContent = (id: string) => address(`/firm-papers/${id}/content`);

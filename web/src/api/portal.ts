import { useQuery } from '@tanstack/react-query';
import { ask, tell } from './ask';
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

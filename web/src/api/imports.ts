import { skipToken, useQuery } from '@tanstack/react-query';
import { address, ask, sendFile, tell } from './ask';
import type { FirmsImported, ImportPreview, Mapping, MappingKind, RightsImported } from './importTypes';

/** Importing files: looked at, mapped, taken in. */

/** @param mapping null lets the server choose the one that fits; empty is none */
export const lookAtRights = async (file: File, mapping: string | null): Promise<ImportPreview> => (await sendFile<{ preview: ImportPreview }>(`/rights/import${queryOf({ preview: true, mapping })}`, file, file.name)).preview;

export const importRights = (file: File, asked: { mapping: string; asOf: string }) => sendFile<RightsImported>(`/rights/import${queryOf(asked)}`, file, file.name);

export const lookAtFirms = (file: File, mapping: string) => sendFile<FirmsImported>(`/firms/import${queryOf({ preview: true, mapping })}`, file, file.name);

export const importFirms = (file: File, asked: { mapping: string; asOf: string }) => sendFile<FirmsImported>(`/firms/import${queryOf(asked)}`, file, file.name);

export const keepMapping = (kind: MappingKind, name: string, columns: Record<string, string>) => tell<Mapping>('POST', '/rights/mappings', { kind, name, columns });

export const findingsAddress = (source: string, format: 'xlsx' | 'csv', lang: string) => address(`/rights/sources/${source}/findings`, { format, lang });

/** @param kind null while nobody needs them */
export function useMappings(kind: MappingKind | null) {
  return useQuery({ queryKey: ['rights', 'mappings', kind], queryFn: kind === null ? skipToken : ({ signal }) => ask<{ mappings: Mapping[]; fields: string[] }>('/rights/mappings', { kind }, signal) });
}

/** What is null is left out, what is empty is said: an empty mapping is none at all. */
function queryOf(asked: Record<string, string | boolean | null>): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === null || (value === '' && name !== 'mapping') ? [] : [[name, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

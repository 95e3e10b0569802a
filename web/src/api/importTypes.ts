import type { JobRow } from './jobs';
import type { Finding } from './types';

/** The shapes of `/api/v1/rights/import` and `/api/v1/firms/import`. */

export interface PreviewColumn {
  title: string;
  /** Null for a column nobody reads. */
  field: string | null;
  samples: string[];
}

export interface PreviewTable {
  /** Empty for csv. */
  sheet: string;
  titleLine: number;
  columns: PreviewColumn[];
}

export interface PreviewRight {
  line: number;
  number: string;
  kind: string;
  kindTitle: string;
  title: string;
  holders: string[];
  filed: string | null;
  events: number;
}

/** What a file holds, before anything is stored. */
export interface ImportPreview {
  name: string;
  size: number;
  format: string;
  encoding: string;
  /** No row of titles is known; those shown are a guess. */
  untitled: boolean;
  mapping: string | null;
  tables: PreviewTable[];
  fields: string[];
  samples: PreviewRight[];
  taken: number;
  refused: number;
  warnings: number;
  whole: boolean;
  unused: Record<string, number>;
  findings: Finding[];
  /** The source, where this file was taken in before. */
  stored: string | null;
}

/** What became of a file, or how far it is. */
export interface ImportReport {
  source: string;
  name: string;
  format: string;
  asOf: string;
  done: boolean;
  repeated: boolean;
  size: number;
  readBytes: number;
  mapping: string;
  rows: number;
  taken: number;
  merged: number;
  refused: number;
  warnings: number;
  rights: number;
  questions: number;
  unused: Record<string, number>;
  findings: Finding[];
  /** How many findings can be downloaded. */
  kept: number;
}

export interface RightsImported {
  preview: ImportPreview | null;
  report: ImportReport | null;
  job: JobRow | null;
}

export interface FirmRead {
  line: number;
  name: string;
  code: string | null;
  known: string | null;
  periods: string[];
  products: string[];
}

export interface FirmsImported {
  firms: FirmRead[];
  report: ImportReport | null;
  refused: number;
  warnings: number;
  unused: Record<string, number>;
  findings: Finding[];
  fields: string[];
  mapping: string | null;
}

export type MappingKind = 'rights' | 'firms';

export interface Mapping {
  kind: MappingKind;
  name: string;
  version: number;
  /** Title to field; an empty field leaves the column unread. */
  columns: Record<string, string>;
  changedAt: string;
  changedBy: string;
}

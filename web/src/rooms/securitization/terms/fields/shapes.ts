import type { Word } from '../../../../words';
import { type Kind, text } from './kinds';

/** One field of the deal: where it stands below its form or its row, what it may hold, how it is headed. */
export interface Field {
  readonly key: readonly string[];
  readonly kind: Kind;
  readonly label: Word;
  readonly width: number;
  /** Shown only when some row has it, or on demand. */
  readonly rare?: boolean;
  /** Its column is added up. */
  readonly sum?: boolean;
}

export interface TableShape {
  readonly shape: 'table';
  readonly path: readonly string[];
  readonly title: Word;
  readonly fields: readonly Field[];
  /** What a new row's id begins with; absent: rows have no ids. */
  readonly stem?: string;
  /** A share of the whole is shown beside this amount, and the sum is held against the size of the issue. */
  readonly shareOf?: readonly string[];
  readonly ordered?: boolean;
}

export interface FormShape {
  readonly shape: 'form';
  readonly title: Word;
  readonly fields: readonly Field[];
  /** A map whose every key is a field: parties by role. */
  readonly openMap?: string;
}

export type Shape = TableShape | FormShape;

export const modes = ['normal', 'accelerated', 'post_default', 'termination'] as const;
export const dayCounts = ['ACT/365F', 'ACT/360', 'ACT/364', 'ACT/ACT', '30/360', '30E/360'];

export function field(key: string, kind: Kind, label: Word, width = 120, more: Partial<Field> = {}): Field {
  return { key: key.split('.'), kind, label, width, ...more };
}

export const rare = { rare: true };
export const id = field('id', { of: 'id', inConditions: true }, 'terms.id', 106);
export const zh = field('zh', text, 'terms.zh', 150);
export const en = field('en', text, 'terms.en', 150, rare);

/** Whether a path of the deal, as the server writes it, stands in this table or form. */
export function owns(shape: Shape, path: string): boolean {
  const tops = shape.shape === 'table' ? [shape.path.join('.')] : [...shape.fields.map((one) => one.key.join('.')), ...(shape.openMap ? [shape.openMap] : [])];
  return tops.some((top) => path === top || path.startsWith(`${top}.`));
}

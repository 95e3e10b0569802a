import type { LoanColumn } from '../../../api/loanShapes';

/** Every title with its field, what was changed by hand over what the server takes it for. */
export const fieldsOf = (columns: readonly LoanColumn[], edited: Record<string, string>): Record<string, string> => Object.fromEntries(columns.map(column => [column.title, edited[column.title] ?? column.field]));

/** Needed fields no column stands for. */
export const missingOf = (needed: readonly string[], fields: Record<string, string>): string[] => needed.filter(field => !Object.values(fields).includes(field));

/** Fields several columns stand for: only the first that is not blank would be read. */
export function twiceOf(fields: Record<string, string>): string[] {
  const all = Object.values(fields).filter(field => field !== '');
  return [...new Set(all.filter((field, n) => all.indexOf(field) !== n))];
}

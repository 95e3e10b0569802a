import { missingOf } from '../loans/mappingColumns';

/** The fields a column of a file of indices may stand for, in the order they are shown. */
export const indexFields = ['code', 'name', 'points', 'day', 'model'] as const;

const needed = ['code', 'points', 'day', 'model'];

/** What the whole file is given where it has no column for it. */
export interface Given {
  day: string;
  model: string;
}

/** Needed fields with neither a column nor a value for the whole file. */
export const lackingOf = (fields: Record<string, string>, given: Given): string[] => missingOf(needed, fields).filter(field => !(field === 'day' && given.day !== '') && !(field === 'model' && given.model.trim() !== ''));

/** How the server is to read the file: for each field the title chosen, a dash for one that is not read. */
export function readingOf(fields: Record<string, string>, given: Given): Record<string, string> {
  const columns = indexFields.map(field => [`${field}Column`, Object.keys(fields).find(title => fields[title] === field) ?? '-']);
  return Object.fromEntries([...columns, ...(given.day === '' ? [] : [['day', given.day]]), ...(given.model.trim() === '' ? [] : [['model', given.model.trim()]])]) as Record<string, string>;
}

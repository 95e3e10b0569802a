import type { EntryDraft } from './lines';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const place = (book: string) => `zhirong.entry.${book}`;

const isText = (value: unknown): value is string => typeof value === 'string';

function isLine(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const line = value as Record<string, unknown>;
  return isText(line['key']) && isText(line['account']) && isText(line['amount']) && (line['side'] === 'debit' || line['side'] === 'credit');
}

function isDraft(value: unknown): value is EntryDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<string, unknown>;
  const words = ['id', 'effective', 'event', 'memo'].every(name => isText(draft[name]));
  return words && Array.isArray(draft['lines']) && draft['lines'].every(isLine);
}

/** What was typed and not posted; null when there is none or it cannot be read. */
export function readEntryDraft(shelf: Shelf, book: string): EntryDraft | null {
  try {
    const value: unknown = JSON.parse(shelf.getItem(place(book)) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/** False when the browser has no room left. */
export function keepEntryDraft(shelf: Shelf, book: string, draft: EntryDraft): boolean {
  try {
    shelf.setItem(place(book), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropEntryDraft(shelf: Shelf, book: string): void {
  shelf.removeItem(place(book));
}

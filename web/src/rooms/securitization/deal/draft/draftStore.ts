/** What is typed and not yet saved: the text, and the version it was typed over. */
export interface DealDraft {
  text: string;
  baseVersion: number;
  /** The text of that version: what was changed since is told against it. */
  baseText: string;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const place = (dealId: string) => `zhirong.draft.${dealId}`;

function isDraft(value: unknown): value is DealDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<string, unknown>;
  return typeof draft['text'] === 'string' && typeof draft['baseVersion'] === 'number' && typeof draft['baseText'] === 'string';
}

export function readDraft(shelf: Shelf, dealId: string): DealDraft | null {
  try {
    const value: unknown = JSON.parse(shelf.getItem(place(dealId)) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/** False when the browser has no room left; the draft then lives only as long as the page. */
export function keepDraft(shelf: Shelf, dealId: string, draft: DealDraft): boolean {
  try {
    shelf.setItem(place(dealId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets the draft, unless another window has typed something else meanwhile. */
export function dropDraft(shelf: Shelf, dealId: string, text: string): void {
  const kept = readDraft(shelf, dealId);
  if (kept === null || kept.text === text) shelf.removeItem(place(dealId));
}

import type { Missing, ValueRequest } from '../../../api/valuationTypes';
import { isMap } from '../request';

/** What is typed and not yet saved, and the version it was typed over. */
export interface AppraisalDraftState {
  name: string;
  firmId: string | null;
  firmName: string;
  request: ValueRequest;
  /** 0 for one that was never saved. */
  baseVersion: number;
  baseName: string;
  baseRequest: ValueRequest;
  /** What the register did not know when it was drafted. */
  missing: Missing[];
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The place of an appraisal nobody saved yet. */
export const unsaved = 'new';

const place = (id: string) => `zhirong.appraisal.${id}`;

export function readShelf(shelf: Shelf, id: string): AppraisalDraftState | null {
  try {
    const value = JSON.parse(shelf.getItem(place(id)) ?? 'null') as Partial<AppraisalDraftState> | null;
    if (value === null || typeof value.name !== 'string' || typeof value.baseVersion !== 'number' || !isMap(value.request) || !isMap(value.baseRequest)) return null;
    return { firmId: null, firmName: '', baseName: value.name, missing: [], ...value } as AppraisalDraftState;
  } catch {
    return null;
  }
}

/** False when the browser has no room left; the draft then lives only as long as the page. */
export function keepOnShelf(shelf: Shelf, id: string, draft: AppraisalDraftState): boolean {
  try {
    shelf.setItem(place(id), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export const dropFromShelf = (shelf: Shelf, id: string) => shelf.removeItem(place(id));

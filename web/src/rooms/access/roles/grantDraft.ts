import type { Grant } from '../../../api/people';
import { parseMoney } from '../../../format';

/** A grant as typed. */
export interface GrantDraft {
  act: string;
  /** An amount such as 500万; empty without limit. */
  limit: string;
}

/** The grants as they are sent; null while one of them cannot be read, or there is none. Rows without an act and a limit are left out. */
export function readGrants(drafts: readonly GrantDraft[]): Grant[] | null {
  const filled = drafts.filter(draft => draft.act.trim() !== '' || draft.limit.trim() !== '');
  const read = filled.map(draft => ({ act: draft.act.trim(), limit: draft.limit.trim() === '' ? null : parseMoney(draft.limit) }));
  const bad = read.some((grant, i) => !/^(\*|[a-z*]+(\.[a-z*-]+){1,2})$/.test(grant.act) || (grant.limit === null && filled[i]?.limit.trim() !== '') || Number(grant.limit ?? 1) <= 0);
  return read.length === 0 || bad ? null : read;
}

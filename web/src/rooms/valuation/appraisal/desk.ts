import type { Finding } from '../../../api/types';
import type { Live } from './useLive';
import type { Working } from './useWorking';

/** What every part of the workbench works on. */
export interface DeskProps {
  working: Working;
  live: Live;
  /** May change and save it. */
  may: boolean;
}

/** What the server says of a path, or of what lies under it where `deep`. */
export const findingsAt = (findings: readonly Finding[], path: string, deep = false) => findings.filter(({ path: where }) => where === path || where === `${path}.value` || (deep && where.startsWith(`${path}.`)));

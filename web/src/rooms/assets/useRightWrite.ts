import { ledgerKeys } from '../../api/ledgerQueries';
import { rightKeys } from '../../api/rightQueries';
import { useWriting, type Writing } from '../../shell/useWriting';

const keys = [rightKeys, ledgerKeys.evidence];

/** One write to the register: lists, profiles, firms and evidence are asked anew. */
export function useRightWrite(whenAsked?: () => void): Writing {
  return useWriting(keys, whenAsked);
}

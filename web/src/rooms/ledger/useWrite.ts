import { ledgerKeys } from '../../api/ledgerQueries';
import { useWriting, type Writing } from '../../shell/useWriting';

const keys = [ledgerKeys.ledger, ledgerKeys.evidence];

/** One write to the ledger: busy while it runs, then everything shown of the ledger is asked anew. */
export function useWrite(whenAsked?: () => void): Writing {
  return useWriting(keys, whenAsked);
}

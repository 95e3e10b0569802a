import { ledgerKeys } from '../../api/ledgerQueries';
import { paymentKeys } from '../../api/paymentQueries';
import { useWriting, type Writing } from '../../shell/useWriting';

const keys = [paymentKeys, ledgerKeys.ledger, ledgerKeys.evidence];

/** One write to payments; what is paid or received is posted with it, so the ledger is asked anew too. */
export function usePayWrite(whenAsked?: () => void): Writing {
  return useWriting(keys, whenAsked);
}

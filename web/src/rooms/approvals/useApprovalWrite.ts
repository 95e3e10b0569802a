import { approvalsKey } from '../../api/approvalQueries';
import { ledgerKeys } from '../../api/ledgerQueries';
import { peopleKey } from '../../api/peopleQueries';
import { useWriting, type Writing } from '../../shell/useWriting';

const keys = [approvalsKey, peopleKey, ledgerKeys.evidence, ledgerKeys.ledger];

/** One write to the approvals; an approval does the act, so what it changes is asked anew too. */
export function useApprovalWrite(whenAsked?: () => void): Writing {
  return useWriting(keys, whenAsked);
}

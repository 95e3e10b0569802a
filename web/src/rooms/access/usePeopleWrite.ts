import { approvalsKey } from '../../api/approvalQueries';
import { ledgerKeys } from '../../api/ledgerQueries';
import { peopleKey } from '../../api/peopleQueries';
import { useWriting, type Writing } from '../../shell/useWriting';

const keys = [peopleKey, approvalsKey, ledgerKeys.evidence];

/** One write to people, roles, organisations or one's own account. */
export function usePeopleWrite(whenAsked?: () => void): Writing {
  return useWriting(keys, whenAsked);
}

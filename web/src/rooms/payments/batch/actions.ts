import { covers } from '../../../api/access';
import type { Batch, PaymentState } from '../../../api/paymentTypes';
import { compareAmounts } from '../../../format';

export type Action = 'amend' | 'check' | 'approve' | 'send' | 'reopen' | 'cancel' | 'post';

/** Why something that the state allows is not for this person. */
export type Why = 'grant' | 'maker' | 'limit';

export interface Offer {
  action: Action;
  act: string;
  why: Why | null;
}

interface Grant {
  act: string;
  limit?: string | null;
}

const acts: Record<Action, string> = {
  amend: 'payments.batch.make',
  check: 'payments.batch.check',
  approve: 'payments.batch.approve',
  send: 'payments.batch.send',
  reopen: 'payments.batch.make',
  cancel: 'payments.batch.make',
  post: 'payments.batch.post',
};

const afterSending: readonly PaymentState[] = ['sent', 'accepted', 'settled', 'rejected', 'returned', 'unknown'];

/** Whether something of the batch has left the house. */
export function wasSent(batch: Batch): boolean {
  return afterSending.some(state => (batch.byState[state] ?? 0) > 0);
}

function stateAllows(batch: Batch): Action[] {
  const sent = wasSent(batch);
  const unsent = !sent && ['draft', 'checked', 'approved'].includes(batch.state);
  const has = (state: PaymentState) => (batch.byState[state] ?? 0) > 0;
  const allowed: [Action, boolean][] = [
    ['check', batch.state === 'draft'],
    ['approve', has('checked')],
    ['send', has('approved')],
    ['post', batch.unposted > 0],
    ['amend', unsent && batch.state !== 'approved'],
    ['reopen', has('checked') || has('approved')],
    ['cancel', unsent],
  ];
  return allowed.filter(([, yes]) => yes).map(([action]) => action);
}

/** Whether one of the grants that cover the act reaches the amount. */
function reaches(grants: readonly Grant[], act: string, amount: string): boolean {
  return grants.some(grant => covers([grant], act) && (grant.limit === null || grant.limit === undefined || compareAmounts(grant.limit, amount) >= 0));
}

/** What the batch's state lets be done, and for each whether this person may; the server decides all the same. */
export function offers(batch: Batch, person: { name: string; grants: readonly Grant[] }): Offer[] {
  return stateAllows(batch).map(action => {
    const act = acts[action];
    const why: Why | null = !covers(person.grants, act)
      ? 'grant'
      : action === 'approve' && !wasSent(batch) && batch.madeBy === person.name
        ? 'maker'
        : (action === 'approve' || action === 'send') && !reaches(person.grants, act, batch.total)
          ? 'limit'
          : null;
    return { action, act, why };
  });
}

/** How far a batch is on its way: the step under way, and whether it stands still there. */
export function progress(batch: Batch): { step: number; status: 'process' | 'finish' | 'error' } {
  switch (batch.state) {
    case 'draft':
      return { step: 1, status: 'process' };
    case 'checked':
      return { step: 2, status: 'process' };
    case 'approved':
      return { step: 3, status: 'process' };
    case 'sent':
    case 'accepted':
      return { step: 4, status: 'process' };
    case 'settled':
      return { step: 5, status: 'finish' };
    case 'unknown':
      return { step: 4, status: 'error' };
    case 'partly':
    case 'rejected':
    case 'returned':
      return { step: 5, status: 'error' };
    case 'cancelled':
      return { step: 0, status: 'error' };
  }
}

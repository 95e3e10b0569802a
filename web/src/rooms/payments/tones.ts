import type { BatchState, HeardItem } from '../../api/paymentTypes';
import type { DifferenceState, LineState, Use } from '../../api/reconciliationTypes';
import type { Tone } from '../../shell/StateMark';

/** Paid is green, refused or come back red, in doubt amber; the word beside says the same. */
export const paymentTones: Record<BatchState, Tone> = {
  draft: 'grey',
  checked: 'blue',
  approved: 'blue',
  sent: 'blue',
  accepted: 'blue',
  settled: 'green',
  rejected: 'red',
  returned: 'red',
  unknown: 'amber',
  partly: 'amber',
  cancelled: 'grey',
};

export const lineTones: Record<LineState, Tone> = {
  open: 'amber',
  differing: 'red',
  matched: 'green',
  explained: 'grey',
  repeated: 'grey',
  pending: 'blue',
  untrusted: 'red',
};

export const differenceTones: Record<DifferenceState, Tone> = { open: 'red', explained: 'grey', gone: 'green' };

export const heedTones: Record<HeardItem['heed'], Tone> = { moved: 'green', repeated: 'grey', behind: 'grey', contradiction: 'red', not_sent: 'red', differs: 'red' };

export const tonesOfUse: Record<Use['state'], Tone> = { planned: 'grey', reserved: 'blue', used: 'green', released: 'grey' };

/** Every state of a batch, in the order it goes through them. */
export const batchStates: readonly BatchState[] = ['draft', 'checked', 'approved', 'sent', 'accepted', 'settled', 'partly', 'rejected', 'returned', 'unknown', 'cancelled'];

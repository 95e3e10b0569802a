import type { ApprovalField } from '../../../api/approvalTypes';

export interface Difference {
  /** Whether there is anything to compare with: a request that only adds has values alone. */
  compared: boolean;
  /** What differs first, then what stays, each in the order the server gave. */
  rows: readonly (ApprovalField & { changes: boolean })[];
}

export function differenceOf(fields: readonly ApprovalField[]): Difference {
  const compared = fields.some(field => field.before !== null);
  const rows = fields.map(field => ({ ...field, changes: field.before !== field.after }));
  return { compared, rows: compared ? [...rows.filter(row => row.changes), ...rows.filter(row => !row.changes)] : rows };
}

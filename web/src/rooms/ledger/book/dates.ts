import type { HoldRow, PlannedRow } from '../../../api/ledgerTypes';
import { isZero } from '../../../format';

const day = 86_400_000;
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

export function nextDay(iso: string): string {
  return new Date(at(iso) + day).toISOString().slice(0, 10);
}

/** Pending holds whose last day is before the new business date. */
export function expiringBy(holds: readonly HoldRow[], date: string): HoldRow[] {
  return holds.filter(hold => hold.state === 'pending' && hold.expires !== null && hold.expires < date);
}

/** Days a planned entry is late on the business date; 0 when it is not due yet or nothing of it is open. */
export function daysOverdue(planned: Pick<PlannedRow, 'due' | 'open' | 'state'>, businessDate: string): number {
  const settled = planned.state === 'matched' || planned.state === 'cancelled' || isZero(planned.open);
  return settled ? 0 : Math.max(0, Math.round((at(businessDate) - at(planned.due)) / day));
}

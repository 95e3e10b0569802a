import { wallTime } from '../format';

/** The business day in Beijing. */
export const today = () => (wallTime(new Date().toISOString()) ?? '').slice(0, 10);

/** A day some days later; ISO. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

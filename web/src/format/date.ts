import { none } from './money';

const day = /^\d{4}-\d{2}-\d{2}/;

/** A business date as it is written: 2026-12-28. */
export function formatDate(iso: string | null | undefined): string {
  return iso === null || iso === undefined || !day.test(iso) ? none : iso.slice(0, 10);
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant in Beijing time, to the minute: 2026-12-28 14:03. */
export function formatInstant(iso: string | null | undefined): string {
  if (iso === null || iso === undefined) return none;
  const instant = new Date(iso);
  return Number.isNaN(instant.getTime()) ? none : clock.format(instant);
}

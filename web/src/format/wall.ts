const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** An instant as the clock on a wall in Beijing shows it, to the second: 2026-12-28T14:03:10; null when it is none. */
export function wallTime(iso: string): string | null {
  const instant = new Date(iso);
  return iso === '' || Number.isNaN(instant.getTime()) ? null : clock.format(instant).replace(' ', 'T');
}

/** The instant at which a wall in Beijing shows this time, to the end of that second; null when it is no time. */
export function wallInstant(wall: string): string | null {
  const instant = new Date(`${wall.slice(0, 19)}.999+08:00`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

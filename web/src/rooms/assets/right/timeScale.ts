import type { RightProfile } from '../../../api/rightTypes';

/** The stretch of days a drawing shows. */
export interface Span {
  first: string;
  last: string;
}

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** From the first thing known to the end of the term, the day shown and all events within. */
export function spanOf({ day, term, standings, events, right }: Pick<RightProfile, 'day' | 'term' | 'standings' | 'events' | 'right'>): Span {
  const days = [day, term.from, term.until, right.filed, ...standings.map(s => s.from), ...events.flatMap(e => [e.on, e.recordedOn])].filter((one): one is string => one !== null).sort();
  const [first = day, last = day] = [days[0], days.at(-1)];
  return first === last ? { first: `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`.replace('-02-29', '-02-28'), last } : { first, last };
}

/** Where a day lies, in percent of the width; days outside lie on the edge. */
export function place({ first, last }: Span, day: string): number {
  const at = (time(day) - time(first)) / (time(last) - time(first));
  return Math.round(Math.min(1, Math.max(0, at)) * 10_000) / 100;
}

/** First days of years with a label, at most six. */
export function years(span: Span): { year: number; at: number }[] {
  const [from, to] = [Number(span.first.slice(0, 4)) + 1, Number(span.last.slice(0, 4))];
  const step = [1, 2, 5, 10, 20, 50].find(size => (to - from) / size < 6) ?? 100;
  const shown: { year: number; at: number }[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) shown.push({ year, at: place(span, `${year}-01-01`) });
  return shown;
}

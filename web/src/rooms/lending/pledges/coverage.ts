import { formatPercent, ratio } from '../../../format';

/** Value over what is secured as a percentage, rounded down as the server does: cover is never shown better than it is. */
export function coverageOf(value: string | null, secured: string | null): string | null {
  const exact = ratio(value, secured);
  if (exact === null) return null;
  const point = exact.indexOf('.');
  return formatPercent(point < 0 ? exact : exact.slice(0, point + 5));
}

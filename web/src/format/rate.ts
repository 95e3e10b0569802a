import { grouped, readDecimal, round, shift, trimmed, writeDecimal } from './decimal';
import { none } from './money';

/** A fraction as percent: 0.042 is 4.20%. */
export function formatPercent(fraction: string | null | undefined, decimals = 2): string {
  const exact = fraction === null || fraction === undefined ? null : readDecimal(fraction);
  return exact === null ? none : `${grouped(round(shift(exact, 2), decimals))}%`;
}

/** A fraction as basis points: 0.0123 is 123 bp; with the sign for a spread or a difference. */
export function formatBasisPoints(fraction: string | null | undefined, signed = false): string {
  const exact = fraction === null || fraction === undefined ? null : readDecimal(fraction);
  if (exact === null) return none;
  const points = trimmed(round(shift(exact, 4), 1));
  return `${signed && points.digits > 0n ? '+' : ''}${grouped(points)} bp`;
}

/** Basis points as written by the server: "115" is 115 bp. */
export function formatPoints(points: string | null | undefined): string {
  const exact = points === null || points === undefined ? null : readDecimal(points);
  return exact === null ? none : `${grouped(trimmed(exact))} bp`;
}

/** A plain number with fixed decimals, such as years or an index. */
export function formatNumber(value: string | null | undefined, decimals: number): string {
  const exact = value === null || value === undefined ? null : readDecimal(value);
  return exact === null ? none : grouped(round(exact, decimals));
}

/** A fraction in percent without the sign, as an input shows it: 0.0420 is 4.2. */
export function percentDigits(fraction: string): string {
  const exact = readDecimal(fraction);
  return exact === null ? fraction : writeDecimal(trimmed(shift(exact, 2)));
}

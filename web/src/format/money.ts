import { add, compare, grouped, readDecimal, round, shift, subtract, writeDecimal } from './decimal';

export type MoneyUnit = 'wan' | 'yuan';

/** What stands where there is nothing. */
export const none = '—';

const places: Record<MoneyUnit, number> = { wan: -4, yuan: 0 };

/**
 * Money in yuan as written by the server, shown in the unit with two decimals (元: to the fen).
 * An amount too small for the unit reads `<0.01`, never 0.00.
 */
export function formatMoney(yuan: string | null | undefined, unit: MoneyUnit = 'wan'): string {
  const exact = yuan === null || yuan === undefined ? null : readDecimal(yuan);
  if (exact === null) return none;
  const shown = round(shift(exact, places[unit]), 2);
  if (shown.digits === 0n && exact.digits !== 0n) return exact.digits < 0n ? '>-0.01' : '<0.01';
  return grouped(shown);
}

/** The exact amount in yuan, to the fen, for a hover. */
export function exactYuan(yuan: string | null | undefined): string {
  return formatMoney(yuan, 'yuan');
}

export function isZero(amount: string | null | undefined): boolean {
  const exact = amount === null || amount === undefined ? null : readDecimal(amount);
  return exact !== null && exact.digits === 0n;
}

export function isNegative(amount: string | null | undefined): boolean {
  const exact = amount === null || amount === undefined ? null : readDecimal(amount);
  return exact !== null && exact.digits < 0n;
}

/** The exact sum of what is there; null when nothing is. */
export function sum(amounts: readonly (string | null | undefined)[]): string | null {
  const exact = amounts.flatMap(amount => readDecimal(amount ?? '') ?? []);
  return exact.length === 0 ? null : writeDecimal(exact.reduce(add));
}

/** a - b, exactly; null when one is missing. */
export function difference(a: string | null | undefined, b: string | null | undefined): string | null {
  const [left, right] = [readDecimal(a ?? ''), readDecimal(b ?? '')];
  return left === null || right === null ? null : writeDecimal(subtract(left, right));
}

/** a / b to six decimals, half up; null when one is missing or b is zero. */
export function ratio(a: string | null | undefined, b: string | null | undefined): string | null {
  const [left, right] = [readDecimal(a ?? ''), readDecimal(b ?? '')];
  if (left === null || right === null || right.digits === 0n) return null;
  const scale = Math.max(left.scale, right.scale);
  const [numerator, denominator] = [round(left, scale).digits, round(right, scale).digits];
  return writeDecimal(round({ digits: (numerator * 10n ** 12n) / denominator, scale: 12 }, 6));
}

export function compareAmounts(a: string | null, b: string | null): number {
  const [left, right] = [readDecimal(a ?? ''), readDecimal(b ?? '')];
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  return compare(left, right);
}

/** An estimate for the height of a bar or the length of an arc; never shown as a figure. */
export function plotted(amount: string | null | undefined, unit: MoneyUnit = 'yuan'): number {
  return amount === null || amount === undefined ? 0 : Number(amount) / (unit === 'wan' ? 10_000 : 1);
}

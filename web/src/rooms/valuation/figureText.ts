import { formatMoney, formatNumber, formatPercent, none, parseMoney, parsePercent, percentDigits, type MoneyUnit } from '../../format';
import type { Shape } from './fields';

const plainNumber = /^-?\d+(\.\d+)?$/;

/** A figure as people read it: money in the unit, fractions in percent. */
export function figureText(shape: Shape, value: string | null | undefined, unit: MoneyUnit): string {
  if (value === null || value === undefined || value === '') return none;
  if (!plainNumber.test(value)) return value;
  switch (shape) {
    case 'money':
      return formatMoney(value, unit);
    case 'rate':
      return formatPercent(value);
    case 'years':
      return formatNumber(value, 2);
    default:
      return trimZeros(formatNumber(value, 4));
  }
}

export const trimZeros = (text: string) => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);

/** What stands in an input for a figure of the request. */
export function typedText(shape: Shape, value: string): string {
  if (value === '' || !plainNumber.test(value)) return value;
  if (shape === 'rate') return percentDigits(value);
  return shape === 'money' ? trimZeros(value) : value;
}

/** What a person typed as the request writes it; null when it cannot be read. */
export function readTyped(shape: Shape, typed: string): string | null {
  const plain = typed.trim();
  if (plain === '') return '';
  if (shape === 'money') return parseMoney(plain);
  if (shape === 'rate') return parsePercent(plain);
  const digits = plain.replace(/[,，\s]/g, '');
  return plainNumber.test(digits) ? digits : null;
}

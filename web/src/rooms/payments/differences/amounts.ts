import { formatMoney } from '../../../format';

/** Amounts within a sentence get their thousands separators; days, numbers and references stay as they are. */
export function withSeparators(text: string): string {
  return text.replace(/(?<![\d.,-])-?\d{4,}\.\d{2}(?![\d.])/g, amount => formatMoney(amount, 'yuan'));
}

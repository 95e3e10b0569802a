import { formatMoney, isNegative } from '../format';

/** Money that was posted: always in yuan, to the fen; negative red with its minus. */
export function Fen({ value }: { value: string | null | undefined }) {
  return <span className={isNegative(value) ? 'tabular negative' : 'tabular'}>{formatMoney(value, 'yuan')}</span>;
}

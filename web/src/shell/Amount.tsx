import { exactYuan, formatMoney, isNegative } from '../format';
import { useT } from '../words';
import { usePreferences } from './Preferences';

/** Money in the chosen unit; the exact yuan on hover; negative red with its minus. */
export function Amount({ value, signed = false }: { value: string | null | undefined; signed?: boolean }) {
  const t = useT();
  const { unit } = usePreferences();
  const negative = isNegative(value);
  const shown = formatMoney(value, unit);
  const plus = signed && !negative && /[1-9]/.test(shown) ? '+' : '';
  const title = value === null || value === undefined ? undefined : `${exactYuan(value)} ${t('shell.unit.yuan')}`;
  return (
    <span className={negative ? 'tabular negative' : 'tabular'} title={title}>
      {plus}
      {shown}
    </span>
  );
}

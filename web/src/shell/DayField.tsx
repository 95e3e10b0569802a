import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { parseDate } from '../format';

const typed = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY年M月D日'];

interface DayProps {
  id?: string;
  /** ISO; empty for none. */
  value?: string;
  onChange?: (iso: string) => void;
  label?: string;
  placeholder?: string;
  min?: string;
  max?: string;
  clearable?: boolean;
}

/** A day, chosen or typed (20261228 will do). */
export function DayField({ id, value = '', onChange, label, placeholder, min, max, clearable = true }: DayProps) {
  const day = parseDate(value);
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={day === null ? null : dayjs(day)}
      format={typed}
      allowClear={clearable}
      aria-label={label}
      placeholder={placeholder ?? label ?? ''}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      onChange={next => onChange?.(next === null ? '' : next.format('YYYY-MM-DD'))}
    />
  );
}

import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { wallInstant, wallTime } from '../format';

interface Props {
  /** ISO in UTC; empty for none. */
  value: string;
  onChange: (iso: string) => void;
  label: string;
}

/** An instant in Beijing time, whatever the clock of this machine says. */
export function InstantField({ value, onChange, label }: Props) {
  const wall = wallTime(value);
  return (
    <DatePicker
      showTime
      value={wall === null ? null : dayjs(wall)}
      format={['YYYY-MM-DD HH:mm:ss', 'YYYYMMDD HHmmss', 'YYYY-MM-DD HH:mm']}
      aria-label={label}
      placeholder={label}
      onChange={next => onChange(next === null ? '' : (wallInstant(next.format('YYYY-MM-DDTHH:mm:ss')) ?? ''))}
    />
  );
}

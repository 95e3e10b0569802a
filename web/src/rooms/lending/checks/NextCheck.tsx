import type { LineDate } from '../../../api/loanShapes';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { CheckDay } from './CheckDay';

/** The next check of a loan in a list. */
export function NextCheck({ date }: { date: LineDate | undefined }) {
  const t = useT();
  if (date === undefined) return <span className="soft">—</span>;
  return <Two first={<CheckDay day={date.day} urgency={date.urgency} />} second={t.code('checkKind', date.kind)} />;
}

import type { LineDate } from '../../../api/loanShapes';
import { formatDate } from '../../../format';
import { useT } from '../../../words';
import styles from '../Lending.module.css';

/** Days of the line's papers and security: red once passed or within a week, amber within a month. */
export function LineDates({ dates }: { dates: readonly LineDate[] }) {
  const t = useT();
  if (dates.length === 0) return <span className="soft">—</span>;
  return (
    <>
      {dates.map(one => (
        <div key={one.kind} className={one.urgency === 'overdue' || one.urgency === 'week' ? styles['late'] : one.urgency === 'month' ? styles['soon'] : undefined}>
          {t.code('lineDate', one.kind)} {formatDate(one.day)}
        </div>
      ))}
    </>
  );
}

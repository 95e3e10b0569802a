import type { LoanRow } from '../../../api/loanShapes';
import { formatDate } from '../../../format';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';

/** The next due date: red once something is overdue, amber within a week. */
export function DatedCell({ row }: { row: LoanRow }) {
  const t = useT();
  if (row.nextDue === null || row.nextDue === undefined) return <span className="soft">—</span>;
  const look = row.urgency === 'overdue' ? styles['late'] : row.urgency === 'week' ? styles['soon'] : undefined;
  return <Two first={<span className={look}>{formatDate(row.nextDue)}</span>} second={row.pastDue > 0 ? <span className={styles['late']}>{t('loan.overdue.days', { days: row.pastDue })}</span> : null} />;
}

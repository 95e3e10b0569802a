import { Tooltip } from 'antd';
import type { RegistrationRow } from '../../../api/lendingTypes';
import { formatDate } from '../../../format';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { today } from '../../today';
import styles from '../Lending.module.css';
import { daysTo } from './tones';

/** The next day by which something is due; red once it has passed, amber in its last two days. */
export function DueDay({ row }: { row: RegistrationRow }) {
  const t = useT();
  if (row.due === null) return <span className="soft">—</span>;
  const left = daysTo(row.due, today());
  const look = left < 0 ? styles['late'] : left <= 2 ? styles['soon'] : undefined;
  const told = left < 0 ? t('registration.overdue', { days: -left }) : left === 0 ? t('registration.today') : t('registration.left', { days: left });
  const day = (
    <span className={look}>
      {formatDate(row.due)}
      {row.dueProvisional && '*'}
    </span>
  );
  return <Two first={row.dueProvisional ? <Tooltip title={t('registration.provisional')}>{day}</Tooltip> : day} second={<span className={left < 0 ? styles['late'] : undefined}>{`${row.dueTitle} · ${told}`}</span>} />;
}

import { Segmented } from 'antd';
import { DayField } from '../../../shell/DayField';
import { InstantField } from '../../../shell/InstantField';
import { useT } from '../../../words';
import styles from './Statement.module.css';

export const atRest = { from: '', to: '', recorded: '', order: 'recorded', page: 1, pageSize: 100 };
export type StatementAddress = typeof atRest;

/** Period, order, and what was known when. */
export function StatementFilters({ address, onChange }: { address: StatementAddress; onChange: (change: Partial<StatementAddress>) => void }) {
  const t = useT();
  return (
    <div className={styles['filters']}>
      <Segmented
        aria-label={t('statement.order')}
        value={address.order}
        onChange={order => onChange({ order })}
        options={[
          { value: 'recorded', label: t('statement.order.recorded') },
          { value: 'effective', label: t('statement.order.effective') },
        ]}
      />
      <DayField label={t('statement.from')} value={address.from} onChange={from => onChange({ from })} />
      <DayField label={t('statement.to')} value={address.to} onChange={to => onChange({ to })} />
      <InstantField label={t('trial.recorded')} value={address.recorded} onChange={recorded => onChange({ recorded })} />
    </div>
  );
}

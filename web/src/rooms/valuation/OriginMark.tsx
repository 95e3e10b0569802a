import { Tooltip } from 'antd';
import type { Origin } from '../../api/valuationTypes';
import { formatDate } from '../../format';
import { useT } from '../../words';
import { originTones } from './codes';
import styles from './Valuation.module.css';

/** What stands behind a figure, in a word; its source and day on hover. */
export function OriginMark({ origin }: { origin: Origin }) {
  const t = useT();
  const told = [origin.source === '' ? t('value.origin.none') : t('value.origin.source', { source: origin.source }), ...(origin.date === null ? [] : [t('value.origin.date', { day: formatDate(origin.date) })])];
  return (
    <Tooltip title={<span translate="no">{told.join(' · ')}</span>}>
      <span tabIndex={0} className={`${styles['origin']} ${styles[originTones[origin.kind] ?? 'grey']}`}>
        {t.code('originKind', origin.kind)}
      </span>
    </Tooltip>
  );
}

import { Tooltip } from 'antd';
import type { DiligenceFact } from '../../../api/diligenceTypes';
import { formatDate, formatNumber } from '../../../format';
import { useT, type Translate } from '../../../words';
import { trimZeros } from '../figureText';
import styles from '../Valuation.module.css';

/** A fact's value in words; a number with its thousands apart. */
export function factValue(t: Translate, value: string): string {
  if (/^-?\d+(\.\d+)?$/.test(value)) return trimZeros(formatNumber(value, 4));
  return t.code('factWord', value);
}

/** A fact with who says so and on which day. */
export function FactText({ fact }: { fact: DiligenceFact }) {
  const t = useT();
  const told = fact.source === '' ? t('value.origin.none') : t('value.origin.source', { source: fact.source });
  return (
    <Tooltip title={<span translate="no">{fact.date === null ? told : `${told} · ${t('value.origin.date', { day: formatDate(fact.date) })}`}</span>}>
      <span tabIndex={0} className={styles['sourced']}>
        {fact.title} <strong>{factValue(t, fact.value)}</strong>
        {fact.assumed && <span className={styles['gap']}> {t('diligence.assumed')}</span>}
      </span>
    </Tooltip>
  );
}

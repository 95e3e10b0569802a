import { Link } from 'react-router';
import type { PromiseView } from '../../../api/promises';
import { formatDate, formatInstant } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from '../Lending.module.css';
import { figureText } from './figures';

/** Every measurement of a promise with its paper, the newest first, and what a miss proposes. */
export function Measures({ row }: { row: PromiseView }) {
  const t = useT();
  return (
    <>
      {row.proposal != null && <p><strong>{t('promise.proposal')}</strong> {row.proposal}</p>}
      {row.measures.map(one => (
        <div key={one.n} className={styles['stepHead']}>
          <strong>{figureText(row.unit, row.unitTitle, one.figure)}</strong>
          <StateMark tone={one.kept ? 'green' : 'red'}>{t.code('promiseState', one.kept ? 'kept' : 'missed')}</StateMark>
          <span>{formatDate(one.on)}</span>
          <span translate="no">{one.source}</span>
          <span translate="no">{one.file}</span>
          <code translate="no">sha256:{one.sha256.slice(0, 12)}</code>
          {one.reason !== '' && <span translate="no">{one.reason}</span>}
          {one.breachId != null && <Link to="/loans/breaches">{t('promise.breach')}</Link>}
          {one.corrects != null && <span className="soft">{t('promise.corrects', { n: one.corrects })}</span>}
          {one.correctedBy != null && <span className={styles['soon']}>{t('promise.corrected', { n: one.correctedBy })}</span>}
          <span className="soft">{t.code('person', one.by)} · {formatInstant(one.at)}</span>
        </div>
      ))}
    </>
  );
}

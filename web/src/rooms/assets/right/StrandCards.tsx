import type { Strand } from '../../../api/rightTypes';
import { formatDate } from '../../../format';
import { useT } from '../../../words';
import styles from '../Assets.module.css';
import { strandState } from './profile';

/** How new each strand of the profile is, who speaks, and what is missing. */
export function StrandCards({ strands }: { strands: readonly Strand[] }) {
  const t = useT();
  return (
    <ul className={styles['strands']} aria-label={t('right.strands')}>
      {strands.map(strand => (
        <li key={strand.strand} className={`${styles['strand']} ${styles[strandState(strand)]}`}>
          <h3>{strand.title}</h3>
          <small className={strand.stale ? styles['gap'] : undefined}>{ageOf(t, strand)}</small>
          {strand.sources.length > 0 && <small title={strand.sources.join('\n')}>{strand.sources.length === 1 ? strand.sources[0] : t('right.strand.sources', { first: strand.sources[0] ?? '', count: strand.sources.length })}</small>}
          {strand.gaps.length > 0 && (
            <ul>
              {strand.gaps.map(gap => (
                <li key={gap.gap} className={styles['gap']}>
                  {gap.title}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function ageOf(t: ReturnType<typeof useT>, { asOf, ageDays, stale }: Strand): string {
  if (asOf === null) return t('right.strand.none');
  return t(stale ? 'right.strand.stale' : 'right.strand.asOf', { day: formatDate(asOf), age: ageDays ?? 0 });
}

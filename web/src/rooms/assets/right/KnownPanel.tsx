import { Alert, Skeleton } from 'antd';
import { useStanding } from '../../../api/rightQueries';
import type { Standing } from '../../../api/rightTypes';
import { formatDate } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Failure } from '../../../shell/Failure';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useT, type Translate } from '../../../words';
import styles from '../Assets.module.css';
import { capital } from '../capital';
import { stateTone } from '../codes';

const rest = { on: '', known: '' };

/** What a right was on a day, beside what whoever looked on another day could know of it. */
export function KnownPanel({ right }: { right: string }) {
  const t = useT();
  const [{ on, known }, change] = useAddress(rest);
  const standing = useStanding(right, { day: on, known });
  const found = standing.data;
  const differs = found !== undefined && (found.effective.state !== found.known.state || found.encumbrances.join() !== found.encumbrancesKnown.join());
  return (
    <Panel
      title={t('right.known')}
      note={t('right.known.note')}
      extra={
        <span className={styles['marks']}>
          <DayField label={t('right.known.day')} value={on} onChange={day => change({ on: day })} />
          <DayField label={t('right.known.on')} value={known} onChange={day => change({ known: day })} />
        </span>
      }
    >
      {on === '' && <p className="soft">{t('right.known.empty')}</p>}
      {standing.isError && <Failure reason={standing.error} onRetry={() => void standing.refetch()} />}
      {on !== '' && standing.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {on !== '' && found !== undefined && (
        <div className={styles['stack']}>
          {differs && <Alert type="warning" showIcon message={t('right.known.differs')} />}
          <dl className={styles['facts']}>
            <dt>{t('right.known.effective')}</dt>
            <dd>
              <Stood standing={found.effective} encumbrances={found.encumbrances} t={t} />
            </dd>
            <dt>{t('right.known.then', { day: formatDate(found.knownOn) })}</dt>
            <dd>
              <Stood standing={found.known} encumbrances={found.encumbrancesKnown} t={t} />
            </dd>
          </dl>
        </div>
      )}
    </Panel>
  );
}

function Stood({ standing, encumbrances, t }: { standing: Standing; encumbrances: readonly string[]; t: Translate }) {
  return (
    <span className={styles['marks']}>
      <StateMark tone={stateTone(standing.state)}>{capital(standing.stateTitle)}</StateMark>
      <span className="soft">{encumbrances.length === 0 ? t('right.known.free') : encumbrances.map(one => encumbranceText(t, one)).join(' · ')}</span>
    </span>
  );
}

/** `pledge Y2025980000001` in the reader's words. */
function encumbranceText(t: Translate, told: string): string {
  const [kind = '', ...number] = told.split(' ');
  return [capital(t.code('encumbrance', kind)), ...number].join(' ');
}

import { Tooltip } from 'antd';
import type { Analysis, Outline, Trip } from '../../../../api/types';
import { formatPercent } from '../../../../format';
import { Panel } from '../../../../shell/Panel';
import { useT, type Translate } from '../../../../words';
import styles from './Overview.module.css';

/** "largest 2", "never". */
export function nameCount(t: Translate, names: number | null): string {
  if (names === null) return t('names.never');
  return names === 1 ? t('names.one') : t('names.count', { count: names });
}

function Steps({ trip }: { trip: Trip }) {
  const t = useT();
  const around = trip.steps.filter(step => step.names > 0 && step.names <= (trip.names ?? 0) + 2).slice(-6);
  return (
    <span className={styles['steps']}>
      {around.map(step => (
        <Tooltip key={step.names} title={step.fired ? t('trip.fired') : undefined}>
          <span className={step.fired ? styles['fired'] : styles['step']}>{t('trip.step', { count: step.names, share: formatPercent(step.share) })}</span>
        </Tooltip>
      ))}
    </span>
  );
}

/** Each trigger with its condition and, beside the percentage, how many of the largest names would trip it. */
export function Trips({ outline, analysis }: { outline: Outline; analysis: Analysis }) {
  const t = useT();
  const trips = analysis.trips.map(trip => ({ trip, trigger: outline.triggers.find(trigger => trigger.id === trip.trigger) }));
  return (
    <Panel title={t('overview.trips')} note={t('overview.trips.note')}>
      {trips.length === 0 && <p className="soft">{t('overview.triggers.none')}</p>}
      <ul className={styles['trips']}>
        {trips.map(({ trip, trigger }) => (
          <li key={trip.trigger}>
            <div>
              <strong>{trigger === undefined ? trip.trigger : t.either(trigger.nameZh, trigger.nameEn)}</strong>{' '}
              {trigger !== undefined && <span className="soft">{t('trip.then', { then: t.code('then', trigger.then) })}</span>}
            </div>
            <code className={styles['condition']}>{trip.when}</code>
            <div className={trip.names === null ? 'soft' : styles['distance']}>
              {trip.names === null ? t('trip.never') : t('trip.fires', { names: nameCount(t, trip.names), share: formatPercent(trip.share) })}
            </div>
            {trip.names !== null && <Steps trip={trip} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

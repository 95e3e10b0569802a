import type { RightState } from '../../api/rightTypes';
import { formatDate } from '../../format';
import { StateMark } from '../../shell/StateMark';
import { useT } from '../../words';
import { encumbranceTone, stateTone } from './codes';
import styles from './Assets.module.css';
import { capital } from './capital';

/** A state, and under it since when or how far the sources reach. */
export function StateCell({ state }: { state: RightState }) {
  const t = useT();
  return (
    <span className={styles['stateCell']}>
      <StateMark tone={stateTone(state.state)}>{capital(state.stateTitle)}</StateMark>
      <small>{stateNote(t, state)}</small>
    </span>
  );
}

/** Since when it is so; where sources are too old, from when it is unknown and what it was last. */
export function stateNote(t: ReturnType<typeof useT>, state: RightState): string {
  if (state.unknownSince !== null) return t('rights.state.unknownSince', { day: formatDate(state.unknownSince), last: state.lastKnownTitle ?? t('shell.unknown') });
  if (state.asOf === null) return t('rights.state.noSource');
  return t('rights.state.asOf', { day: formatDate(state.asOf) });
}

export function EncumbranceMarks({ kinds }: { kinds: readonly string[] }) {
  const t = useT();
  if (kinds.length === 0) return <span className="soft">{t('rights.encumbered.none')}</span>;
  return (
    <span className={styles['marks']}>
      {kinds.map(kind => (
        <StateMark key={kind} tone={encumbranceTone(kind)}>
          {capital(t.code('encumbrance', kind))}
        </StateMark>
      ))}
    </span>
  );
}

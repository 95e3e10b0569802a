import type { RightEvent, RightProfile, Standing } from '../../../api/rightTypes';
import { formatDate } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { useT, type Translate } from '../../../words';
import { stateTone } from '../codes';
import { recordedLate } from './profile';
import styles from './Timeline.module.css';
import { place, spanOf, years, type Span } from './timeScale';
import { capital } from '../capital';

/** States by the day they took effect, and below when each event was recorded: what was known late leans. */
export function Timeline({ profile }: { profile: RightProfile }) {
  const t = useT();
  const span = spanOf(profile);
  const states = [...new Map(profile.standings.map(s => [s.state, s.stateTitle])).entries()];
  return (
    <Panel title={t('right.timeline')} note={t('right.timeline.note')}>
      <svg className={styles['line']} role="img" aria-label={t('right.timeline.alt', { count: profile.events.length, state: profile.right.state.stateTitle })} height={112} width="100%">
        {years(span).map(({ year, at }) => (
          <g key={year}>
            <line className={styles['year']} x1={`${at}%`} x2={`${at}%`} y1={16} y2={92} />
            <text className={styles['label']} x={`${at}%`} y={108} textAnchor={at > 96 ? 'end' : at < 2 ? 'start' : 'middle'}>
              {year}
            </text>
          </g>
        ))}
        {profile.standings.map(standing => (
          <Band key={`${standing.from}${standing.state}`} standing={standing} span={span} t={t} />
        ))}
        {profile.events.map(event => (
          <Mark key={event.n} event={event} span={span} t={t} />
        ))}
        <line className={styles['day']} x1={`${place(span, profile.day)}%`} x2={`${place(span, profile.day)}%`} y1={12} y2={96}>
          <title>{t('right.timeline.day', { day: profile.day })}</title>
        </line>
        {profile.term.until !== null && (
          <line className={styles['end']} x1={`${place(span, profile.term.until)}%`} x2={`${place(span, profile.term.until)}%`} y1={12} y2={96}>
            <title>{t('right.timeline.end', { day: formatDate(profile.term.lastDay) })}</title>
          </line>
        )}
      </svg>
      <ul className={styles['legend']}>
        {states.map(([state, title]) => (
          <li key={state}>
            <i className={`${styles['key']} ${styles[stateTone(state)]}`} />
            {capital(title)}
          </li>
        ))}
        <li>
          <i className={styles['effective']} />
          {capital(t('right.timeline.effective'))}
        </li>
        <li>
          <i className={styles['recorded']} />
          {capital(t('right.timeline.recorded'))}
        </li>
        <li>
          <i className={styles['dayKey']} />
          {t('right.timeline.day', { day: profile.day })}
        </li>
        {profile.term.lastDay !== null && (
          <li>
            <i className={styles['endKey']} />
            {t('right.timeline.end', { day: profile.term.lastDay })}
          </li>
        )}
      </ul>
    </Panel>
  );
}

function Band({ standing, span, t }: { standing: Standing; span: Span; t: Translate }) {
  const [from, until] = [standing.from === null ? 0 : place(span, standing.from), standing.until === null ? 100 : place(span, standing.until)];
  if (until <= from) return null;
  return (
    <rect className={styles[stateTone(standing.state)]} x={`${from}%`} width={`${until - from}%`} y={22} height={18}>
      <title>{t('right.timeline.band', { state: standing.stateTitle, from: formatDate(standing.from), because: standing.becauseTitle, estimated: standing.estimated ? t('right.timeline.estimated') : '' })}</title>
    </rect>
  );
}

function Mark({ event, span, t }: { event: RightEvent; span: Span; t: Translate }) {
  const on = `${place(span, event.on)}%`;
  const recorded = event.recordedOn === null ? null : `${place(span, event.recordedOn)}%`;
  const late = recordedLate(event);
  const told = [event.effectTitle, t('right.event.effective.of', { day: formatDate(event.effectiveOn) }), t('right.event.recorded.of', { day: formatDate(event.recordedOn) })].join(' · ');
  return (
    <g>
      {recorded !== null && <line className={late !== null && Math.abs(late) > 31 ? styles['late'] : styles['lean']} x1={on} x2={recorded} y1={48} y2={78} />}
      <circle className={event.estimated ? styles['guess'] : styles['dot']} cx={on} cy={48} r={4}>
        <title>{told}</title>
      </circle>
      {recorded !== null && (
        <circle className={styles['ring']} cx={recorded} cy={78} r={3.5}>
          <title>{told}</title>
        </circle>
      )}
    </g>
  );
}

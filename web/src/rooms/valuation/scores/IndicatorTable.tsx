import { Input, Tooltip } from 'antd';
import type { IndicatorScore, RubricDetail, RubricIndicator, ScoreFact, SubjectScore } from '../../../api/scoreTypes';
import { formatDate, formatNumber, formatPercent } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { trimZeros } from '../figureText';
import { OriginMark } from '../OriginMark';
import { isScore, type Typed } from './experts';
import styles from './Scores.module.css';

interface Props {
  rubric: RubricDetail;
  subject: SubjectScore | undefined;
  facts: readonly ScoreFact[];
  typed: Readonly<Record<string, Typed>>;
  may: boolean;
  onType: (indicator: string, next: Typed) => void;
}

/** Sides, groups and indicators; an expert's score stands beside the anchors he goes by. */
export function IndicatorTable({ rubric, subject, facts, typed, may, onType }: Props) {
  const t = useT();
  const scored = new Map((subject?.level1 ?? []).flatMap(side => side.level2.flatMap(group => group.level3)).map(one => [one.id, one]));
  const groups = new Map((subject?.level1 ?? []).flatMap(side => side.level2).map(group => [group.id, group.score]));
  const known = new Map(facts.map(fact => [fact.name, fact]));
  return (
    <>
      {rubric.sides.map(side => (
        <Panel key={side.id} title={capital(side.title)}>
          {side.groups.map(group => (
            <section key={group.id} className={styles['group']}>
              <h3>
                {capital(group.title)} <span className="soft">{t('score.weight', { weight: formatPercent(group.weight, 0) })} · {groups.get(group.id) == null ? t('shell.unknown') : trimZeros(formatNumber(groups.get(group.id), 2))}</span>
              </h3>
              {group.indicators.map(indicator => (
                <Line key={indicator.id} indicator={indicator} score={scored.get(indicator.id)} fact={indicator.fact === null ? undefined : known.get(indicator.fact)} typed={typed[indicator.id] ?? { score: '', basis: '' }} may={may} onType={next => onType(indicator.id, next)} />
              ))}
            </section>
          ))}
        </Panel>
      ))}
    </>
  );
}

function Line({ indicator, score, fact, typed, may, onType }: { indicator: RubricIndicator; score: IndicatorScore | undefined; fact: ScoreFact | undefined; typed: Typed; may: boolean; onType: (next: Typed) => void }) {
  const t = useT();
  const byPerson = indicator.mode !== 'auto';
  const anchors = indicator.low !== null ? t('score.scale', { low: indicator.low, high: indicator.high ?? '' }) : null;
  return (
    <div className={styles['line']}>
      <div>
        <strong>{indicator.id}</strong> {indicator.title} <span className="soft">{t(`indicatorMode.${indicator.mode}`)}</span>
      </div>
      <ul className={styles['anchors']}>
        {anchors !== null && <li>{anchors}</li>}
        {indicator.anchors.map(anchor => (
          <li key={anchor.score + anchor.title}>
            {byPerson && may ? (
              <button type="button" className={styles['anchor']} aria-pressed={typed.score === anchor.score} onClick={() => onType({ ...typed, score: anchor.score })}>
                <b>{anchor.score}</b> {anchor.title}
              </button>
            ) : (
              <span>
                <b>{anchor.score}</b> {anchor.title}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className={styles['given']}>
        {byPerson && (
          <>
            <Input aria-label={t('score.of', { name: indicator.title })} placeholder={t('value.score')} inputMode="decimal" disabled={!may} value={typed.score} status={typed.score !== '' && !isScore(typed.score) ? 'error' : ''} onChange={event => onType({ ...typed, score: event.target.value })} />
            <Input aria-label={t('score.basis.of', { name: indicator.title })} placeholder={t('score.basis')} translate="no" disabled={!may} maxLength={300} value={typed.basis} onChange={event => onType({ ...typed, basis: event.target.value })} />
          </>
        )}
        {fact !== undefined && (
          <Tooltip title={<span translate="no">{[fact.source, fact.date === null ? '' : formatDate(fact.date)].filter(part => part !== '').join(' · ')}</span>}>
            <span tabIndex={0} className="soft">
              {t('score.fact')} {t.code('factWord', fact.value)}
            </span>
          </Tooltip>
        )}
      </div>
      <div className={styles['outcome']}>
        {score === undefined || score.score === null ? <StateMark tone="amber">{t('shell.unknown')}</StateMark> : <strong>{trimZeros(formatNumber(score.score, 2))}</strong>}
        {score?.input != null && <OriginMark origin={score.input.origin} />}
        {score !== undefined && score.score !== null && <small className="soft">{score.ground}</small>}
      </div>
    </div>
  );
}

import type { ValueResult } from '../../../../api/valuationTypes';
import { formatNumber, none } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { Panel } from '../../../../shell/Panel';
import { StateMark, type Tone } from '../../../../shell/StateMark';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { unitWord } from '../../appraisals/appraisalColumns';
import styles from './Methods.module.css';

type Test = ValueResult['firmTests'][number];

/** Within what the policy allows, beyond it, or not known because the firm's figure is not. */
export function outcomeOf({ figure, ratio, limit }: Test): 'within' | 'over' | 'unknown' {
  if (figure === null || ratio === null) return 'unknown';
  return Number(ratio) < 0 || Number(figure) <= 0 || Number(ratio) > Number(limit) ? 'over' : 'within';
}

const tones: Record<ReturnType<typeof outcomeOf>, Tone> = { within: 'green', over: 'red', unknown: 'amber' };

/** The whole group's value against what the firm earns and owns. */
export function FirmTests({ tests }: { tests: readonly Test[] }) {
  const t = useT();
  const { unit } = usePreferences();
  return (
    <Panel title={t('value.tests')} note={t('value.tests.note')}>
      {tests.length === 0 ? (
        <span className="soft">{t('value.tests.empty')}</span>
      ) : (
        <div className={styles['tests']}>
          {tests.map(test => {
            const outcome = outcomeOf(test);
            return (
              <div key={test.measure} className={`${styles['test']} ${outcome === 'over' ? styles['over'] : outcome === 'unknown' ? styles['unknown'] : ''}`}>
                <span className="soft">
                  {t.code('valueKey', test.measure)} {test.figure === null ? t('shell.unknown') : <><Amount value={test.figure} /> {unitWord(t, unit)}</>}
                </span>
                <strong>{test.ratio === null ? none : t('value.tests.times', { times: formatNumber(test.ratio, 2) })}</strong>
                <span>
                  <StateMark tone={tones[outcome]}>{t(`value.tests.${outcome}`)}</StateMark> <span className="soft">{t('value.tests.limit', { limit: formatNumber(test.limit, 2) })}</span>
                </span>
              </div>
            );
          })}
        </div>
      )}
    </Panel>
  );
}

import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { StateMark, type Tone } from '../../../shell/StateMark';
import { useLanguage, useT } from '../../../words';
import type { Check, Verdict } from '../verifier';
import { checkName } from './checkName';
import styles from './Verify.module.css';

const tones: Record<Check['state'], Tone> = { pass: 'green', fail: 'red', skipped: 'grey' };
const order: Check['state'][] = ['fail', 'pass', 'skipped'];
const most = 400;

function CheckLine({ check }: { check: Check }) {
  const t = useT();
  const language = useLanguage();
  const failed = check.state === 'fail';
  return (
    <li className={styles['check']}>
      <span>
        <StateMark tone={tones[check.state]}>{t(`verify.state.${check.state}`)}</StateMark>
      </span>
      <span>
        {checkName(t, check.name)}
        <code className={styles['code']}>{check.name}</code>
      </span>
      <div>
        <div className={failed ? styles['bad'] : undefined}>{check.message[language]}</div>
        {failed && (
          <dl className={styles['facts']}>
            <dt>{t('verify.found')}</dt>
            <dd>
              <code>{check.found ?? t('shell.none')}</code>
            </dd>
            <dt>{t('verify.expected')}</dt>
            <dd>
              <code>{check.expected ?? t('shell.none')}</code>
            </dd>
          </dl>
        )}
      </div>
    </li>
  );
}

/** Outcome first (in words of its own where `title` has them), then every check: what failed stands on top with what was found and expected. */
export function VerdictView({ verdict, title }: { verdict: Verdict; title?: string }) {
  const t = useT();
  const { passed, pinned, checks } = verdict;
  const count = (state: Check['state']) => checks.filter(check => check.state === state).length;
  const sorted = [...checks].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const told = [
    passed ? t('verify.passed.detail', { count: count('pass') }) : t('verify.failed.detail', { count: count('fail') }),
    ...(count('skipped') > 0 ? [t('verify.skipped.detail', { count: count('skipped') })] : []),
    ...(pinned ? [] : [t('verify.unpinned')]),
  ];
  return (
    <div className={styles['verdict']}>
      <div className={`${styles['outcome']} ${passed ? styles['passed'] : styles['failed']}`} role="status">
        {passed ? <CheckCircleFilled /> : <CloseCircleFilled />}
        <div>
          <strong>{title ?? t(passed ? 'verify.passed' : 'verify.failed')}</strong>
          <div>{told.join(t.either('；', '; '))}</div>
        </div>
      </div>
      <ul className={styles['checks']} tabIndex={0}>
        {sorted.slice(0, most).map(check => (
          <CheckLine key={check.name} check={check} />
        ))}
      </ul>
      {sorted.length > most && <p className="soft">{t('verify.more', { count: sorted.length - most })}</p>}
    </div>
  );
}

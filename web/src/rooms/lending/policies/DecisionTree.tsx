import { Alert } from 'antd';
import type { ConditionMet, DecidedBody, DecidedStep, RowMet } from '../../../api/creditPolicyTypes';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from './Policies.module.css';

const tones = { approve: 'green', computed: 'green', refer: 'amber', decline: 'red' } as const;

/** Outcome first, then figures and reasons, then every step with the rows met, the nearest ones, and by how much. */
export function DecisionTree({ decision }: { decision: DecidedBody }) {
  const t = useT();
  return (
    <div>
      <p><StateMark tone={tones[decision.outcome]}>{t(`policyWord.${decision.outcome}`)}</StateMark> {decision.figures.map(figure => <span key={figure.name} className="tabular"> · {figure.title} {figure.value ?? t('shell.unknown')} {figure.unit}</span>)}</p>
      {decision.missing.length > 0 && <Alert type="warning" showIcon message={t('policyTry.missing')} description={decision.missing.map(one => <div key={one.fact}>{one.title}（{t(`policyTry.${one.why}`)}）</div>)} />}
      <ul className={styles['tree']}>
        {decision.reasons.map(reason => (
          <li key={`${reason.code}${reason.step}${reason.row}`}>
            <StateMark tone={tones[reason.outcome as keyof typeof tones] ?? 'grey'}>{reason.code}</StateMark> {reason.sentence} <span className={styles['note']} translate="no">{reason.step}{reason.row === '' ? '' : `.${reason.row}`}</span>
            {reason.conditions.map(condition => <div key={condition.sentence} className={styles['note']}>{condition.sentence}</div>)}
          </li>
        ))}
      </ul>
      {decision.steps.map(step => <Step key={step.id} step={step} />)}
    </div>
  );
}

function Step({ step }: { step: DecidedStep }) {
  const t = useT();
  return (
    <details open>
      <summary><strong>{step.title}</strong> <span className={styles['note']}>{step.gives.map(given => `${given.title} = ${given.value ?? '?'}`).join('；')}</span></summary>
      <ul className={styles['tree']}>
        {step.fired.map(row => <Row key={row.row} row={row} title={t('policyTry.fired')} tone="blue" />)}
        {step.doubtful.map(row => <Row key={row.row} row={row} title={t('policyTry.doubtful')} tone="amber" />)}
        {step.near.map(row => <Row key={row.row} row={row} title={t('policyTry.near')} tone="grey" />)}
        {step.indicators.map(one => <li key={one.id}>{one.title}：{one.has ?? t('shell.unknown')} → <span className="tabular">{one.points ?? '—'} / {one.max}</span>{one.lost !== null && one.lost !== '0' && <span className={styles['note']}> {t('policyTry.lost', { points: one.lost })}</span>}</li>)}
        {step.decision !== undefined && <li>{step.decision.policy.title} {step.decision.policy.version}<DecisionTree decision={step.decision} /></li>}
      </ul>
    </details>
  );
}

function Row({ row, title, tone }: { row: RowMet; title: string; tone: 'blue' | 'amber' | 'grey' }) {
  return (
    <li>
      <StateMark tone={tone}>{title}</StateMark> <span translate="no">{row.row}</span>
      {row.conditions.map(condition => <Condition key={condition.sentence} condition={condition} />)}
    </li>
  );
}

function Condition({ condition }: { condition: ConditionMet }) {
  const t = useT();
  return (
    <div className={styles['condition']} data-met={condition.met === null ? 'unknown' : String(condition.met)}>
      <span>{condition.title} <code translate="no">{condition.needs}</code></span>
      <span className="tabular">{condition.has ?? t('shell.unknown')}{condition.margin !== null && ` (${condition.margin.startsWith('-') ? condition.margin : `+${condition.margin}`})`}</span>
    </div>
  );
}

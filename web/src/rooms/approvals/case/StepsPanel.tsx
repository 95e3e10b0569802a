import type { ApprovalSaid, ApprovalStep, ApprovalView } from '../../../api/approvalTypes';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { formatDate } from '../../../format';
import { useT } from '../../../words';
import { stepShown, stepTones, type StepShown } from '../caseTones';
import { SeatList, useRoleName } from '../RoleNames';
import { decisionTones, whoMay, whoSaid } from './said';
import styles from './Case.module.css';

function StepFacts({ step }: { step: Pick<ApprovalStep, 'quorum' | 'votes' | 'veto' | 'chair' | 'conditionsAllowed'> }) {
  const t = useT();
  const role = useRoleName();
  const roles = (codes: readonly string[]) => codes.map(role).join(t('access.listComma'));
  const facts = [
    ...(step.quorum === null ? [] : [t('approval.step.quorum', { quorum: step.quorum })]),
    ...(step.votes === null ? [] : [t('approval.step.votes', { votes: step.votes })]),
    ...(step.veto.length === 0 ? [] : [t('approval.step.veto', { roles: roles(step.veto) })]),
    ...(step.chair.length === 0 ? [] : [t('approval.step.chair', { roles: roles(step.chair) })]),
    ...(step.conditionsAllowed ? [t('approval.step.conditions')] : []),
  ];
  return facts.length === 0 ? null : <span className={styles['facts']}>{facts.map(fact => <span key={fact}>{fact}</span>)}</span>;
}

function Step({ no, step, state, said }: { no: number; step: ApprovalStep; state: StepShown; said: readonly ApprovalSaid[] }) {
  const t = useT();
  return (
    <li className={`${styles['step'] ?? ''} ${styles[state] ?? ''}`}>
      <span className={styles['stepHead']}>
        {t('approval.step.no', { no })} {t.code('stepKind', step.kind)} <StateMark tone={stepTones[state]}>{t(`stepState.${state}`)}</StateMark>
      </span>
      <SeatList seats={step.seats} />
      <StepFacts step={step} />
      {step.tally !== null && <span>{t('approval.tally', { ...step.tally })}</span>}
      {step.may.length > 0 && <span>{t('approval.may', { names: whoMay(t, step.may) })}</span>}
      {said.map(one => (
        <span key={`${one.by}${one.kind}${one.on}`} className={styles['said']}>
          <StateMark tone={decisionTones[one.kind]}>{t.code('decision', one.kind)}</StateMark> {whoSaid(t, one)} <span className="soft">{formatDate(one.on)}</span>
          {one.note !== '' && <div>{one.note}</div>}
        </span>
      ))}
    </li>
  );
}

/** The route of the case: each step with who may decide, and who did in this round. */
export function StepsPanel({ view }: { view: ApprovalView }) {
  const t = useT();
  const { row, steps, history } = view;
  return (
    <Panel title={t('approval.steps')} note={t('approval.steps.route', { route: view.route })}>
      <ol className={styles['steps']}>
        {steps.map((step, i) => (
          <Step key={i} no={i + 1} step={step} state={stepShown(row.state, row.step, i + 1, step.state)} said={history.filter(one => one.round === row.round && one.step === i + 1)} />
        ))}
      </ol>
    </Panel>
  );
}

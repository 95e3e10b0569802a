import { Fragment } from 'react';
import type { RouteRule, RouteStep } from '../../../api/approvalTypes';
import { formatMoney } from '../../../format';
import { useT } from '../../../words';
import { SeatList, useRoleName } from '../RoleNames';
import approvals from '../Approvals.module.css';
import styles from './Routes.module.css';

function StepBox({ no, step }: { no: number; step: RouteStep }) {
  const t = useT();
  const role = useRoleName();
  const roles = (codes: readonly string[]) => codes.map(role).join(t('access.listComma'));
  const facts = [
    ...(step.quorum === null ? [] : [t('approval.step.quorum', { quorum: step.quorum })]),
    ...(step.votes === null ? [] : [t('approval.step.votes', { votes: step.votes })]),
    ...(step.kind === 'committee' && step.ofMembers ? [t('approval.step.ofMembers')] : []),
    ...(step.kind === 'committee' && step.recusalLowers ? [t('approval.step.recusal')] : []),
    ...(step.veto.length === 0 ? [] : [t('approval.step.veto', { roles: roles(step.veto) })]),
    ...(step.chair.length === 0 ? [] : [t('approval.step.chair', { roles: roles(step.chair) })]),
    ...(step.conditionsAllowed ? [t('approval.step.conditions')] : []),
  ];
  return (
    <span className={styles['box']}>
      <span>
        {no}. {t.code('stepKind', step.kind)}
      </span>
      <SeatList seats={step.seats} />
      {facts.length > 0 && <span className={approvals['small']}>{facts.join(' · ')}</span>}
    </span>
  );
}

/** The levels of a rule, each with its steps drawn in their order; or why there is none. */
export function RuleFlow({ rule }: { rule: RouteRule }) {
  const t = useT();
  if (rule.exemptZh !== null) return <span className="soft">{t('routes.exempt', { reason: t.either(rule.exemptZh, rule.exemptEn) })}</span>;
  return (
    <div>
      {rule.levels.map((level, i) => (
        <div key={i} className={styles['level']}>
          <span className={approvals['small']}>
            {level.upTo === null ? t(i === 0 ? 'routes.level.any' : 'routes.level.over') : t('routes.level.upTo', { amount: formatMoney(level.upTo, 'yuan') })} · {t('routes.level.days', { decide: level.decideDays, valid: level.validDays })}
          </span>
          <span className={styles['flow']}>
            {level.steps.map((step, n) => (
              <Fragment key={n}>
                {n > 0 && (
                  <span className={styles['arrow']} aria-hidden>
                    →
                  </span>
                )}
                <StepBox no={n + 1} step={step} />
              </Fragment>
            ))}
          </span>
        </div>
      ))}
      <span className={approvals['small']}>{[...(rule.mandate ? [t('routes.mandate')] : []), ...(rule.unlessAlone ? [t('routes.unlessAlone')] : []), ...(rule.floor ? [t('routes.floor')] : [])].join(' · ')}</span>
    </div>
  );
}

import { stringify } from 'yaml';
import type { RouteLevel, RouteRule, RouteStep } from '../../../api/approvalTypes';

/** The head of an organisation's first routes. */
export function firstRoutes(name: string, day: string): string {
  const head = { schema: 'zhirong/approvals/v1', code: 'own', zh: `${name}审批路径`, en: 'Approval routes of the organisation', version: 1, dated: day, source: { zh: '本机构授权管理办法', en: 'Rules of the organisation' }, origin: 'own' };
  return `${stringify(head, { lineWidth: 0 })}rules:\n`;
}

function stepOf(step: RouteStep): object {
  const roles = step.seats[0] ?? [];
  const base = step.kind === 'parallel' ? { kind: step.kind, seats: step.seats } : { kind: step.kind, roles };
  const ballot =
    step.kind !== 'committee'
      ? {}
      : {
          quorum: step.quorum,
          votes: step.votes,
          votes_of: step.ofMembers ? 'members' : 'voters',
          recusal: step.recusalLowers ? 'lowers' : 'counts',
          ...(step.veto.length === 0 ? {} : { veto: step.veto }),
          ...(step.chair.length === 0 ? {} : { chair: step.chair }),
        };
  return { ...base, ...ballot, ...(step.conditionsAllowed ? { conditions_allowed: true } : {}) };
}

function levelOf(level: RouteLevel): object {
  const limit = level.upTo === null ? {} : { up_to: Number(level.upTo) };
  return { ...limit, decide_days: level.decideDays, valid_days: level.validDays, steps: level.steps.map(stepOf) };
}

/** A rule as it is written in routes, to be changed from there. */
export function ruleText(rule: RouteRule): string {
  const flags = { ...(rule.mandate ? { mandate: true } : {}), ...(rule.unlessAlone ? { unless_alone: true } : {}), ...(rule.floor ? { floor: true } : {}) };
  const body = rule.exemptZh === null ? { ...flags, levels: rule.levels.map(levelOf) } : { exempt: { zh: rule.exemptZh, en: rule.exemptEn ?? '' } };
  const text = stringify([{ act: rule.act, zh: rule.titleZh, en: rule.titleEn, ...body }], { lineWidth: 0 });
  return text.replace(/^(?=.)/gm, '  ');
}

/** The routes with a rule added at their end. */
export function withRule(routes: string, rule: RouteRule): string {
  return `${routes.replace(/\n*$/, '\n')}${ruleText(rule)}`;
}

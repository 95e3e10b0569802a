import type { OutlineSupport, Scenario } from '../../../../api/types';
import { parsePercent, parseWhole, percentDigits } from '../../../../format';

/** A scenario as typed: every field is text until it can be read, so that nothing half typed is lost. */
export interface ScenarioForm {
  name: string;
  defaults: { obligor: string; period: string; recovery: string; lag: string }[];
  prepayments: { obligor: string; period: string; share: string }[];
  assumptions: { scope: string; cdr: string; cpr: string; recovery: string; lag: string }[];
  coupons: Record<string, string>;
  /** Settings that switch a support off. */
  off: string[];
  facts: { name: string; value: string }[];
  /** Settings the panel has no field for; kept as they came. */
  other: Record<string, string>;
}

export const emptyForm: ScenarioForm = { name: '', defaults: [], prepayments: [], assumptions: [], coupons: {}, off: [], facts: [], other: {} };

/** True when a filled field cannot be read; an empty one is simply not set. */
export function unreadable(text: string, read: (text: string) => unknown): boolean {
  return text.trim() !== '' && read(text) === null;
}

const couponPath = /^tranches\.([^.]+)\.coupon$/;
const supportPath = /^support\.[^.]+\.(limit|target)$/;

function percents(text: string): string[] | undefined {
  const values = text.split(/[;；、\s]+/).filter(part => part !== '').map(parsePercent);
  const read = values.filter(value => value !== null);
  return read.length === 0 || read.length < values.length ? undefined : read;
}

/** Annual rates, one for each date: "2" or "2; 3; 3". */
export function parsePercents(text: string): string[] | null {
  return percents(text) ?? null;
}

/** The setting that switches a support off when it is 0: a reserve has a target, every other kind a limit. */
export function switchOf(support: Pick<OutlineSupport, 'id' | 'kind'>): string {
  return `support.${support.id}.${support.kind === 'cash_reserve' ? 'target' : 'limit'}`;
}

function settings(form: ScenarioForm): Record<string, string> {
  const set: Record<string, string> = { ...form.other };
  for (const [tranche, text] of Object.entries(form.coupons)) {
    const coupon = parsePercent(text);
    if (coupon !== null) set[`tranches.${tranche}.coupon`] = coupon;
  }
  for (const path of form.off) set[path] = '0';
  return set;
}

/** Only what is set: an absent part means "as agreed". */
function filled<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== null)) as T;
}

/** What can be read of the form as a scenario; null when it changes nothing. */
export function scenarioOf(form: ScenarioForm, fallbackName: string): Scenario | null {
  const defaults = form.defaults.flatMap(row => {
    const period = parseWhole(row.period);
    if (row.obligor === '' || period === null || period < 1) return [];
    return [filled({ obligor: row.obligor, period, recovery: parsePercent(row.recovery) ?? undefined, lag: parseWhole(row.lag) ?? undefined })];
  });
  const prepayments = form.prepayments.flatMap(row => {
    const [period, share] = [parseWhole(row.period), parsePercent(row.share)];
    return row.obligor === '' || period === null || period < 1 || share === null ? [] : [{ obligor: row.obligor, period, share }];
  });
  const assumptions = form.assumptions.flatMap(row => {
    const [cdr, cpr] = [percents(row.cdr), percents(row.cpr)];
    if (row.scope === '' || (cdr === undefined && cpr === undefined)) return [];
    return [filled({ scope: row.scope, cdr, cpr, recovery: parsePercent(row.recovery) ?? undefined, lag: parseWhole(row.lag) ?? undefined })];
  });
  const facts = Object.fromEntries(form.facts.filter(fact => fact.name !== '' && fact.value.trim() !== '').map(fact => [fact.name, fact.value.trim()]));
  const set = settings(form);
  const parts = filled({
    defaults: defaults.length > 0 ? defaults : undefined,
    prepayments: prepayments.length > 0 ? prepayments : undefined,
    assumptions: assumptions.length > 0 ? assumptions : undefined,
    facts: Object.keys(facts).length > 0 ? facts : undefined,
    set: Object.keys(set).length > 0 ? set : undefined,
  });
  const name = form.name.trim();
  return Object.keys(parts).length === 0 ? null : { schema: 'ipabs-scenario/v1', id: name === '' ? fallbackName : name, ...parts };
}

const digits = (fraction: string | undefined) => (fraction === undefined ? '' : percentDigits(fraction));
const count = (value: number | undefined) => (value === undefined ? '' : String(value));

/** A saved scenario back into the panel's fields. */
export function formOf(scenario: Scenario): ScenarioForm {
  const form: ScenarioForm = { ...emptyForm, coupons: {}, off: [], other: {}, name: scenario.id };
  form.defaults = (scenario.defaults ?? []).map(row => ({ obligor: row.obligor, period: String(row.period), recovery: digits(row.recovery), lag: count(row.lag) }));
  form.prepayments = (scenario.prepayments ?? []).map(row => ({ obligor: row.obligor, period: String(row.period), share: percentDigits(row.share) }));
  form.assumptions = (scenario.assumptions ?? []).map(row => ({
    scope: row.scope,
    cdr: (row.cdr ?? []).map(percentDigits).join('; '),
    cpr: (row.cpr ?? []).map(percentDigits).join('; '),
    recovery: digits(row.recovery),
    lag: count(row.lag),
  }));
  form.facts = Object.entries(scenario.facts ?? {}).map(([name, value]) => ({ name, value: String(value) }));
  for (const [path, value] of Object.entries(scenario.set ?? {})) {
    const tranche = couponPath.exec(path)?.[1];
    if (tranche !== undefined) form.coupons[tranche] = percentDigits(value);
    else if (supportPath.test(path) && /^0(\.0*)?$/.test(value)) form.off.push(path);
    else form.other[path] = value;
  }
  return form;
}

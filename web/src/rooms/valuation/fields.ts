import { isIncome, hasShare } from './codes';

/** Which figures a part of a request has, and how they are typed. */

export type Shape = 'money' | 'rate' | 'years' | 'number' | 'score';

export interface FigureField {
  key: string;
  shape: Shape;
  optional?: boolean;
}

export interface WordField {
  key: string;
  words: readonly string[];
  optional?: boolean;
}

const money = (key: string): FigureField => ({ key, shape: 'money' });
const rate = (key: string): FigureField => ({ key, shape: 'rate' });
const years = (key: string): FigureField => ({ key, shape: 'years' });
const number = (key: string): FigureField => ({ key, shape: 'number' });
const optional = (field: FigureField): FigureField => ({ ...field, optional: true });

/** Figures of the methods that are not income methods or lists. */
const figures: Record<string, readonly FigureField[]> = {
  contract_flow: [rate('default_rate'), rate('recovery')],
  replacement: [money('direct'), money('indirect'), rate('capital_rate'), years('capital_years'), rate('profit_rate'), years('used_years'), years('remaining_years')],
  multiplier: [money('material'), money('labour'), number('labour_factor'), rate('risk'), rate('return')],
  data_cost: [money('total_cost'), rate('return'), number('utility')],
  real_option: [money('worth'), money('investment'), years('years'), rate('rate'), rate('volatility'), optional(rate('yield'))],
  research_option: [money('cash_flow'), rate('drift'), rate('risk_premium'), rate('cash_volatility'), number('terminal_multiple'), money('investment_a_year'), money('cost'), rate('cost_volatility'), rate('failure_rate'), number('correlation'), rate('rate'), years('years')],
  renewal_bound: [years('years_paid'), number('decay'), rate('rate')],
};

const words: Record<string, readonly WordField[]> = {
  multiplier: [{ key: 'risk_sign', words: ['deducted', 'added'] }],
  real_option: [{ key: 'model', words: ['black_scholes', 'binomial', 'simulation'] }, { key: 'side', words: ['call', 'put'], optional: true }],
  renewal_bound: [{ key: 'fees', words: ['cn-invention', 'cn-utility-model', 'cn-design'] }],
};

export const figuresOf = (method: string): readonly FigureField[] => figures[method] ?? (isIncome(method) ? [optional(rate('tax'))] : []);

export const wordsOf = (method: string): readonly WordField[] => words[method] ?? (isIncome(method) ? [{ key: 'income_tax', words: ['pre_tax', 'after_tax'], optional: true }] : []);

/** The five ways to a rate. */
export const discountWays = ['typed', 'industry', 'build_up', 'capital', 'asset_return'] as const;
export type DiscountWay = (typeof discountWays)[number];

const capital = [rate('risk_free'), number('beta'), rate('market_premium'), rate('specific'), rate('equity_share'), rate('debt_rate'), rate('tax_rate')];

export const discountFigures: Record<DiscountWay, readonly FigureField[]> = {
  typed: [rate('rate')],
  industry: [rate('mean'), optional(rate('adjustment'))],
  build_up: [rate('risk_free'), rate('cap'), optional(rate('specific'))],
  capital,
  asset_return: [...capital, rate('working_share'), rate('working_return'), rate('fixed_share'), rate('fixed_return')],
};

/** Items of the card of risks, in its order. */
export const riskItems = ['conversion', 'substitution', 'entitlement', 'integration', 'capacity', 'present', 'scale', 'switching', 'network', 'financing', 'liquidity', 'sales_service', 'quality_control', 'development'] as const;

/** Items of the card of shares, in its order. */
export const shareItems = ['legal_status', 'protection_scope', 'infringement_proof', 'field', 'substitutes', 'advancement', 'novelty', 'maturity', 'applications', 'defence', 'supply_demand'] as const;

export const shareWays = ['typed', 'interval', 'third', 'quarter', 'equivalent_investment'] as const;
export type ShareWay = (typeof shareWays)[number];

export const shareFigures: Record<ShareWay, readonly FigureField[]> = {
  typed: [rate('rate')],
  interval: [],
  third: [],
  quarter: [],
  equivalent_investment: [money('right_cost'), rate('right_return'), money('other_cost'), rate('other_return')],
};

/** A third and a quarter are shares of profit. */
export const waysOfShare = (method: string): readonly ShareWay[] => (method === 'profit_share' ? shareWays : hasShare(method) ? shareWays.filter(way => way !== 'third' && way !== 'quarter') : []);

export const industries = ['petrochemical', 'consumer', 'machinery', 'chemical', 'pharmaceutical', 'electrical', 'instruments', 'automotive', 'optics'] as const;

export const lifeFigures: readonly FigureField[] = [optional(years('legal')), optional(years('technical')), optional(years('contract'))];

export const pledgeFigures: readonly FigureField[] = [rate('valid'), rate('fire_sale'), optional(years('sell_years')), optional(rate('rate'))];

export const firmFigures: readonly FigureField[] = [optional(money('revenue')), optional(money('profit')), optional(money('net_assets'))];

export const spreads = ['growth_spread', 'share_spread', 'rate_spread', 'erosion', 'erosion_spread'] as const;

const shapes = new Map<string, Shape>([
  ...Object.values(figures).flat(), ...Object.values(discountFigures).flat(), ...Object.values(shareFigures).flat(), ...lifeFigures, ...pledgeFigures, ...firmFigures, rate('tax'), rate('least'), rate('most'), rate('share'), rate('weight'), money('price'), money('value'),
].map(field => [field.key, field.shape]));

/** How a figure the server lists by its path is shown; scores and what is not known stay plain numbers. */
export function shapeOf(path: string): Shape {
  const steps = path.split('.');
  const last = steps[steps.length - 1] ?? '';
  if (steps.includes('scores')) return 'score';
  if (last === 'years' || last === 'horizon') return 'years';
  return shapes.get(last) ?? (steps.some(step => step === 'income' || step === 'yearly') ? 'money' : 'number');
}

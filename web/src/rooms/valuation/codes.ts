import type { AppraisalState } from '../../api/valuationTypes';
import type { Tone } from '../../shell/StateMark';

/** The closed lists of an appraisal, in the server's order; a test holds that every one has its words. */

export const purposes = ['pledge', 'transfer', 'balance_sheet', 'securitization'] as const;

export const valueTypes = ['market', 'investment', 'in_use', 'liquidation', 'residual'] as const;

export const methods = ['revenue_share', 'profit_share', 'excess_earnings', 'contract_flow', 'replacement', 'multiplier', 'data_cost', 'comparables', 'real_option', 'research_option', 'renewal_bound'] as const;

export const approaches = ['income', 'cost', 'market'] as const;

/** What stands behind a figure. */
export const originKinds = ['evidence', 'contract', 'published', 'assumption', 'computed', 'unverified'] as const;

export const bases = ['outside', 'internal', 'agreed'] as const;

export const appraisalStates = ['open', 'concluded', 'signed'] as const;

export const stateTones: Record<AppraisalState, Tone> = { open: 'amber', concluded: 'blue', signed: 'green' };

export const weightWays = ['equal', 'score'] as const;

export const batchTones: Record<string, Tone> = { valued: 'green', open: 'amber', refused: 'red', left_out: 'grey' };

/** A method of the income kind has a forecast, a share and a rate. */
export const isIncome = (method: string) => method === 'revenue_share' || method === 'profit_share' || method === 'excess_earnings';

export const hasShare = (method: string) => method === 'revenue_share' || method === 'profit_share';

export const originTones: Record<string, Tone> = { evidence: 'green', contract: 'green', published: 'blue', assumption: 'amber', computed: 'grey', unverified: 'red' };

import { choice, choices, date, flag, money, rate, text, whole } from './kinds';
import { coveredLines, feeBases, ids, targetsOf } from './known';
import { dayCounts, en, field, id, modes, rare, type TableShape, zh } from './shapes';

export const notes: TableShape = {
  shape: 'table', path: ['tranches'], title: 'terms.tranches', stem: 'T', shareOf: ['size'],
  fields: [
    id, { ...zh, width: 110 }, en,
    field('size', money, 'terms.size', 150, { sum: true }),
    field('coupon', rate, 'terms.coupon', 90),
    field('day_count', choice('terms.dayCount', dayCounts, true), 'terms.dayCount', 110),
    field('amort', choice('terms.trancheAmort', ['bullet', 'unit_schedule', 'target_balance', 'pass_through', 'residual']), 'terms.amort', 130),
    field('unit_principal', { of: 'numbers', money: false }, 'terms.unitPrincipal', 220, rare),
    field('target_balance', { of: 'numbers', money: true }, 'terms.targetBalance', 220, rare),
    field('residual', flag, 'terms.residual', 80),
    field('rating', text, 'terms.rating', 80),
    field('holder', text, 'terms.holder', 110),
    field('expected_maturity', date, 'terms.expectedMaturity', 110, rare),
  ],
};

export const fees: TableShape = {
  shape: 'table', path: ['fees'], title: 'terms.fees', stem: 'fee',
  fields: [
    id, zh, en,
    field('kind', choice('terms.feeKind', ['tax', 'rate', 'fixed', 'payout_rate']), 'terms.kind', 110),
    field('basis', choices('terms.basis', feeBases, { alone: true }), 'terms.feeBasis', 150),
    field('rate', rate, 'terms.rate', 90),
    field('amount', money, 'terms.amount', 130),
    field('vat', rate, 'terms.vat', 90),
    field('surcharge', rate, 'terms.surcharge', 90),
    field('cap.amount', money, 'terms.capAmount', 130, rare),
    field('cap.rate', rate, 'terms.capRate', 90, rare),
    field('fee_arrears', flag, 'terms.feeArrears', 90, rare),
    field('on', choice('terms.feeOn', ['planned', 'paid']), 'terms.feeOn', 110, rare),
    field('payee', text, 'terms.payee', 130, rare),
  ],
};

export const support: TableShape = {
  shape: 'table', path: ['support'], title: 'terms.support', stem: 'support',
  fields: [
    id, zh, en,
    field('kind', choice('terms.supportKind', ['cash_reserve', 'top_up', 'guarantee', 'liquidity']), 'terms.kind', 120),
    field('provider', text, 'terms.provider', 170),
    field('order', whole, 'terms.drawOrder', 80),
    field('limit', { of: 'limit' }, 'terms.limit', 130),
    field('covers', choices('terms.covers', coveredLines), 'terms.covers', 240),
    field('claim', choice('terms.claim', ['subordinated_to_senior', 'none']), 'terms.claim', 130),
    field('initial', money, 'terms.initial', 120, rare),
    field('target', money, 'terms.target', 130, rare),
    field('draw_in', choices('terms.mode', modes), 'terms.drawIn', 150, rare),
  ],
};

export const triggers: TableShape = {
  shape: 'table', path: ['triggers'], title: 'terms.triggers', stem: 'trigger',
  fields: [
    id, zh, en,
    field('when', { of: 'condition' }, 'terms.when', 520),
    field('then', choice('terms.then', ['accelerated', 'post_default', 'termination', 'notify_obligors'], true), 'terms.then', 150),
  ],
};

const steps = [
  'pay_tax', 'pay_fee', 'pay_interest', 'pay_principal', 'pay_support_claim', 'repay_liquidity', 'fund_reserve', 'release_reserve', 'draw_support',
  'transfer', 'write_off', 'pay_residual', 'trap_cash',
];

export function order(mode: (typeof modes)[number]): TableShape {
  return {
    shape: 'table', path: ['waterfalls', mode], title: `terms.mode.${mode}`, ordered: true,
    fields: [
      field('do', choice('terms.step', steps), 'terms.step', 160),
      field('what', choices('terms.covers', targetsOf), 'terms.what', 240),
      field('amount', choice('terms.stepAmount', ['scheduled', 'target', 'pass_through', 'all']), 'terms.stepAmount', 120),
      field('when', { of: 'condition' }, 'terms.when', 320),
      field('cap.amount', money, 'terms.capAmount', 130, rare),
      field('cap.rate', rate, 'terms.capRate', 90, rare),
      field('pari_passu', choices('terms.pariPassu', (root, item) => ['true', ...targetsOf(root, item)]), 'terms.pariPassu', 130, rare),
      field('from_account', choices('terms.covers', (root) => ids(root, 'accounts'), { alone: true }), 'terms.fromAccount', 110, rare),
      field('to_account', choices('terms.covers', (root) => ids(root, 'accounts'), { alone: true }), 'terms.toAccount', 110, rare),
      field('zh', text, 'terms.remark', 150, rare),
    ],
  };
}

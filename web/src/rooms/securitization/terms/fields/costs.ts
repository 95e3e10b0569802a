import { itemsAt, type MapNode, textOf } from '../document';
import { choice, choices, money, rate, text } from './kinds';
import { en, field, type Shape, zh } from './shapes';

const kinds = [
  'issue_fee', 'guarantee', 'trust', 'appraisal', 'registration', 'insurance', 'other_fee', 'deposit_held', 'deposit_returned', 'subsidy_received',
  'subsidy_applied',
];
const methods = ['bullet', 'interest_then_bullet', 'equal_instalments', 'equal_principal'];

/** What borrowers pay and receive beside the loan, and the ordinary loan it is held against. */
export const costs: readonly Shape[] = [
  {
    shape: 'table', path: ['costs', 'items'], title: 'terms.costs.items', stem: 'cost', fields: [
      field('id', { of: 'id', inConditions: false }, 'terms.id', 110),
      zh, en,
      field('kind', choice('terms.costKind', kinds), 'terms.kind', 130),
      field('date', { of: 'date' }, 'terms.costs.date', 110),
      field('rate', rate, 'terms.rate', 90),
      field('of', choice('terms.costOf', ['principal', 'interest'], true), 'terms.costs.of', 110),
      field('amount', money, 'terms.amount', 140),
      field('per', choice('terms.costPer', ['firm', 'right']), 'terms.costs.per', 90),
      field('split', choice('terms.costSplit', ['principal', 'equal']), 'terms.costs.split', 110),
      field('cap', money, 'terms.capAmount', 130),
      field('payer', choice('terms.payer', ['borrower'], true), 'terms.costs.payer', 120),
      field('source', text, 'terms.costs.source', 220),
    ],
  },
  {
    shape: 'form', title: 'terms.costs.quote', fields: [
      field('costs.quote.lpr', rate, 'terms.quote.lpr'),
      field('costs.quote.date', { of: 'date' }, 'terms.quote.date'),
      field('costs.quote.spread_bp', { of: 'number' }, 'terms.quote.spread'),
      field('costs.quote.day_count', choice('terms.dayCount', ['ACT/365F', 'ACT/360', '30/360'], true), 'terms.dayCount'),
      field('costs.quote.method', choice('terms.loanMethod', methods), 'terms.quote.method'),
      field('costs.quote.every', { of: 'tenor' }, 'terms.every'),
      field('costs.quote.items', choices('terms.covers', (root) => costIds(root), { open: true }), 'terms.quote.items'),
    ],
  },
];

function costIds(root: MapNode): string[] {
  return itemsAt(root, ['costs', 'items']).map((item) => textOf(item, 'id'));
}

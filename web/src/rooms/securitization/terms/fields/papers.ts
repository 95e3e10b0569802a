import { choices, date, flag, money, text, whole } from './kinds';
import { en, field, id, type Shape, zh } from './shapes';

export const shelf: readonly Shape[] = [
  {
    shape: 'form', title: 'terms.shelf', fields: [
      field('shelf.id', { of: 'id', inConditions: false }, 'terms.shelf.id'),
      field('shelf.cap', money, 'terms.shelf.cap'),
      field('shelf.series', whole, 'terms.shelf.series'),
      field('shelf.no_objection', date, 'terms.shelf.noObjection'),
      field('shelf.valid_months', whole, 'terms.shelf.validMonths'),
      field('shelf.max_term_years', { of: 'number' }, 'terms.shelf.maxTerm'),
      field('shelf.per_obligor.min', money, 'terms.shelf.min'),
      field('shelf.per_obligor.max', money, 'terms.shelf.max'),
    ],
  },
  {
    shape: 'table', path: ['shelf', 'used'], title: 'terms.shelf.used', fields: [
      field('series', whole, 'terms.shelf.seriesNo', 90),
      field('size', money, 'terms.size', 150, { sum: true }),
      field('established', date, 'terms.shelf.established', 120),
    ],
  },
];

export const others: readonly Shape[] = [
  {
    shape: 'table', path: ['accounts'], title: 'terms.accounts', stem: 'account', fields: [
      id, zh, { ...en, rare: false },
      field('receives', choices('terms.receives', ['interest', 'principal', 'recovery']), 'terms.receives', 200),
    ],
  },
  { shape: 'table', path: ['waivers'], title: 'terms.waivers', fields: [field('code', text, 'terms.waiver.code', 120), field('reason', text, 'terms.waiver.reason', 420)] },
  {
    shape: 'form', title: 'terms.payout', fields: [
      field('payout.channel', choices('terms.channel', ['bank_transfer', 'ecny'], { open: true }), 'terms.payout.channel'),
      field('payout.closed_loop', flag, 'terms.payout.closedLoop'),
      field('payout.purpose', choices('terms.covers', [], { open: true }), 'terms.payout.purpose'),
      field('reports', choices('terms.report', reports(), { open: true }), 'terms.reports'),
    ],
  },
];

function reports(): string[] {
  return ['servicer_report', 'custodian_report', 'distribution_report', 'annual_am_report', 'annual_custody_report', 'credit_risk_h1h2', 'ad_hoc'];
}

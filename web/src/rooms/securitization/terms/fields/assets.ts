import { choice, choices, date, type Kind, money, rate, text, whole } from './kinds';
import { dayCounts, type Field, field, rare, type Shape } from './shapes';

const amortisations = ['bullet', 'level', 'equal_principal', 'interest_then_bullet', 'schedule', 'discount'];
const rights = ['patent', 'trademark', 'copyright', 'data_ip', 'ic_layout'] as const;
const licenceTypes = ['exclusive', 'sole', 'ordinary'];
const criteria = [
  'legal_valid', 'unencumbered', 'pledge_registered', 'not_negative_list', 'not_related_party', 'no_overdue', 'remaining_ip_life_covers_term', 'appraised',
];
const ratio: Kind = { of: 'rate' };

/** How a debt is repaid: of the whole pool, or of one obligor in its own columns. */
function contract(prefix: string, more: Partial<Field> = {}): Field[] {
  return [
    field(`${prefix}.amort`, choice('terms.contractAmort', amortisations), 'terms.amort', 120, more),
    field(`${prefix}.rate`, rate, 'terms.contractRate', 90, more),
    field(`${prefix}.period_rate`, { of: 'periodRate' }, 'terms.periodRate', 110, more),
    field(`${prefix}.day_count`, choice('terms.dayCount', dayCounts, true), 'terms.dayCount', 110, more),
    field(`${prefix}.interest`, choice('terms.interest', ['at_maturity', 'each_period']), 'terms.interest', 110, more),
    field(`${prefix}.every`, { of: 'tenor' }, 'terms.every', 80, more),
    field(`${prefix}.periods`, whole, 'terms.periods', 70, more),
    field(`${prefix}.first`, date, 'terms.first', 110, more),
    field(`${prefix}.maturity`, date, 'terms.maturity', 110, more),
    field(`${prefix}.schedule`, { of: 'numbers', money: false }, 'terms.schedule', 200, more),
    field(`${prefix}.timing`, choice('terms.timing', ['arrears', 'advance']), 'terms.timing', 100, more),
  ];
}

function licence(prefix: 'first_licence' | 'back_licence'): Field[] {
  return [
    field(`${prefix}.type`, choice('terms.licenceType', licenceTypes), `terms.${prefix}.type`, 130, rare),
    field(`${prefix}.rights`, choices('terms.covers', [], { open: true }), `terms.${prefix}.rights`, 160, rare),
    field(`${prefix}.date`, date, `terms.${prefix}.date`, 130, rare),
    field(`${prefix}.until`, date, `terms.${prefix}.until`, 130, rare),
    field(`${prefix}.record_no`, text, `terms.${prefix}.record`, 130, rare),
    field(`${prefix}.fee`, money, `terms.${prefix}.fee`, 140, rare),
    field(`${prefix}.royalty`, money, `terms.${prefix}.royalty`, 140, rare),
  ];
}

export const assets: readonly Shape[] = [
  {
    shape: 'table', path: ['pool', 'obligors'], title: 'terms.obligors', stem: 'N', shareOf: ['size'],
    fields: [
      field('id', { of: 'id', inConditions: false }, 'terms.id', 92),
      field('name', { of: 'name' }, 'terms.name', 200, rare),
      field('principal', money, 'terms.principal', 150, { sum: true }),
      field('industry', text, 'terms.industry', 150),
      field('ip', whole, 'terms.ip', 115),
      ...rights.map((right) => field(`ip_kinds.${right}`, whole, `terms.right.${right}`, 110, rare)),
      field('appraised', money, 'terms.appraised', 150, { ...rare, sum: true }),
      field('region', text, 'terms.region', 100, rare),
      field('grade', text, 'terms.grade', 80, rare),
      field('rating', text, 'terms.rating', 80, rare),
      field('pledge_no', text, 'terms.pledgeNo', 150, rare),
      field('credit_code', text, 'terms.creditCode', 180, rare),
      ...contract('contract', rare),
      ...licence('first_licence'),
      ...licence('back_licence'),
    ],
  },
  { shape: 'form', title: 'terms.contract', fields: contract('pool.contract') },
  {
    shape: 'form', title: 'terms.pool', fields: [
      field('pool.asset_kind', text, 'terms.assetKind'),
      field('pool.closing_collections', choice('terms.closingCollections', ['pool', 'originator']), 'terms.closingCollections'),
      field('pool.appraised', money, 'terms.appraised'),
      field('pool.limits.min_obligors', whole, 'terms.limits.minObligors'),
      field('pool.limits.max_single_share', ratio, 'terms.limits.maxSingle'),
      field('pool.limits.max_top5_share', ratio, 'terms.limits.maxTop5'),
      field('pool.ip_kinds', choices('terms.right', rights, { open: true }), 'terms.ipKinds'),
      field('pool.eligibility', choices('terms.criterion', criteria, { open: true }), 'terms.eligibility'),
    ],
  },
];

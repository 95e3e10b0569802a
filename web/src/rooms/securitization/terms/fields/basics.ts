import { choice, date, type Kind, money, text, whole } from './kinds';
import { type Field, field, type Shape } from './shapes';

const offsets = [
  'calc', 'servicer_report', 'remittance', 'custodian_report', 'shortfall_notice', 'shortfall_pay', 'guarantee_notice', 'guarantee_pay', 'manager_report',
  'custodian_transfer', 'record',
] as const;

export const structures = ['pledge_loan', 'licence_back', 'finance_lease', 'micro_loan', 'factoring', 'abn_trust'];
export const markets = ['SSE', 'SZSE', 'BSE', 'IB'];

export const basics: readonly Shape[] = [
  {
    shape: 'form', title: 'terms.section.basics', fields: [
      field('id', { of: 'id', inConditions: false }, 'terms.dealId'),
      field('name.zh', text, 'terms.nameZh'),
      field('name.en', text, 'terms.nameEn'),
      field('market', choice('terms.market', markets), 'terms.market'),
      field('structure', choice('terms.structure', structures), 'terms.structure'),
      field('size', money, 'terms.dealSize'),
      field('currency', choice('terms.currency', ['CNY']), 'terms.currency'),
      field('money.rounding', choice('terms.rounding', ['half_up', 'half_even', 'down']), 'terms.rounding'),
      field('money.unit_face', money, 'terms.unitFace'),
      field('money.unit_decimals', whole, 'terms.unitDecimals'),
    ],
  },
  { shape: 'form', title: 'terms.parties', openMap: 'parties', fields: parties() },
  {
    shape: 'table', path: ['spv'], title: 'terms.spv', stem: 'spv', fields: [
      field('id', { of: 'id', inConditions: false }, 'terms.id', 92),
      field('kind', choice('terms.spvKind', ['资产支持专项计划', '单一资金信托', '资产支持票据信托'], true), 'terms.kind', 200),
      field('name', text, 'terms.name', 260),
    ],
  },
];

function parties(): Field[] {
  const name: Kind = { of: 'choices', area: 'terms.covers', known: () => [], open: true, alone: true };
  return [
    field('parties.originator', name, 'terms.party.originator'),
    field('parties.manager', name, 'terms.party.manager'),
    field('parties.custodian', name, 'terms.party.custodian'),
    field('parties.servicer', name, 'terms.party.servicer'),
    field('parties.support', name, 'terms.party.support'),
    field('parties.rating', name, 'terms.party.rating'),
    field('parties.counsel', name, 'terms.party.counsel'),
    field('parties.accountant', name, 'terms.party.accountant'),
  ];
}

const rolls = ['none', 'following', 'following_no_extra_interest', 'modified_following', 'preceding', 'modified_preceding'];

export const dates: readonly Shape[] = [
  {
    shape: 'form', title: 'terms.section.dates', fields: [
      field('dates.cutoff', date, 'terms.cutoff'),
      field('dates.closing', date, 'terms.closing'),
      field('dates.expected_maturity', date, 'terms.expectedMaturity'),
      field('dates.legal_maturity', date, 'terms.legalMaturity'),
      field('dates.calendar', choice('terms.calendar', ['SSE', 'SZSE', 'BSE', 'IB', 'bank', 'exchange']), 'terms.calendar'),
      field('dates.roll', choice('terms.roll', rolls), 'terms.roll'),
    ],
  },
  {
    shape: 'form', title: 'terms.paymentDates', fields: [
      field('dates.payment_dates.every', { of: 'tenor' }, 'terms.every'),
      field('dates.payment_dates.first', date, 'terms.first'),
      field('dates.payment_dates.last', date, 'terms.last'),
      field('dates.payment_dates.list', { of: 'dates' }, 'terms.paymentList'),
    ],
  },
  { shape: 'form', title: 'terms.offsets', fields: offsets.map((name) => field(`dates.offsets.${name}`, whole, `terms.offset.${name}`)) },
];

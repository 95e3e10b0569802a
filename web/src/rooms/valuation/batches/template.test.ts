import { expect, test } from 'vitest';
import { readTemplate, templateOf } from './template';

const request = {
  schema: 'zhirong/value-request/v1', id: 'a', base_date: '2025-12-31', purpose: 'pledge', value_type: 'market', group: { id: 'g' }, firm: { year: 2025 },
  methods: [{ id: 'royalty', method: 'revenue_share', income: { first_year: 2026, last: '100', growth: '0.05', years: 5, source: '账簿' }, tax: '0.15' }, { id: 'x', method: 'excess_earnings', income: { first_year: 2026, yearly: ['1'] } }],
};

test('templateOf_LeavesOutWhatIsTheProductsOwn', () => {
  expect(templateOf(request)).toEqual({
    value_type: 'market',
    methods: [{ id: 'royalty', method: 'revenue_share', income: { growth: '0.05', years: 5 }, tax: '0.15' }, { id: 'x', method: 'excess_earnings' }],
  });
});

test.each([
  ['', { template: null }],
  ['{"value_type":"market"}', { template: { value_type: 'market' } }],
  ['[1]', { kind: 'map' }],
  ['{"group":{}}', { kind: 'key', key: 'group' }],
])('readTemplate_%s', (text, read) => expect(readTemplate(text)).toEqual(read));

test('readTemplate_BrokenJson_SaysSo', () => expect(readTemplate('{')).toMatchObject({ kind: 'json' }));

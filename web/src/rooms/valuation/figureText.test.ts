import { expect, test } from 'vitest';
import { figureText, readTyped, typedText } from './figureText';
import { shapeOf } from './fields';

test.each([
  ['money', '98000000', '9,800.00'],
  ['rate', '0.02649', '2.65%'],
  ['years', '6', '6.00'],
  ['score', '80', '80'],
  ['number', '1.10', '1.1'],
  ['number', 'machinery', 'machinery'],
  ['rate', '', '—'],
] as const)('figureText_%s_%s_Reads%s', (shape, value, shown) => expect(figureText(shape, value, 'wan')).toBe(shown));

test.each([
  ['money', '1.2亿', '120000000.00'],
  ['rate', '12.5', '0.125'],
  ['rate', '300bp', '0.03'],
  ['years', '6', '6'],
  ['score', 'achtzig', null],
  ['money', '', ''],
] as const)('readTyped_%s_%s_Is%s', (shape, typed, written) => expect(readTyped(shape, typed)).toBe(written));

test('typedText_OfARate_ComesBackAsItWas', () => {
  expect(readTyped('rate', typedText('rate', '0.0435'))).toBe('0.0435');
});

test.each([
  ['methods.royalty.share.scores.legal_status', 'score'],
  ['discount.risk_free', 'rate'],
  ['methods.royalty.income.2026', 'money'],
  ['life.technical', 'years'],
  ['methods.cost.direct', 'money'],
  ['discount.beta', 'number'],
])('shapeOf_%s_Is%s', (path, shape) => expect(shapeOf(path)).toBe(shape));

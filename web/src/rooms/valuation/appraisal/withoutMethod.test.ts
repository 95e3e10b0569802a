import { expect, test } from 'vitest';
import type { Finding } from '../../../api/types';
import { faulty, withoutMethod } from './withoutMethod';

const request = { methods: [{ id: 'a' }, { id: 'b' }], conclusion: { weights: { a: '1' }, reason: 'x' }, simulation: { method: 'a' }, sensitivity: { method: 'b' } };

test('withoutMethod_TheOnlyOneWeighed_TakesTheConclusionAndItsSimulation', () => {
  expect(withoutMethod(request, 'a')).toEqual({ methods: [{ id: 'b' }], sensitivity: { method: 'b' } });
});

test('withoutMethod_OneNotWeighed_LeavesTheConclusion', () => {
  expect(withoutMethod(request, 'b')).toEqual({ methods: [{ id: 'a' }], conclusion: request.conclusion, simulation: { method: 'a' } });
});

test('faulty_NamesMethodsByTheirPaths', () => {
  const finding = (path: string) => ({ code: 'VAL-0101', path, message: '', severity: 'error', line: null, column: null, found: null, expected: null }) as Finding;
  expect(faulty(request, [finding('methods.b.direct'), finding('methods.ab'), finding('discount')])).toEqual(['b']);
});

import { expect, test } from 'vitest';
import type { Origin } from '../../api/types';
import { originOf } from './origin';

const origin = (path: string, kind: Origin['kind']): Origin => ({ path, kind, source: null, date: null, note: null });
const origins = [origin('pool', 'assumed'), origin('pool.obligors.C01', 'published'), origin('pool.obligors.C01.principal', 'imported')];

test('originOf_SeveralPrefixes_TakesTheLongest', () => {
  expect(originOf(origins, 'pool.obligors.C01.principal').kind).toBe('imported');
  expect(originOf(origins, 'pool.obligors.C01.industry').kind).toBe('published');
});

test('originOf_WholeDeal_StandsInBeforeEnteredByHand', () => {
  const all = [origin('*', 'published'), origin('x', 'assumed')];
  expect(originOf(all, 'size').kind).toBe('published');
  expect(originOf(all, 'x').kind).toBe('assumed');
});

test('originOf_SimilarName_IsNotAPrefix', () => {
  expect(originOf(origins, 'pool.obligors.C010.principal').kind).toBe('assumed');
  expect(originOf(origins, 'poolside').kind).toBe('entered');
});

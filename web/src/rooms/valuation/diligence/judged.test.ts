import { expect, test } from 'vitest';
import type { DiligenceItem } from '../../../api/diligenceTypes';
import { chapters, filtered, grouped, said } from './judged';

const item = (part: Partial<DiligenceItem>): DiligenceItem => ({ key: 'k', chapter: '1', chapterTitle: '权属', item: 'holder', title: '权利人', right: 'r1', state: 'clear', grade: null, finding: null, text: null, advice: null, parameter: 'ownership', parameterTitle: '', factor: null, why: null, facts: [], missing: [], ...part });
const items = [item({}), item({ right: 'r2', state: 'finding', grade: 'major' }), item({ chapter: '2', item: 'state', state: 'unknown' }), item({ chapter: '2', item: 'firm-secrecy', right: null, state: 'finding', grade: 'minor' })];

test('chapters_CountEachState', () => {
  expect(chapters(items).map(({ id, findings, unknown, clear }) => [id, findings, unknown, clear])).toEqual([['1', 1, 0, 1], ['2', 1, 1, 0]]);
});

test.each([
  [{ right: '', show: 'open' }, 3],
  [{ right: '', show: '' }, 4],
  [{ right: 'firm', show: '' }, 1],
  [{ right: 'r1', show: 'open' }, 1],
  [{ right: '', show: 'major' }, 1],
])('filtered_%j_Leaves%i', (filter, count) => expect(filtered(items, filter)).toHaveLength(count));

test('grouped_SameItem_StandsTogether', () => expect(grouped(items).map(({ item: name, each }) => [name, each.length])).toEqual([['holder', 2], ['state', 1], ['firm-secrecy', 1]]));

test('said_IsReadInParts', () => expect([said('finding major co-owned'), said('clear'), said(null)]).toEqual([{ state: 'finding', grade: 'major' }, { state: 'clear', grade: null }, null]));

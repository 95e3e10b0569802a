import { expect, test } from 'vitest';
import { readTerms } from '../document';
import { enteredOver, recordedOrigins, withOrigin, withoutOrigin } from './origins';

function terms(text: string) {
  const parsed = readTerms(text);
  if (!('terms' in parsed)) throw new Error(parsed.broken.message);
  return parsed.terms;
}

const published = { path: 'size', kind: 'published', source: '公告', date: '2026-01-16', note: null } as const;

test('withOrigin_RecordedTwice_KeepsOneRecord', () => {
  const once = withOrigin(terms('size: 1\n'), published);
  const twice = withOrigin(terms(once), { ...published, source: null, kind: 'assumed' });
  expect(recordedOrigins(terms(twice))).toEqual([{ path: 'size', kind: 'assumed', source: null, date: '2026-01-16', note: null }]);
  expect(recordedOrigins(terms(withoutOrigin(terms(twice), 'size')))).toEqual([]);
});

test('enteredOver_OnlyFiguresThatWereNotEnteredByHand_AreRecorded', () => {
  const originAt = (path: string) => ({ ...published, path, kind: path.startsWith('a.') ? ('published' as const) : ('assumed' as const) });
  expect(enteredOver(['a.x', 'b.y'], originAt, '2026-02-01').map(({ path, kind }) => [path, kind])).toEqual([['a.x', 'entered']]);
  const many = Array.from({ length: 21 }, (_, i) => `a.list.N${i}.principal`);
  expect(enteredOver(many, originAt, '2026-02-01').map(({ path }) => path)).toEqual(['a.list']);
});

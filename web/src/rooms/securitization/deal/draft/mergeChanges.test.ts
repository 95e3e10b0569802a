import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { collisions, mergeChanges } from './mergeChanges';

const mine = `# my note
size: 100.00   # as published
pool:
  obligors:
    - {id: C01, principal: 60}   # largest
    - {id: C02, principal: 40}
waterfalls:
  normal:
    - {do: pay_fee, what: [custody]}
`;
const change = (path: string, before: string | null, after: string | null) => ({ path, before, after });

test('mergeChanges_OtherPath_IsTakenAndCommentsStay', () => {
  const merged = mergeChanges(mine, [change('size', '90.00', '100.00')], [change('pool.obligors.C02.principal', '40', '45.50')]);
  expect(merged.taken).toEqual(['pool.obligors.C02.principal']);
  expect(merged.text).toContain('{id: C02, principal: 45.50}');
  expect(merged.text).toContain('# my note');
  expect(merged.text).toContain('# as published');
  expect(merged.text).toContain('# largest');
});

test('mergeChanges_SamePath_KeepsMineAndSaysSo', () => {
  const merged = mergeChanges(mine, [change('size', '90.00', '100.00')], [change('size', '90.00', '110.00')]);
  expect(merged).toEqual({ text: mine, taken: [], colliding: ['size'] });
});

test('mergeChanges_ItemAdded_BecomesANewItem', () => {
  const theirs = [change('pool.obligors.C03.id', null, 'C03'), change('pool.obligors.C03.principal', null, '7')];
  const pool = (parse(mergeChanges(mine, [], theirs).text) as { pool: { obligors: unknown[] } }).pool;
  expect(pool.obligors[2]).toEqual({ id: 'C03', principal: 7 });
});

test('mergeChanges_ItemRemoved_IsGoneWithAllItsLeaves', () => {
  const theirs = [change('pool.obligors.C01.id', 'C01', null), change('pool.obligors.C01.principal', '60', null)];
  const pool = (parse(mergeChanges(mine, [], theirs).text) as { pool: { obligors: unknown[] } }).pool;
  expect(pool.obligors).toEqual([{ id: 'C02', principal: 40 }]);
});

test('collisions_SameListWithoutIds_CollidesAsAWhole', () => {
  const own = [change('waterfalls.normal.0.do', 'pay_tax', 'pay_fee')];
  expect([...collisions(own, [change('waterfalls.normal.3.what.0', 'a', 'b')])]).toEqual(['waterfalls.normal.3.what.0']);
  expect([...collisions(own, [change('waterfalls.accelerated.0.do', 'a', 'b')])]).toEqual([]);
});

test('collisions_BothTypedTheSame_IsNone', () => {
  expect(collisions([change('size', '1', '2')], [change('size', '1', '2')]).size).toBe(0);
});

test('mergeChanges_MyTextIsBroken_TakesNothing', () => {
  expect(mergeChanges('a: [1', [], [change('size', '1', '2')])).toEqual({ text: 'a: [1', taken: [], colliding: ['size'] });
});

test('mergeChanges_LargeAmounts_StayToTheFen', () => {
  const merged = mergeChanges('a: 90071992547409931.01\nb: 1', [], [change('b', '1', '90071992547409932.10')]);
  expect(merged.text).toBe('a: 90071992547409931.01\nb: 90071992547409932.10\n');
});

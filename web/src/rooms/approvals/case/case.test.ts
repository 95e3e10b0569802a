import { expect, test } from 'vitest';
import { bodyFields, withField } from './bodyFields';
import { conditionLines, missingFor } from './deciding';
import { differenceOf } from './difference';
import { subjectOfCase } from './subjectOfCase';

const field = (name: string, before: string | null, after: string | null) => ({ name, labelZh: name, labelEn: name, before, after });

test('differenceOf_OnlyAdded_HasNothingToCompare', () => {
  const shown = differenceOf([field('a', null, '1'), field('b', null, '2')]);
  expect([shown.compared, shown.rows.map(row => row.name)]).toEqual([false, ['a', 'b']]);
});

test('differenceOf_ChangedAndUnchanged_PutsWhatChangesFirst', () => {
  const shown = differenceOf([field('same', '1', '1'), field('gone', '2', null), field('new', null, '3'), field('other', '4', '5')]);
  expect(shown.compared).toBe(true);
  expect(shown.rows.map(row => [row.name, row.changes])).toEqual([['gone', true], ['new', true], ['other', true], ['same', false]]);
});

test('bodyFields_NestedRequest_NamesEveryValue', () => {
  const body = { name: '甲', items: [{ amount: '5.00', no: 1 }, { amount: '6.00', no: 2 }], note: null, empty: {} };
  expect(bodyFields(body).map(one => [one.name, one.value])).toEqual([['name', '甲'], ['items[0].amount', '5.00'], ['items[0].no', 1], ['items[1].amount', '6.00'], ['items[1].no', 2], ['note', null]]);
});

test('withField_KeepsKindsAndTheRest', () => {
  const body = { items: [{ amount: '5.00', no: 1 }], on: true, note: null };
  const [amount, no, on, note] = bodyFields(body);
  expect(withField(body, amount!, '7.00')).toEqual({ items: [{ amount: '7.00', no: 1 }], on: true, note: null });
  expect(withField(body, no!, '12')).toEqual({ items: [{ amount: '5.00', no: 12 }], on: true, note: null });
  expect(withField(body, no!, 'x')).toEqual({ items: [{ amount: '5.00', no: 'x' }], on: true, note: null });
  expect(withField(body, on!, 'false')).toEqual({ items: [{ amount: '5.00', no: 1 }], on: false, note: null });
  expect(withField(body, note!, '')).toEqual(body);
  expect(body.items[0]!.amount).toBe('5.00');
});

test('subjectOfCase_KindsWithAPage_LeadThere', () => {
  const page = (act: string, subjectKind: string | null, subjectId: string | null) => subjectOfCase({ act, subjectKind, subjectId });
  expect(page('payments.batch.approve', 'batch', 'b1')).toBe('/payments/batches/b1');
  expect(page('payments.account.change', 'account', 'a1')).toBe('/payments/accounts/a1');
  expect(page('ledger.account.change', 'account', 'a1')).toBe('/ledger/accounts/a1');
  expect(page('access.user.change', 'user', 'u1')).toBe('/access/users/u1');
  expect(page('evidence.content.erase', 'leave', 'l1')).toBe('/evidence/l1');
  expect(page('access.mandate.make', null, null)).toBeNull();
});

test('missingFor_Decisions_AskForWhatTheyNeed', () => {
  expect(missingFor('approve', '', [])).toBeNull();
  expect(missingFor('refuse', '  ', [])).toBe('approval.decide.noteMissing');
  expect(missingFor('recuse', '利害关系', [])).toBeNull();
  expect(missingFor('conditions', '', [])).toBe('approval.decide.conditionsMissing');
  expect(missingFor('conditions', '', conditionLines(' 追加保险 \n\n落实登记'))).toBeNull();
  expect(missingFor('approve', '', ['追加保险'])).toBe('approval.decide.conditionsLeft');
});

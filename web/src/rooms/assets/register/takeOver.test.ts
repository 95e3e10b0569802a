import { expect, test } from 'vitest';
import { leftHere, takeOver } from './takeOver';

function shelf(kept: Record<string, string>) {
  const all = new Map(Object.entries(kept));
  return { all, getItem: (key: string) => all.get(key) ?? null, removeItem: (key: string) => void all.delete(key) };
}

const views = JSON.stringify([
  { name: '质押中', asked: { encumbered: 'yes', page: 3, nothing: 'y', sort: 'luck' } },
  { name: '将届满', asked: { state: 'in_force', expiringBefore: '2027-03-01', sort: 'expires' } },
]);

test('takeOver_OfWhatIsLeftHere_KeepsItOnceAndForgetsIt', async () => {
  const place = shelf({ 'zhirong.rights.views.p': views, 'zhirong.rights.columns.p': '["ipc","nothing"]', 'zhirong.rights.views.q': views });
  const sent: unknown[] = [];
  const keep = (search: unknown) => {
    sent.push(search);
    return Promise.resolve(sent.length === 1 ? null : ({} as never));
  };
  const columns = ['title', 'holder', 'state', 'encumbrances', 'filed', 'expires'];
  expect(await takeOver(place, 'p', '我的列', keep)).toBe(2);
  expect(sent).toEqual([
    { name: '我的列', shared: false, asked: {}, columns },
    { name: '质押中', shared: false, asked: { encumbered: true }, columns },
    { name: '将届满', shared: false, asked: { state: 'in_force', expiringBefore: '2027-03-01', sort: 'expires' }, columns },
  ]);
  expect([...place.all.keys()]).toEqual(['zhirong.rights.views.q']);
  expect(await takeOver(place, 'p', '我的列', keep)).toBe(0);
});

test('takeOver_WhenTheConnectionIsLost_LeavesEverythingForTheNextTime', async () => {
  const place = shelf({ 'zhirong.rights.views.p': views });
  await expect(takeOver(place, 'p', '我的列', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(leftHere(place, 'p', '我的列')).toHaveLength(2);
});

test('leftHere_OfWhatIsNoView_IsNothing', () => {
  const place = shelf({ 'zhirong.rights.views.r': '{"not":"a list"}', 'zhirong.rights.views.s': 'no json', 'zhirong.rights.views.u': '[{"name":" "},{"name":4},null]' });
  expect(['r', 's', 'u', 'v'].map(person => leftHere(place, person, 'x'))).toEqual([[], [], [], []]);
});

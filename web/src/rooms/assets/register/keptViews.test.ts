import { expect, test } from 'vitest';
import { dropView, keepHidden, keepView, readHidden, readViews } from './keptViews';
import { atRest } from './rightsAddress';

function shelf() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
}

test('keepView_OfANameThatIsThere_StandsInItsPlaceWithoutThePage', () => {
  const place = shelf();
  keepView(place, 'p', '将届满', { ...atRest, state: 'in_force', page: 7 });
  keepView(place, 'p', '质押中', { ...atRest, encumbered: 'yes' });
  keepView(place, 'p', ' 将届满 ', { ...atRest, state: 'in_force', expiringBefore: '2027-03-01', sort: 'expires', pageSize: 200 });
  expect(readViews(place, 'p')).toEqual([{ name: '将届满', asked: { state: 'in_force', expiringBefore: '2027-03-01', sort: 'expires' } }, { name: '质押中', asked: { encumbered: 'yes' } }]);
  expect(dropView(place, 'p', '将届满')).toEqual(readViews(place, 'p'));
  expect(readViews(place, 'p').map(view => view.name)).toEqual(['质押中']);
});

test('readViews_OfSomebodyElseOrOfWhatIsNoView_IsEmpty', () => {
  const place = shelf();
  keepView(place, 'p', '质押中', { ...atRest, encumbered: 'yes' });
  place.setItem('zhirong.rights.views.r', '{"not":"a list"}');
  place.setItem('zhirong.rights.views.s', 'no json');
  place.setItem('zhirong.rights.views.u', '[{"name":"x","asked":{"page":3,"nothing":"y","ipc":5,"kind":"design"}},{"name":4}]');
  expect([readViews(place, 'q'), readViews(place, 'r'), readViews(place, 's'), readViews(place, 'u')]).toEqual([[], [], [], [{ name: 'x', asked: { kind: 'design' } }]]);
});

test('keepHidden_OfNothing_ShowsAllColumnsAgain', () => {
  const place = shelf();
  keepHidden(place, 'p', ['filed', 'ipc']);
  expect(readHidden(place, 'p')).toEqual(['filed', 'ipc']);
  keepHidden(place, 'p', []);
  expect([readHidden(place, 'p'), place.getItem('zhirong.rights.columns.p')]).toEqual([[], null]);
});

import { expect, test } from 'vitest';
import { listColumns } from '../codes';
import { addressOf, askedOf, atRest, columnsWithout, isAsKept, isFiltered, isWorthKeeping, pageOf, pathOf, shownColumns } from './rightsAddress';

const kept = { id: 's1', version: 1, name: '将届满', shared: true, mine: true, changedAt: '', changedBy: '', asked: { state: 'in_force', encumbered: false, sort: 'expires', query: null }, columns: ['title', 'expires'] };

test('askedOf_Encumbered_IsAskedAsTrueFalseOrNotAtAll', () => {
  expect([askedOf(atRest).encumbered, askedOf({ ...atRest, encumbered: 'yes' }).encumbered, askedOf({ ...atRest, encumbered: 'no' }).encumbered]).toEqual([undefined, true, false]);
});

test('askedOf_AnOrderThatIsNone_IsTheOrderAtRest', () => {
  expect([askedOf({ ...atRest, sort: 'luck' }), askedOf({ ...atRest, sort: 'filed', place: 'x', search: 's1' }), pageOf({ ...atRest, sort: 'luck' }).sort]).toEqual([{}, { sort: 'filed' }, 'newest']);
});

test('isFiltered_ByTheDayAlone_IsNot', () => {
  expect([isFiltered({ ...atRest, day: '2025-01-01' }), isFiltered({ ...atRest, ipc: 'G06F' })]).toEqual([false, true]);
});

test('isWorthKeeping_OfColumnsOrAnOrder_IsAndOfAPlaceIsNot', () => {
  expect([isWorthKeeping({ ...atRest, columns: 'title' }), isWorthKeeping({ ...atRest, sort: 'title' }), isWorthKeeping({ ...atRest, place: 'x', pageSize: 200 })]).toEqual([true, true, false]);
});

test('addressOf_AKeptSearch_LeadsBackToWhatItAsks', () => {
  const address = addressOf(kept);
  expect(pathOf(address)).toBe('/rights?state=in_force&encumbered=no&sort=expires&columns=title.expires&search=s1');
  expect(askedOf(address)).toEqual({ state: 'in_force', encumbered: false, sort: 'expires' });
  expect([isAsKept({ ...address, place: 'x', pageSize: 200 }, kept), isAsKept({ ...address, ipc: 'H01M' }, kept)]).toEqual([true, false]);
});

test('shownColumns_OfNoneOrUnknownOnes_AreAll', () => {
  expect([shownColumns({ columns: '' }), shownColumns({ columns: 'price' }), shownColumns({ columns: 'ipc.title' })]).toEqual([listColumns, listColumns, ['ipc', 'title']]);
  expect([columnsWithout([]), columnsWithout(['ipc', 'filed'])]).toEqual([[], ['title', 'holder', 'state', 'encumbrances', 'expires']]);
});

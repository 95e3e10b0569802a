import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import s05 from '../../../../../../cases/S05/deal.yaml?raw';
import { bare, changed, inserted, moved, type Path, readTerms, removed, type Terms, word } from '../document';

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** A short deal: two obligors, the orders of the first mode. */
const short = s05.replace(/    - \{id: C(0[3-9]|1\d).*\n/g, '').replace(/ {2}accelerated:\n( {4}.*\n)+/, '').replace(/ {2}offsets.*\n|reports.*\n?/g, '').replace(/(8\.33, ){9}/, '');
/** In several hands: as its author wrote it, in block style, as JSON, from Windows. */
const writings = { author: short, block: stringify(parse(short)), json: JSON.stringify(parse(short), null, 2), windows: short.replaceAll('\n', '\r\n') };

function terms(text: string): Terms {
  const parsed = readTerms(text);
  if (!('terms' in parsed)) throw new Error(`${parsed.broken.message} at line ${parsed.broken.line}`);
  return parsed.terms;
}

function paths(value: Json, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, i) => paths(item, [...path, i]))];
  if (value !== null && typeof value === 'object') return [path, ...Object.entries(value).flatMap(([key, item]) => paths(item, [...path, key]))];
  return [path];
}

function edited(deal: Json, path: Path, edit: (holder: Json[] & { [key: string]: Json }, key: string & number) => void): Json {
  const copy = structuredClone(deal);
  let holder = copy as Json[] & { [key: string]: Json };
  for (const step of path.slice(0, -1)) holder = holder[step as number] as typeof holder;
  edit(holder, path.at(-1) as string & number);
  return copy;
}

describe.each(Object.entries(writings))('written by %s', { timeout: 30_000 }, (_, text) => {
  const deal = terms(text);
  const plain = parse(text) as Json;
  const all = paths(plain).filter((path) => path.length > 0);
  const inMaps = all.filter((path) => typeof path.at(-1) === 'string');
  const lists = all.filter((path) => Array.isArray(path.reduce<Json>((value, step) => (value as Json[])[step as number] ?? null, plain)));

  test('changed_AnyField_ChangesThatFieldAndNothingElse', () => {
    for (const path of all) {
      const after = changed(deal, [{ path, value: word('neu: wert') }]);
      expect(parse(after), path.join('.')).toEqual(edited(plain, path, (holder, key) => (holder[key] = 'neu: wert')));
    }
  });

  test('changed_AnyFieldTakenOut_TakesOutThatFieldAndNothingElse', () => {
    for (const path of inMaps) {
      const expected = edited(plain, path, (holder, key) => delete holder[key]);
      expect(parse(changed(deal, [{ path, value: null }])), path.join('.')).toEqual(expected);
    }
  });

  test('changed_FieldBesideAnyField_AddsItBeside', () => {
    for (const path of inMaps) {
      const beside = [...path.slice(0, -1), 'extra'];
      expect(parse(changed(deal, [{ path: [...beside, 'rate'], value: bare('0.5') }])), path.join('.')).toEqual(edited(plain, beside, (holder, key) => (holder[key] = { rate: 0.5 })));
    }
  });

  test('lists_AnyListAnyPlace_InsertRemoveMove', () => {
    for (const path of lists) {
      const size = (path.reduce<Json>((value, step) => (value as Json[])[step as number] ?? null, plain) as Json[]).length;
      const at = (edit: (list: Json[]) => void) => edited(plain, [...path, 0], (holder) => edit(holder));
      for (const place of [0, Math.floor(size / 2), size]) {
        expect(parse(inserted(deal, path, place, [{ id: word('X') }])), `${path.join('.')} ${place}`).toEqual(at((list) => list.splice(place, 0, { id: 'X' })));
      }
      expect(parse(removed(deal, path, [size - 1])), path.join('.')).toEqual(at((list) => list.splice(size - 1, 1)));
      expect(parse(moved(deal, path, 0, size - 1)), path.join('.')).toEqual(at((list) => list.push(...list.splice(0, 1))));
    }
  });
});

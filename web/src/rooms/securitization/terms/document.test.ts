import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import s01 from '../../../../../cases/S01/deal.yaml?raw';
import s05 from '../../../../../cases/S05/deal.yaml?raw';
import { bare, changed, inserted, itemsAt, locate, moved, nodeAt, readTerms, removed, renamed, serverPath, type Terms, textOf, word } from './document';

const cases = [['S01', s01], ['S05', s05]] as const;

function terms(text: string): Terms {
  const parsed = readTerms(text);
  if (!('terms' in parsed)) throw new Error(parsed.broken.message);
  return parsed.terms;
}

function lines(before: string, after: string): [string[], string[]] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return [a.filter((line) => !b.includes(line)), b.filter((line) => !a.includes(line))];
}

describe.each(cases)('case %s', (_, text) => {
  test('changed_EveryScalarWrittenAgain_LeavesTheTextByteForByte', () => {
    const deal = terms(text);
    const rewrite = (path: (string | number)[]): string => {
      const node = nodeAt(deal.root, path);
      if (node?.kind === 'map') return node.pairs.map((pair) => rewrite([...path, pair.key])).join('');
      if (node?.kind === 'list') return node.items.map((_, i) => rewrite([...path, i])).join('');
      if (node?.kind !== 'scalar') throw new Error(`nothing at ${path.join('.')}`);
      return changed(deal, [{ path, value: node.quoted ? word(node.text) : bare(node.text) }]) === text ? '' : `${path.join('.')} `;
    };
    expect(rewrite([])).toBe('');
  });

  test('changed_OnePrincipal_ChangesOneLineAndKeepsItsRemark', () => {
    const after = changed(terms(text), [{ path: ['pool', 'obligors', 0, 'principal'], value: bare('23000000.00') }]);
    const [gone, come] = lines(text, after);
    expect(gone).toHaveLength(1);
    expect(come).toEqual([gone[0]?.replace(/principal: \d+/, 'principal: 23000000.00')]);
  });

  test('serverPath_OfEveryItem_IsFoundAgain', () => {
    const { root } = terms(text);
    expect(serverPath(root, ['pool', 'obligors', 1, 'principal'])).toMatch(/^pool\.obligors\.[NC]02\.principal$/);
    expect(locate(root, serverPath(root, ['fees', 2, 'rate']))).toEqual(['fees', 2, 'rate']);
    expect(locate(root, 'waterfalls.normal.3')).toEqual(['waterfalls', 'normal', 3]);
    expect(locate(root, 'pool.obligors.nobody')).toBeNull();
  });

  test('moved_AStepDownAndUpAgain_GivesTheSameText', () => {
    const path = ['waterfalls', 'normal'];
    const down = moved(terms(text), path, 1, 3);
    expect(textOf(itemsAt(terms(down).root, path)[3], 'do')).toBe('pay_fee');
    expect(moved(terms(down), path, 3, 1)).toBe(text);
  });

  test('inserted_ThenRemoved_GivesTheSameText', () => {
    for (const at of [0, 2, itemsAt(terms(text).root, ['fees']).length]) {
      const more = inserted(terms(text), ['fees'], at, [{ id: word('audit'), zh: word('审计费'), kind: bare('fixed'), amount: bare('50000.00') }]);
      expect(parse(more).fees[at]).toEqual({ id: 'audit', zh: '审计费', kind: 'fixed', amount: 50000 });
      expect(removed(terms(more), ['fees'], [at])).toBe(text);
    }
  });

  test('renamed_SeniorTranche_IsFollowedInOrdersCoversAndConditions', () => {
    const deal = parse(renamed(terms(text), ['tranches'], 0, 'A1'));
    expect(deal.support.at(-1).covers).toEqual(['tax', 'fees', 'A1.interest', 'A1.principal']);
    expect(deal.waterfalls.normal.at(-1).when).toBe('A1.balance == 0');
    expect(deal.waterfalls.normal.filter((step: { what: string[] }) => step.what.includes('A'))).toEqual([]);
  });
});

describe('changed', () => {
  const at = (text: string, path: (string | number)[], value: Parameters<typeof changed>[1][number]['value']) => changed(terms(text), [{ path, value }]);

  test.each([
    ['a: {b: 1}  # r\n', ['a', 'c'], bare('2'), 'a: {b: 1, c: 2}  # r\n'],
    ['a: {}\n', ['a', 'c'], bare('2'), 'a: {c: 2}\n'],
    ['a: {b: 1, c: 2, d: 3}\n', ['a', 'c'], null, 'a: {b: 1, d: 3}\n'],
    ['a: {b: 1, c: 2}\n', ['a', 'c'], null, 'a: {b: 1}\n'],
    ['a: {b: 1}\n', ['a', 'b'], null, 'a: {}\n'],
    ['a:\n  b: 1  # r\n# end\nz: 1', ['a', 'c'], bare('2'), 'a:\n  b: 1  # r\n  c: 2\n# end\nz: 1'],
    ['a: 1\nb: 2  # r\nc: 3\n', ['b'], null, 'a: 1\nc: 3\n'],
    ['a: 1', ['shelf', 'cap'], bare('5'), 'a: 1\nshelf: {cap: 5}'],
    ['l:\n  - id: x\n    n: 1\n  - id: y\n', ['l', 0, 'id'], null, 'l:\n  - n: 1\n  - id: y\n'],
    ['a:\nb: 1\n', ['a'], bare('7'), 'a: 7\nb: 1\n'],
    ['a: |\n  two\n  lines\nb: 1\n', ['a'], word('one'), 'a: one\nb: 1\n'],
    ['a: "x"  # r\n', ['a'], word('y'), 'a: "y"  # r\n'],
    ['a: x\n', ['a'], word('yes: no'), 'a: "yes: no"\n'],
    ['a: x\n', ['a'], word('007'), 'a: "007"\n'],
    ['a:\n  - 1\n  - 2\nb: 1\n', ['a'], [bare('3')], 'a: [3]\nb: 1\n'],
    ['{"a": {"b": 1}}', ['a', 'c'], word('x'), '{"a": {"b": 1, "c": "x"}}'],
    ['', ['id'], word('D1'), 'id: D1'],
  ] as const)('changed_%#_KeepsStyle', (text, path, value, expected) => {
    expect(at(text, [...path], value)).toBe(expected);
  });

  test('changed_FieldsOfOneItem_AddsReplacesAndRemovesTogether', () => {
    const deal = terms('l:\n  - {id: x, a: 1, b: 2}   # r\n');
    const after = changed(deal, [
      { path: ['l', 0, 'a'], value: bare('9') },
      { path: ['l', 0, 'b'], value: null },
      { path: ['l', 0, 'c', 'rate'], value: bare('0.1') },
      { path: ['l', 0, 'c', 'every'], value: bare('3M') },
    ]);
    expect(after).toBe('l:\n  - {id: x, a: 9, c: {rate: 0.1, every: 3M}}   # r\n');
  });

  test('removed_EveryRowThenOthersInserted_KeepsTheRemarkBesideTheName', () => {
    const empty = removed(terms('l:  # r\n  - {id: x}  # gone\n  - {id: y}\nz: 1\n'), ['l'], [0, 1]);
    expect(empty).toBe('l: []  # r\nz: 1\n');
    expect(inserted(terms(empty), ['l'], 0, [{ id: word('a') }, { id: word('b') }])).toBe('l:  # r\n  - {id: a}\n  - {id: b}\nz: 1\n');
  });

  test('inserted_IntoNothing_BeginsAList', () => {
    expect(inserted(terms('a: 1\n'), ['fees'], 0, [{ id: word('x') }])).toBe('a: 1\nfees:\n  - {id: x}\n');
    expect(inserted(terms('a: 1\nfees: []\n'), ['fees'], 0, [{ id: word('x') }])).toBe('a: 1\nfees:\n  - {id: x}\n');
  });
});

describe('readTerms', () => {
  test('readTerms_NoYaml_SaysWhere', () => {
    const parsed = readTerms('a: 1\nb: [1, 2\nc: 3\n');
    expect('broken' in parsed && parsed.broken.line).toBeGreaterThan(1);
  });

  test('readTerms_AfterAnEditInOneOfManyRows_EqualsAFullRead', () => {
    const rows = Array.from({ length: 300 }, (_, i) => `    - {id: N${i}, principal: ${i}.00}  # row ${i}`).join('\n');
    const text = `id: X\npool:\n  obligors:\n${rows}\nsize: 1\n`;
    let deal = terms(text);
    for (const [i, value] of [[0, '17'], [150, '123456789.00'], [299, '5']] as const) {
      const parsed = readTerms(changed(deal, [{ path: ['pool', 'obligors', i, 'principal'], value: bare(value) }]), deal);
      if (!('terms' in parsed)) throw new Error('broken');
      deal = parsed.terms;
      expect(deal.root).toEqual(terms(deal.text).root);
    }
  });
});

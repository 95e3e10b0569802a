import { describe, expect, test } from 'vitest';
import type { SchemeKind } from '../../../api/policyTypes';
import { makeTranslate } from '../../../words';
import { cellsOf, type Column, withCells, written } from '../../lending/policies/policyTree';
import { inserted, readTerms, removed, type Terms } from '../../securitization/terms/document';
import { freshRow } from '../../lending/policies/policyTree';
import { cellOf, sectionOf } from './places';
import { schemeSections } from './schemeSections';

const files = import.meta.glob<string>('../../../../../data/schemes/*/*.yaml', { eager: true, query: '?raw', import: 'default' });
const schemes = Object.entries(files).map(([path, text]) => ({ kind: (path.includes('/share/') ? 'share' : 'subsidy') as SchemeKind, name: path.split('/').at(-1)!, text }));
const t = makeTranslate('zh');
const read = (text: string): Terms => {
  const made = readTerms(text);
  if (!('terms' in made)) throw new Error(made.broken.message);
  return made.terms;
};
const sectionsOf = (kind: SchemeKind, terms: Terms) => schemeSections(kind, terms.root, [], t);
const text = (name: string) => schemes.find(one => one.name === name)!.text;
const sheet = (kind: SchemeKind, terms: Terms, section: string, key: string) => sectionsOf(kind, terms).find(one => one.key === section)!.sheets.find(one => one.key === key)!;
const column = (columns: readonly Column[], key: string) => columns.find(one => one.key === key)!;

describe('a scheme as sheets', () => {
  test('of all schemes that come with the product every figure in a sheet can be changed and changed back, and the text is what it was', () => {
    let cells = 0;
    for (const { kind, text } of schemes) {
      const terms = read(text);
      for (const one of sectionsOf(kind, terms).flatMap(section => section.sheets)) {
        cellsOf(terms, one.path, one.columns).forEach((line, row) => line.forEach((value, at) => {
          const typed = one.columns[at]!;
          if (typed.kind !== 'figure' || !/^\d+(\.\d+)?$/.test(value)) return;
          const changed = withCells(terms, one.path, [{ row, column: typed, text: `${value}1` }]);
          expect(changed).not.toBe(text);
          expect(withCells(read(changed), one.path, [{ row, column: typed, text: value }])).toBe(text);
          cells += 1;
        }));
      }
    }
    expect(schemes.length).toBeGreaterThan(30);
    expect(cells).toBeGreaterThan(50);
  });

  test('a cap is typed as people write it, with its source, and remarks stay', () => {
    const marked = text('shenzhen-aid.yaml').replace('amount: 500000}', 'amount: 500000}  # 发文第六条');
    const terms = read(marked);
    const caps = sheet('subsidy', terms, 'items.1', 'caps');
    const typed = withCells(terms, caps.path, [{ row: 0, column: column(caps.columns, 'amount'), text: '60万' }, { row: 0, column: column(caps.columns, 'source'), text: '2026 年修订' }]);
    expect(typed).toBe(marked.replace('amount: 500000}  # 发文第六条', 'amount: 600000, source: "2026 年修订"}  # 发文第六条'));
  });

  test('one part for all becomes parts by case, and what the cell of the item shows is not written back', () => {
    const terms = read(text('shenzhen-aid.yaml'));
    const items = sheet('subsidy', terms, 'items', 'items');
    const at = items.columns.findIndex(one => one.key === 'multiplier');
    expect(cellsOf(terms, items.path, items.columns).map(line => line[at])).toEqual(['0.70 / 0.50', '0.50', '0.50']);
    expect(withCells(terms, items.path, [{ row: 0, column: items.columns[at]!, text: '0.70 / 0.50' }])).toBe(terms.text);
    const rows = sheet('subsidy', terms, 'items.2', 'multiplier');
    const made = read(inserted(terms, rows.path, 0, [freshRow(terms, rows.path, rows.columns, null)]));
    expect(cellsOf(made, rows.path, rows.columns)).toHaveLength(1);
  });

  test('a block that reaches below the last row adds rows of their own names', () => {
    const terms = read(text('shenzhen-ip-fund.yaml'));
    const limits = sheet('share', terms, 'limits', 'limits');
    const before = cellsOf(terms, limits.path, limits.columns).length;
    const amount = column(limits.columns, 'amount');
    const grown = read(withCells(terms, limits.path, [0, 1, 2].map(n => ({ row: before + n, column: amount, text: `${n + 1},000,000` })), limits.columns));
    const cells = cellsOf(grown, limits.path, limits.columns);
    expect(cells.slice(before).map(line => line[limits.columns.indexOf(amount)])).toEqual(['1000000', '2000000', '3000000']);
    expect(new Set(cells.map(line => line[0])).size).toBe(cells.length);
    expect(removed(grown, limits.path, [before, before + 1, before + 2]).replace(/\nlimits: \[\]$/, '\n').trimEnd()).toContain(terms.text.trimEnd().slice(0, 400));
  });

  test('a finding stands at its cell and in its section, also where the field is not written', () => {
    const terms = read(text('shenzhen-aid.yaml'));
    const sections = sectionsOf('subsidy', terms);
    const caps = sheet('subsidy', terms, 'items.1', 'caps');
    expect(cellOf(terms.root, caps, 'items.premium.caps.premium_year.amount')).toEqual({ row: 0, columns: ['amount'] });
    expect(sectionOf(terms.root, sections, 'items.premium.caps.premium_year.amount')).toBe('items.1');
    const items = sheet('subsidy', terms, 'items', 'items');
    expect(cellOf(terms.root, items, 'items.premium.base.rate')).toEqual({ row: 1, columns: ['base.rate'] });
    expect(cellOf(terms.root, items, 'groups.together.items.0')).toBeNull();
    const share = read(text('zhuhai.yaml'));
    const tiers = sheet('share', share, 'shares', 'tiers');
    expect(cellOf(share.root, tiers, 'tiers.rows.all.shares')).toEqual({ row: 0, columns: ['shares.bank', 'shares.fund'] });
  });

  test.each([['50%', '0.5'], ['1,000,000', '1000000'], ['50万', '500000'], ['0.70', '0.70'], ['1.2亿', '120000000'], ['约五成', '"约五成"']])('a figure typed as %s is written as %s', (typed, said) => {
    const terms = read('a: [{id: x}]\n');
    const one: Column = { key: 'v', title: 'v', kind: 'figure', width: 90, path: () => ['v'] };
    const made = withCells(terms, ['a'], [{ row: 0, column: one, text: typed }]);
    expect([`a: [{id: x, v: ${said}}]\n`, `a: [{id: x, v: ${said.replaceAll('"', '')}}]\n`]).toContain(made);
  });

  test('a day typed with slashes is written as files write days', () => {
    expect(written('2026/3/1', 'date', false)).toEqual(written('2026-03-01', 'date', false));
  });
});

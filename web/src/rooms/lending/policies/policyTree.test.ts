import { describe, expect, test } from 'vitest';
import instantLoan from '../../../../../data/policies/instant-loan.yaml?raw';
import pledgeRate from '../../../../../data/policies/pledge-rate.yaml?raw';
import threeViews from '../../../../../data/policies/three-views.yaml?raw';
import { inserted, readTerms, type Terms } from '../../securitization/terms/document';
import { makeTranslate } from '../../../words';
import { begun, nextVersion } from './begin';
import { sheetsOf } from './columns';
import { cellsOf, freshRow, sectionsOf, targetOf, withCells } from './policyTree';

const read = (text: string): Terms => {
  const made = readTerms(text);
  if (!('terms' in made)) throw new Error(made.broken.message);
  return made.terms;
};
const shipped = (name: 'instant-loan' | 'pledge-rate' | 'three-views') => read({ 'instant-loan': instantLoan, 'pledge-rate': pledgeRate, 'three-views': threeViews }[name]);
const t = makeTranslate('zh');
const rowsOf = (terms: Terms, step: number) => sheetsOf(terms, sectionsOf(terms.root)[step + 1]!, t)[0]!;

describe('a policy as sheets', () => {
  test('a cell is typed in its place, whether cells are listed or named, and nothing else changes', () => {
    const listed = shipped('pledge-rate');
    const sheet = rowsOf(listed, 1);
    expect(cellsOf(listed, sheet.path, sheet.columns)[0]).toEqual(['invention', 'invention', '>= short_term_days', 'cap_invention', '', '', '']);
    const typed = withCells(listed, sheet.path, [{ row: 0, column: sheet.columns[2]!, text: '> 800' }, { row: 4, column: sheet.columns[6]!, text: '按季复核' }]);
    expect(typed).toBe(listed.text.replace('[invention, ">= short_term_days"]', '[invention, "> 800"]').replace('then: [cap_trademark]}', 'then: [cap_trademark], note: 按季复核}'));
    const named = shipped('instant-loan');
    const knockouts = rowsOf(named, 0);
    const tax = knockouts.columns.find(column => column.key === 'when.tax')!;
    expect(withCells(named, knockouts.path, [{ row: 1, column: tax, text: 'C' }])).toBe(named.text.replace('{tax: D}', '{tax: C}'));
    expect(withCells(named, knockouts.path, [{ row: 0, column: tax, text: 'D' }])).toContain('when: {dishonest: "true", tax: D}');
  });

  test('a new row has a cell for every column and a name of its own; a place found by the server leads to its row and column', () => {
    const terms = shipped('pledge-rate');
    const sheet = rowsOf(terms, 1);
    const next = read(inserted(terms, sheet.path, 6, [freshRow(terms, sheet.path, sheet.columns, 0)]));
    expect(cellsOf(next, sheet.path, sheet.columns)[6]).toEqual(['r7', 'invention', '>= short_term_days', 'cap_invention', '', '', '']);
    expect(targetOf(terms.root, 'steps.cap.rows.trademark.when.category')).toEqual({ section: 'steps.1', list: 'rows', row: 4, column: 'when.category' });
    expect(targetOf(terms.root, 'facts.ip.value')).toEqual({ section: 'facts', list: 'facts', row: 1, column: null });
    expect(targetOf(shipped('three-views').root, 'steps.card.groups.technology.indicators.score.line')).toEqual({ section: 'steps.0', list: 'groups.0.indicators', row: 1, column: 'line' });
  });

  test('a change begins with a version of its own, its parent and its first day', () => {
    expect(nextVersion('1', ['1', '2'])).toBe('3');
    const text = begun(shipped('pledge-rate').text, 'sha256:ab', ['1'], '2026-12-01');
    expect(text).toContain('version: "2"');
    expect(text).toContain('parent: "sha256:ab"');
    expect(text).toContain('effective: {from: 2026-12-01}');
  });

  test('a table of two hundred rows is read and typed into within a blink', () => {
    const row = (n: number) => `      - {id: x${n}, when: [invention, "= ${n}"], then: [cap_invention]}\n`;
    const long = shipped('pledge-rate').text.replace('      - {id: trademark', `${Array.from({ length: 200 }, (_, n) => row(n)).join('')}      - {id: trademark`);
    const began = performance.now();
    const terms = read(long);
    const sheet = rowsOf(terms, 1);
    const next = withCells(terms, sheet.path, [{ row: 150, column: sheet.columns[2]!, text: '< 7' }]);
    const took = performance.now() - began;
    expect(cellsOf(read(next), sheet.path, sheet.columns)[150]?.[2]).toBe('< 7');
    expect(took).toBeLessThan(1000);
  });
});

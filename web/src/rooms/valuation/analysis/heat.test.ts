import { expect, test } from 'vitest';
import { heat } from './heat';

const cell = (field: string | null, year: number | null, count: number) => ({ kind: 'invention', field, year, standing: 'in_force', count });

test('heat_SameFieldAndYear_AreSummedAndTheUnknownStandsLast', () => {
  const made = heat([cell('G01N', 2019, 2), { ...cell('G01N', 2019, 1), standing: 'over' }, cell(null, 2020, 4), cell('A61K', null, 1)], '待核实');
  expect(made.years).toEqual(['2019', '2020', '待核实']);
  expect(made.fields).toEqual(['待核实', 'G01N', 'A61K']);
  expect(made.cells).toContainEqual([0, 1, 3]);
  expect(made.most).toBe(4);
});

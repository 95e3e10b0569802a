import { compareAmounts, parseMoney, sum } from '../../../format';

/** A right on its way into a pledge; amounts in yuan as typed, empty where nothing was. */
export interface PastedRight {
  number: string;
  value: string;
  allocated: string;
}

/**
 * Lines as they come from a workbook: number, value, part, by tabs or semicolons. A line without them is a list of numbers.
 * A number that stands twice is kept once, the first time.
 */
export function readPasted(text: string): PastedRight[] {
  const rows = text.split(/\r?\n/).flatMap(line => {
    const cells = line.split(/[\t;；]/).map(cell => cell.trim());
    return cells.length > 1
      ? [{ number: cells[0] ?? '', value: money(cells[1]), allocated: money(cells[2]) }]
      : line.split(/[,，、\s]+/).map(number => ({ number, value: '', allocated: '' }));
  });
  const seen = new Set<string>();
  return rows.filter(row => row.number !== '' && !seen.has(row.number) && seen.add(row.number));
}

const money = (cell: string | undefined) => (cell === undefined || cell === '' ? '' : (parseMoney(cell) ?? cell));

/** How the parts stand to the secured amount: `none` given, `some`, or all with `differs` or `agrees`. */
export function partsOf(rows: readonly { allocated: string }[], secured: string): 'none' | 'some' | 'differs' | 'agrees' {
  const given = rows.filter(row => row.allocated.trim() !== '');
  if (given.length === 0) return 'none';
  if (given.length < rows.length) return 'some';
  const parts = given.map(row => parseMoney(row.allocated));
  const whole = parseMoney(secured);
  return whole !== null && !parts.includes(null) && compareAmounts(sum(parts), whole) === 0 ? 'agrees' : 'differs';
}

import type { FirmStatement } from '../../../api/firmTypes';

/** The figures of a statement by the register's names, in the order of a statement; a test holds them equal. */
export const figureNames = [
  'revenue', 'cost', 'gross_profit', 'rd_expense', 'interest_expense', 'depreciation', 'amortisation', 'operating_profit', 'total_profit', 'income_tax', 'net_profit', 'cash', 'receivables', 'inventory', 'current_assets',
  'noncurrent_assets', 'intangible_assets', 'fixed_assets', 'total_assets', 'current_liabilities', 'noncurrent_liabilities', 'short_term_debt',
  'long_term_debt', 'total_liabilities', 'paid_in_capital', 'equity', 'operating_cash_flow', 'tax_paid',
] as const;

export interface FigureRow {
  name: string;
  /** By the end of the period; a figure a statement does not give is not there. */
  by: Record<string, string>;
}

/** Figures down, periods across; a figure no statement gives has no line. */
export function figureRows(statements: readonly FirmStatement[]): FigureRow[] {
  return figureNames
    .map(name => ({ name, by: Object.fromEntries(statements.flatMap(statement => (statement.figures[name] === undefined ? [] : [[statement.periodEnd, statement.figures[name]]]))) }))
    .filter(row => Object.keys(row.by).length > 0);
}

/** The end of the year before: of the newest annual statement there can be. */
export const lastYearEnd = (day: string) => `${Number(day.slice(0, 4)) - 1}-12-31`;

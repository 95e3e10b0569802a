import type { ProductIncome } from './rightTypes';
import type { Decimal, Finding } from './types';

/** The shapes of `/api/v1/firms`. */

export interface Firm {
  id: string;
  /** 统一社会信用代码. */
  code: string;
  name: string;
  formerNames: string[];
  region: string | null;
  industry: string | null;
  industryEdition: string | null;
  tags: string[];
  note: string;
  version: number;
  changedAt: string;
  changedBy: string;
}

/** The figures of a firm at the end of a period, in yuan. */
export interface FirmStatement {
  periodEnd: string;
  months: number;
  figures: Record<string, Decimal>;
  audited: boolean;
  source: string;
  asOf: string;
  findings: Finding[];
  by: string;
}

export interface Product {
  id: string;
  name: string;
  note: string;
  rights: string[];
  income: ProductIncome[];
  version: number;
}

export interface FirmProfile {
  firm: Firm;
  statements: FirmStatement[];
  /** Years of the last three without a statement. */
  missing: number[];
  products: Product[];
  rights: number;
  inForce: number;
}

export interface FirmContent {
  name: string;
  formerNames: string[];
  region: string | null;
  industry: string | null;
  industryEdition: string | null;
  tags: string[];
  note: string | null;
}

export interface NewProduct {
  name: string;
  rights: string[];
  income: { year: number; revenue: Decimal; profit: Decimal | null; source: string; asOf: string }[];
  note: string | null;
  baseVersion?: number;
}

export interface NewStatement {
  periodEnd: string;
  months: number;
  figures: Record<string, Decimal>;
  source: string;
  asOf: string;
  audited: boolean;
}

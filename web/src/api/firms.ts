import { ask, tell } from './ask';
import type { Firm, FirmContent, FirmProfile, FirmStatement, NewProduct, NewStatement, Product } from './firmTypes';
import type { PageOf } from './ledgerTypes';
import type { Finding } from './types';

export interface FirmsQuery {
  query?: string;
  tag?: string;
  region?: string;
  page?: number;
  pageSize?: number;
}

interface FirmAnswer {
  firm: Firm;
  warnings: Finding[];
}

export const listFirms = (asked: FirmsQuery, signal: AbortSignal) => ask<PageOf<Firm>>('/firms', asked, signal);

export const openFirm = (id: string, signal: AbortSignal) => ask<FirmProfile>(`/firms/${id}`, {}, signal);

export const addFirm = (code: string, firm: FirmContent) => tell<FirmAnswer>('POST', '/firms', { code, ...firm });

export const changeFirm = (id: string, baseVersion: number, firm: FirmContent) => tell<FirmAnswer>('PUT', `/firms/${id}`, { baseVersion, ...firm });

export const saveStatement = (id: string, statement: NewStatement) => tell<FirmStatement>('POST', `/firms/${id}/statements`, statement);

export const addProduct = (firm: string, product: NewProduct) => tell<Product>('POST', `/firms/${firm}/products`, product);

export const changeProduct = (firm: string, id: string, product: NewProduct) => tell<Product>('PUT', `/firms/${firm}/products/${id}`, product);

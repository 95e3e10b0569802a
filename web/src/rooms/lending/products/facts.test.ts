import { describe, expect, it } from 'vitest';
import type { AskedFact } from '../../../api/originationTypes';
import { filledFacts, statedFacts } from './facts';

const fact = (name: string, type: AskedFact['type'], unit = ''): AskedFact => ({ name, title: name, type, unit, values: [] });
const asks = [fact('firm.revenue', 'number', '元'), fact('firm.rd_ratio', 'number', '%'), fact('firm.dishonest', 'flag'), fact('firm.classes', 'texts')];

describe('facts of a match', () => {
  it('states only what is filled in, rates as fractions, amounts without separators', () => {
    expect(statedFacts(asks, { 'firm.revenue': '1,000,000', 'firm.rd_ratio': '8', 'firm.dishonest': '', 'firm.classes': [] })).toEqual({ 'firm.revenue': '1000000', 'firm.rd_ratio': '0.08' });
  });

  it('shows what was kept as it was typed', () => {
    expect(filledFacts(asks, { 'firm.rd_ratio': '0.08', 'firm.dishonest': { value: false, source: 'x' }, 'firm.classes': ['hightech'] })).toEqual({ 'firm.rd_ratio': '8', 'firm.dishonest': 'false', 'firm.classes': ['hightech'] });
  });
});

import { describe, expect, it } from 'vitest';
import { begun, blankTemplate } from './begin';

describe('a further version of a template', () => {
  const shipped = 'schema: zhirong/loan-document/v1\nid: a\nversion: "1"\ndated: 2026-01-01\nverified: true # by counsel\nabout: facility\nzh: 甲\n';
  it('takes the next free number and its day, and is not reviewed', () => {
    const text = begun(shipped, ['1', '2'], '2026-12-01');
    expect(text).toContain('version: "3"');
    expect(text).toContain('dated: 2026-12-01');
    expect(text).toContain('verified: false # by counsel');
    expect(text).toMatch(/effective:[\s\S]*from: 2026-12-01/);
    expect(text).toContain('about: facility\nzh: 甲');
  });
  it('leaves a text nobody can read as it is', () => {
    expect(begun('a: [', ['1'], '2026-12-01')).toBe('a: [');
  });
  it('begins with a place the record has', () => {
    expect(blankTemplate('x', 'pledge', '甲“乙', 'a', '2026-12-01')).toContain('{contract_no}');
    expect(blankTemplate('x', 'loan', '甲', 'a', '2026-12-01')).toContain('{number}');
  });
});

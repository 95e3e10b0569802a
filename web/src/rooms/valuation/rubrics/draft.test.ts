import { describe, expect, it } from 'vitest';
import { begun } from './draft';

const text = `schema: zhirong/rubric/v1
id: own
version: "1" # the first
coverage: 0.7
`;

describe('the text a change begins with', () => {
  it('takes a version not used yet and a first day, and leaves the rest byte for byte', () => {
    const made = begun(text, ['1', '2'], '2026-12-01');
    expect(made).toContain('version: "3" # the first');
    expect(made).toContain('from: 2026-12-01');
    expect(made.startsWith('schema: zhirong/rubric/v1\nid: own\n')).toBe(true);
    const again = begun(made, ['1', '2', '3'], '2027-01-05');
    expect(again).toContain('version: "4" # the first');
    expect(again.match(/from:/g)).toHaveLength(1);
    expect(again).toContain('from: 2027-01-05');
  });
});

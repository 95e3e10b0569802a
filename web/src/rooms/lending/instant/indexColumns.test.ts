import { describe, expect, it } from 'vitest';
import { lackingOf, readingOf } from './indexColumns';

const fields = { 统一社会信用代码: 'code', 内部分: 'points', 备注: '' };

describe('columns of a file of indices', () => {
  it('lacks what has neither a column nor a value for the whole file', () => {
    expect(lackingOf(fields, { day: '', model: ' ' })).toEqual(['day', 'model']);
    expect(lackingOf(fields, { day: '2026-11-20', model: 'm/1' })).toEqual([]);
    expect(lackingOf({}, { day: '2026-11-20', model: 'm/1' })).toEqual(['code', 'points']);
  });

  it('says for each field which column it is read from, and what is not read', () => {
    expect(readingOf(fields, { day: '2026-11-20', model: ' m/1 ' })).toEqual({ codeColumn: '统一社会信用代码', nameColumn: '-', pointsColumn: '内部分', dayColumn: '-', modelColumn: '-', day: '2026-11-20', model: 'm/1' });
    expect(readingOf(fields, { day: '', model: '' })).not.toHaveProperty('day');
  });
});

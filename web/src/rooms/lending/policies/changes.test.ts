import { describe, expect, test } from 'vitest';
import { grouped } from './changes';

describe('grouped', () => {
  test('names rows added, removed and changed, and the fields of the policy itself', () => {
    const parts = grouped([
      { path: 'version', before: '1', after: '2' },
      { path: 'steps.cap.rows.trademark.when.category', before: 'trademark', after: 'design' },
      { path: 'steps.cap.rows.data.id', before: null, after: 'data' },
      { path: 'steps.cap.rows.data.then.0', before: null, after: '0.1' },
      { path: 'steps.cap.rows.other.id', before: 'other', after: null },
      { path: 'parameters.3.value', before: '0.5', after: '0.4' },
      { path: 'steps.cap.hit', before: 'U', after: 'F' },
    ]);
    expect(parts.map(part => [part.part, part.items.map(item => `${item.kind} ${item.item}`)])).toEqual([
      ['', ['changed ']],
      ['steps.cap.rows', ['changed trademark', 'added data', 'removed other']],
      ['parameters', ['changed 3']],
      ['steps.cap', ['changed ']],
    ]);
    expect(parts[1]?.items[0]?.fields).toEqual([{ field: 'when.category', before: 'trademark', after: 'design' }]);
  });
});

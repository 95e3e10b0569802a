import { describe, expect, it } from 'vitest';
import { subjectPage } from './subjectPage';

describe('subjectPage', () => {
  it.each([
    ['deal', null, '/deals/x'],
    ['run', { deal: 'd' }, '/deals/d?tab=runs&run=x'],
    ['run', null, null],
    ['entry', null, '/ledger/entries/x'],
    ['report', { deal: 'd' }, null],
  ])('%s with content %j stands at %s', (kind, content, page) => {
    expect(subjectPage({ subject: { kind, id: 'x' }, content })).toBe(page);
  });
});

import { describe, expect, it } from 'vitest';
import type { CheckSheet, CheckView } from '../../../api/checks';
import { beginCheck, checkOrder, lacking } from './checkOrder';

const sheet: CheckSheet = { kind: 'first', kindTitle: '首次检查', points: [{ id: 'use', title: '用途' }, { id: 'rights', title: '权利' }], onsitePapers: 1, offsitePapers: 0 };
const check = { n: 1, assigned: '李经理', doneOn: '2026-01-20', way: 'offsite', place: '', met: '', findings: [{ item: 'use', title: '用途', result: 'abnormal', resultTitle: '异常', note: '差一张发票' }], papers: [{ name: 'a', sha256: 'b' }], result: 'watch', conclusion: '已说明' } as unknown as CheckView;

describe('a check as it is filled in', () => {
  it('begins empty, and is ready only once every point is spoken of', () => {
    const form = beginCheck(sheet, check, '2026-01-30', false);
    expect([form.doneOn, form.papers.length, lacking(sheet, form)]).toEqual(['2026-01-30', 0, ['findings', 'result', 'conclusion']]);
    const filled = { ...form, result: 'sound', conclusion: '正常', findings: { use: { result: 'normal', note: '' } } };
    expect(lacking(sheet, { ...filled, demands: true })).toEqual(['findings', 'demand.dueOn']);
    expect(lacking(sheet, { ...filled, findings: { ...filled.findings, rights: { result: 'normal', note: '' } } })).toEqual([]);
  });

  it('takes over what stood where it corrects, points of a later plan left open', () => {
    const form = beginCheck(sheet, check, '2026-01-30', true);
    expect([form.doneOn, form.way, form.findings['use']?.note, form.findings['rights']?.result]).toEqual(['2026-01-20', 'offsite', '差一张发票', '']);
  });

  it('sends what is asked only where something is, its amount without commas', () => {
    const form = { ...beginCheck(sheet, check, '2026-01-30', true), what: '补发票', dueOn: '2026-02-10', amount: '1,000.00' };
    expect((checkOrder(sheet, form) as { demand: unknown }).demand).toBeNull();
    expect((checkOrder(sheet, { ...form, demands: true }) as { demand: unknown }).demand).toEqual({ what: '补发票', assigned: '李经理', dueOn: '2026-02-10', amount: '1000.00' });
  });
});

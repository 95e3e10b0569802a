import { expect, test } from 'vitest';
import { makeTranslate } from '../../words';
import { inputLabel, methodName, pathLabel } from './labels';

const request = { group: { rights: [{ id: 'r1', number: 'ZL201910000001.1' }] }, methods: [{ id: 'royalty', method: 'revenue_share' }, { id: 'a', method: 'replacement' }, { id: 'b', method: 'replacement' }] };
const [zh, en] = [makeTranslate('zh'), makeTranslate('en')];

test.each([
  ['methods.royalty.share.scores.legal_status', '收入分成法 · 分成率 · 评分 · 法律状态'],
  ['methods.royalty.share.rate', '收入分成法 · 分成率 · 取值'],
  ['group.rights.r1.weight', 'ZL201910000001.1 · 权重'],
  ['methods.a.direct.value', '重置成本法（a） · 直接成本'],
  ['bases.0.value', '并列口径 · 第 1 项 · 金额'],
  ['methods.royalty.income.2026', '收入分成法 · 预测收益 · 2026'],
  ['not_used.market', '不采用的理由 · 市场法'],
])('pathLabel_%s_Reads%s', (path, label) => expect(pathLabel(zh, request, path)).toBe(label));

test('methodName_TwoOfOneMethod_AreToldApart', () => {
  expect([methodName(en, request, 'a'), methodName(en, request, 'royalty')]).toEqual(['Replacement cost (a)', 'Relief from royalty']);
});

test('inputLabel_InsideAMethod_DoesNotRepeatIt', () => {
  expect(inputLabel(zh, request, 'methods.a.direct')).toBe('直接成本');
});

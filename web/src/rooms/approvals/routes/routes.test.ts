import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { RouteRule } from '../../../api/approvalTypes';
import { lineDifference } from './lineDifference';
import { firstRoutes, withRule } from './ruleText';

const told = (before: string, after: string) => lineDifference(before, after).map(line => `${{ same: ' ', added: '+', removed: '-' }[line.kind]}${line.text}`);

test('lineDifference_ChangedLine_IsRemovedAndAdded', () => {
  expect(told('a\nb\nc\n', 'a\nB\nc\n')).toEqual([' a', '-b', '+B', ' c']);
  expect(told('a\nb\nc', 'b\nc\nd')).toEqual(['-a', ' b', ' c', '+d']);
  expect(told('', 'a\n')).toEqual(['+a']);
  expect(told('a\r\nb', 'a\nb')).toEqual([' a', ' b']);
});

test('lineDifference_Whatever_GivesBothTextsBack', () => {
  let seed = 7;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
  for (let round = 0; round < 200; round++) {
    const text = () => Array.from({ length: next() % 12 }, () => 'abcd'[next() % 4]).join('\n');
    const [before, after] = [text(), text()];
    const lines = lineDifference(before, after);
    expect(lines.filter(line => line.kind !== 'added').map(line => line.text).join('\n')).toBe(before);
    expect(lines.filter(line => line.kind !== 'removed').map(line => line.text).join('\n')).toBe(after);
  }
});

const step = { seats: [['approver', 'risk_manager']], conditionsAllowed: false, quorum: null, votes: null, ofMembers: false, recusalLowers: false, veto: [], chair: [] };
const rule: RouteRule = {
  act: 'payments.batch.approve', titleZh: '批准付款批次', titleEn: 'Approve a payout batch', of: 'payments@1', own: false, exemptZh: null, exemptEn: null, mandate: true, unlessAlone: false, floor: true,
  levels: [
    { upTo: '5000000.00', decideDays: 10, validDays: 20, steps: [{ ...step, kind: 'person' }] },
    { upTo: null, decideDays: 10, validDays: 20, steps: [{ ...step, kind: 'parallel', seats: [['approver'], ['risk_manager']] }, { ...step, kind: 'committee', quorum: '2/3', votes: '>1/2', recusalLowers: true, veto: ['risk_manager'], conditionsAllowed: true }] },
  ],
};

test('withRule_IntoFirstRoutes_IsYamlOfTheSchema', () => {
  const exempt = { ...rule, act: 'ledger.book.open', exemptZh: '不移动资金', exemptEn: 'Moves no money' };
  const routes = parse(withRule(withRule(firstRoutes('演示银行', '2026-11-28'), rule), exempt)) as { schema: string; dated: string; rules: unknown[] };
  expect([routes.schema, routes.dated]).toEqual(['zhirong/approvals/v1', '2026-11-28']);
  expect(routes.rules).toEqual([
    {
      act: 'payments.batch.approve', zh: '批准付款批次', en: 'Approve a payout batch', mandate: true, floor: true,
      levels: [
        { up_to: 5000000, decide_days: 10, valid_days: 20, steps: [{ kind: 'person', roles: ['approver', 'risk_manager'] }] },
        {
          decide_days: 10, valid_days: 20,
          steps: [
            { kind: 'parallel', seats: [['approver'], ['risk_manager']] },
            { kind: 'committee', roles: ['approver', 'risk_manager'], quorum: '2/3', votes: '>1/2', votes_of: 'voters', recusal: 'lowers', veto: ['risk_manager'], conditions_allowed: true },
          ],
        },
      ],
    },
    { act: 'ledger.book.open', zh: '批准付款批次', en: 'Approve a payout batch', exempt: { zh: '不移动资金', en: 'Moves no money' } },
  ]);
});

import { expect, test } from 'vitest';
import { catalogue, makeTranslate, translate, translateCode } from '.';
import { access } from './access';
import { analysis } from './analysis';
import { approvals } from './approvals';
import { cash } from './cash';
import { deals } from './deals';
import { diligence } from './diligence';
import type { Phrase } from './entry';
import { evidence } from './evidence';
import { holds } from './holds';
import { jobs } from './jobs';
import { ledger } from './ledger';
import { lending } from './lending';
import { origination } from './origination';
import { paymentAccounts } from './paymentAccounts';
import { paymentBuild } from './paymentBuild';
import { payments } from './payments';
import { people } from './people';
import { policy } from './policy';
import { rightCodes } from './rightCodes';
import { rightForms } from './rightForms';
import { rightImport } from './rightImport';
import { rights } from './rights';
import { scenarios } from './scenarios';
import { scores } from './scores';
import { shell } from './shell';
import { terms } from './terms';
import { valuation } from './valuation';
import { valueCodes } from './valueCodes';
import { versions } from './versions';

const phrases: [string, Phrase][] = Object.entries(catalogue);
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort();

test('catalogue_EveryKey_HasBothLanguages', () => {
  const incomplete = phrases.filter(([, [zh, en]]) => zh.trim() === '' || en.trim() === '').map(([key]) => key);
  expect(incomplete).toEqual([]);
});

test('catalogue_EveryKey_HasTheSamePlacesInBothLanguages', () => {
  const uneven = phrases.filter(([, [zh, en]]) => places(zh).join() !== places(en).join()).map(([key]) => key);
  expect(uneven).toEqual([]);
});

test('catalogue_English_HasNoChineseLeft', () => {
  const leftovers = phrases.filter(([key, [, en]]) => key !== 'shell.language.zh' && /[\u4e00-\u9fff]/.test(en)).map(([key]) => key);
  expect(leftovers).toEqual([]);
});

test('catalogue_Areas_DoNotOverwriteEachOther', () => {
  const areas = [shell, deals, analysis, cash, scenarios, versions, terms, ledger, holds, evidence, jobs, access, payments, paymentBuild, paymentAccounts, people, approvals, rightCodes, rights, rightForms, rightImport, valueCodes, valuation, diligence, scores, policy, lending, origination].map(area => Object.keys(area).length);
  expect(phrases.length).toBe(areas.reduce((sum, count) => sum + count, 0));
});

test('translate_WithPlaces_FillsThem', () => {
  expect(translate('en', 'shell.total', { count: 7 })).toBe('7 in total');
});

test('translateCode_UnknownCode_ShowsTheCode', () => {
  expect(translateCode('zh', 'market', 'XXXX')).toBe('XXXX');
});

test('either_EmptyName_FallsBackToTheOtherLanguage', () => {
  expect(makeTranslate('en').either('优先级', '')).toBe('优先级');
});

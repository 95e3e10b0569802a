import { expect, test } from 'vitest';
import { accountNamed, findsAccount } from './accountSearch';

const accounts = [
  { code: '1002', zh: '托管账户存款', en: 'Custody cash' },
  { code: '2201', zh: '优先A档本金', en: 'Senior A principal' },
  { code: '2202', zh: '优先B档本金', en: 'Senior B principal' },
];
const found = (typed: string) => accounts.filter(account => findsAccount(account, typed)).map(account => account.code);

test.each([
  ['托管', ['1002']],
  ['22', ['2201', '2202']],
  ['２２０２', ['2202']],
  ['本金', ['2201', '2202']],
  ['CUSTODY', ['1002']],
  ['02', []],
])('findsAccount_%s_ByCodeStartOrNamePart', (typed, codes) => expect(found(typed)).toEqual(codes));

test.each([
  ['1002', '1002'],
  ['2202 优先B档本金', '2202'],
  ['优先A档本金', '2201'],
  ['托管账户', '1002'],
  ['本金', null],
  ['9999', null],
  ['', null],
])('accountNamed_%s_IsOneOrNone', (text, code) => expect(accountNamed(accounts, text)?.code ?? null).toBe(code));

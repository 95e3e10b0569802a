import { describe, expect, it } from 'vitest';
import type { Me } from '../api/access';
import { menuFor } from './Navigation';

const person = (kind: string, ...grants: string[]) => ({ organisation: { kind }, grants: grants.map(act => ({ act })) }) as unknown as Me;
const leaf = (key: string) => ({ key, icon: null, label: key });
const entries = [leaf('home'), { ...leaf('lending'), children: [leaf('portal'), leaf('loanMatch'), leaf('loanMandates')] }, { ...leaf('securitization'), children: [leaf('deals')] }, { ...leaf('people'), children: [leaf('users')] }];
const keys = (me: Me) => menuFor(me, entries).flatMap(entry => [entry.key, ...('children' in entry ? (entry.children ?? []).map(child => child?.key) : [])]);

describe('menu', () => {
  it('keeps what the roles reach', () => {
    expect(keys(person('bank', '*.read'))).toEqual(['home', 'lending', 'portal', 'loanMatch', 'loanMandates', 'securitization', 'deals', 'people', 'users']);
    expect(keys(person('investor', 'securitization.read'))).toEqual(['home', 'securitization', 'deals']);
  });

  it('shows a firm what firms do', () => {
    expect(keys(person('enterprise', 'lending.read', 'access.read'))).toEqual(['home', 'lending', 'portal', 'loanMatch']);
  });
});

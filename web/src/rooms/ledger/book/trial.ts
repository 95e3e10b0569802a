import type { AccountClass, AccountRow } from '../../../api/ledgerTypes';
import { isZero, sum } from '../../../format';

export const classes: readonly AccountClass[] = ['asset', 'liability', 'equity', 'income', 'expense', 'memo'];

export interface ClassGroup {
  class: AccountClass;
  accounts: AccountRow[];
  debit: string | null;
  credit: string | null;
}

/** Nothing was ever posted to it as of the dates asked, and nothing is held: it adds nothing to any total. */
export function isUnmoved(account: AccountRow): boolean {
  return [account.debit, account.credit, account.pendingDebit, account.pendingCredit].every(isZero);
}

/** Accounts by class in the order of a balance sheet; a class without accounts does not show. In a new book, where nothing has moved, all stand. */
export function byClass(accounts: readonly AccountRow[], showUnmoved: boolean): { groups: ClassGroup[]; hidden: number } {
  const shown = showUnmoved || accounts.every(isUnmoved) ? accounts : accounts.filter(account => !isUnmoved(account));
  const groups = classes.flatMap(name => {
    const own = shown.filter(account => account.class === name).sort((a, b) => (a.code < b.code ? -1 : 1));
    return own.length === 0 ? [] : [{ class: name, accounts: own, debit: sum(own.map(account => account.debit)), credit: sum(own.map(account => account.credit)) }];
  });
  return { groups, hidden: accounts.length - shown.length };
}

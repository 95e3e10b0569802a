import type { ChartAccount } from '../../api/ledgerTypes';

type Named = Pick<ChartAccount, 'code' | 'zh' | 'en'>;

/** Full-width letters and digits of a Chinese keyboard are plain ones; case and blanks do not matter. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

export function findsAccount(account: Named, typed: string): boolean {
  const wanted = plain(typed);
  return plain(account.code).startsWith(wanted) || plain(account.zh).includes(wanted) || plain(account.en).includes(wanted) || plain(account.code + account.zh).startsWith(wanted);
}

/** The account a pasted cell names: its code, its name, or both; null when none or more than one could be meant. */
export function accountNamed<A extends Named>(accounts: readonly A[], text: string): A | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  const exact = accounts.filter(account => [account.code, account.zh, account.en, account.code + account.zh, account.code + account.en].some(name => name !== '' && plain(name) === wanted));
  if (exact.length === 1) return exact[0] ?? null;
  const part = exact.length > 1 ? exact : accounts.filter(account => plain(account.zh).includes(wanted) || plain(account.en).includes(wanted));
  return part.length === 1 ? (part[0] ?? null) : null;
}

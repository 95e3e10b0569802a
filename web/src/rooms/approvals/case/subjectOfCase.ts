import type { ApprovalRow } from '../../../api/approvalTypes';

const pages: Record<string, string> = {
  'deal': '/deals',
  'entry': '/ledger/entries',
  'book': '/ledger/books',
  'batch': '/payments/batches',
  'user': '/access/users',
  'leave': '/evidence',
  'leaf': '/evidence',
  'ledger.account': '/ledger/accounts',
  'payments.account': '/payments/accounts',
};

/** The page of the record a case is about; null where it is about none that has a page. */
export function subjectOfCase({ act, subjectKind, subjectId }: Pick<ApprovalRow, 'act' | 'subjectKind' | 'subjectId'>): string | null {
  if (subjectKind === null || subjectId === null) return null;
  const page = pages[subjectKind] ?? pages[`${act.split('.')[0] ?? ''}.${subjectKind}`];
  return page === undefined ? null : `${page}/${subjectId}`;
}

import type { LeafDetail } from '../../../api/ledgerTypes';

const text = (content: LeafDetail['content'], name: string) => (content !== null && typeof content[name] === 'string' ? content[name] : null);

/** The page of the record an event happened to; null for records without one, and for a run whose content was erased. */
export function subjectPage(leaf: Pick<LeafDetail, 'subject' | 'content'>): string | null {
  const { kind, id } = leaf.subject;
  switch (kind) {
    case 'deal':
      return `/deals/${id}`;
    case 'run': {
      const deal = text(leaf.content, 'deal');
      return deal === null ? null : `/deals/${deal}?tab=runs&run=${id}`;
    }
    case 'entry':
      return `/ledger/entries/${id}`;
    case 'book':
      return `/ledger/books/${id}`;
    case 'account':
      return `/ledger/accounts/${id}`;
    case 'evidence':
      return `/evidence/${id}`;
    case 'right':
      return `/rights/${id}`;
    case 'firm':
      return `/firms/${id}`;
    case 'aid':
      return `/policy/applications/${id}`;
    case 'fund':
      return `/policy/funds/${id}`;
    case 'claim':
      return `/policy/claims/${id}`;
    case 'budget':
      return `/policy/budgets/${id}`;
    case 'kept_search':
      return `/rights/searches/${id}`;
    case 'shortlist':
      return `/match/shortlists/${id}`;
    default:
      return null;
  }
}

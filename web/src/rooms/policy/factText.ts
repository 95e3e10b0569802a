import type { ConditionFact } from '../../api/policyTypes';
import { exactYuan, formatDate, percentDigits } from '../../format';
import type { Translate } from '../../words';

/** Figures that are parts of one are read as percent. */
export const isRate = (name: string): boolean => name.startsWith('rate.') || /(^|[._])(rate|ratio|share)$/.test(name);

/** The value of a fact as a person writes it, rates with every digit they have; a word the product does not know stands as it is. */
export function factText(t: Translate, fact: ConditionFact): string {
  if (fact.value === null) return t('shell.unknown');
  switch (fact.kind) {
    case 'money': return exactYuan(fact.value);
    case 'date': return formatDate(fact.value);
    case 'flag': return t(fact.value === 'true' ? 'policy.yes' : 'policy.no');
    case 'word': return t.code('schemeFactWord', fact.value);
    default: return isRate(fact.name) ? `${percentDigits(fact.value)}%` : fact.value;
  }
}

import { useRules } from '../../api/approvalQueries';
import { useT } from '../../words';

/** What an act is called in the rules that hold; its code where no rule names it. */
export function useActTitle(): (act: string) => string {
  const t = useT();
  const rules = useRules().data?.rules;
  return act => {
    if (act === '*') return t('delegations.acts.all');
    const rule = rules?.find(one => one.act === act);
    return rule === undefined ? act : t.either(rule.titleZh, rule.titleEn);
  };
}

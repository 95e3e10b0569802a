import { usePreferences } from '../../shell/Preferences';
import { useT, type Word } from '../../words';
import { unitWord } from '../valuation/appraisals/appraisalColumns';

/** What an amount is called, with the unit it is shown in. */
export function useInUnit(): (key: Word) => string {
  const t = useT();
  const { unit } = usePreferences();
  return key => t('shell.inUnit', { what: t(key), unit: unitWord(t, unit) });
}

import { createContext, useCallback, useContext } from 'react';
import { access } from './access';
import { analysis } from './analysis';
import { approvals } from './approvals';
import { cash } from './cash';
import { checks } from './checks';
import { creditPolicies } from './creditPolicies';
import { deals } from './deals';
import { diligence } from './diligence';
import { fill, type Language, type Phrase, type Places } from './entry';
import { evidence } from './evidence';
import { evidenceEvents } from './evidenceEvents';
import { firmAid } from './firmAid';
import { firmSide } from './firmSide';
import { holds } from './holds';
import { instant } from './instant';
import { jobs } from './jobs';
import { ledger } from './ledger';
import { lending } from './lending';
import { listings } from './listings';
import { loanBooks } from './loanBooks';
import { loans } from './loans';
import { origination } from './origination';
import { papers } from './papers';
import { paperTemplates } from './paperTemplates';
import { paymentAccounts } from './paymentAccounts';
import { paymentBuild } from './paymentBuild';
import { payments } from './payments';
import { people } from './people';
import { pledges } from './pledges';
import { policy } from './policy';
import { portal } from './portal';
import { proceeds } from './proceeds';
import { promises } from './promises';
import { publicMoney } from './publicMoney';
import { receivables } from './receivables';
import { regions } from './regions';
import { rightCodes } from './rightCodes';
import { rightForms } from './rightForms';
import { rightImport } from './rightImport';
import { rights } from './rights';
import { scenarios } from './scenarios';
import { schemeSheets } from './schemeSheets';
import { scores } from './scores';
import { shell } from './shell';
import { terms } from './terms';
import { valuation } from './valuation';
import { valueCodes } from './valueCodes';
import { vault } from './vault';
import { versions } from './versions';

export type { Language, Places } from './entry';

/** Every phrase of the pages, by key; the key's first part is its area. */
export const catalogue = { ...shell, ...deals, ...analysis, ...cash, ...scenarios, ...versions, ...terms, ...ledger, ...holds, ...evidence, ...evidenceEvents, ...jobs, ...access, ...payments, ...paymentBuild, ...paymentAccounts, ...people, ...approvals, ...rightCodes, ...rights, ...rightForms, ...rightImport, ...valueCodes, ...valuation, ...diligence, ...scores, ...policy, ...publicMoney, ...lending, ...pledges, ...loans, ...loanBooks, ...vault, ...origination, ...instant, ...papers, ...creditPolicies, ...portal, ...firmSide, ...firmAid, ...listings, ...receivables, ...schemeSheets, ...paperTemplates, ...checks, ...proceeds, ...promises, ...regions } as const;

export type Word = keyof typeof catalogue;

export function translate(language: Language, key: Word, places?: Places): string {
  return fill(catalogue[key], language, places);
}

/** The phrase of a code that comes as data; the code itself where the catalogue does not know it. */
export function translateCode(language: Language, area: string, code: string): string {
  const phrase: Phrase | undefined = (catalogue as Record<string, Phrase>)[`${area}.${code}`];
  return phrase === undefined ? code : fill(phrase, language);
}

export const LanguageContext = createContext<Language>('zh');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export interface Translate {
  (key: Word, places?: Places): string;
  /** The phrase of a code that comes as data, such as a market or a mode. */
  code(area: string, code: string): string;
  /** Picks the name in the reader's language; the other one when it is empty. */
  either(zh: string | null | undefined, en: string | null | undefined): string;
}

/** `const t = useT(); t('deals.title')` */
export function useT(): Translate {
  const language = useLanguage();
  return useCallback(makeTranslate(language), [language]);
}

export function makeTranslate(language: Language): Translate {
  const t = (key: Word, places?: Places) => translate(language, key, places);
  return Object.assign(t, {
    code: (area: string, code: string) => translateCode(language, area, code),
    either: (zh: string | null | undefined, en: string | null | undefined) => {
      const [first, second] = language === 'zh' ? [zh, en] : [en, zh];
      return first === null || first === undefined || first === '' ? (second ?? '') : first;
    },
  });
}

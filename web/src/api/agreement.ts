import type * as Pages from './ledgerTypes';
import type { components } from './schema';

/**
 * The shapes the pages of ledger and evidence use have exactly the fields the server describes; a difference is named by the compiler.
 * The pages narrow words and say what may be null; the server's document cannot.
 */
type Schemas = components['schemas'];
type Same<Server, Page> = [Exclude<keyof Server, keyof Page>, Exclude<keyof Page, keyof Server>] extends [never, never]
  ? true
  : { missing: Exclude<keyof Server, keyof Page>; tooMany: Exclude<keyof Page, keyof Server> };
type Holds<T extends true> = T;

export type Agreement = [
  Holds<Same<Schemas['BookRef'], Pages.BookRef>>,
  Holds<Same<Schemas['BookRow'], Pages.BookRow>>,
  Holds<Same<Schemas['AccountRow'], Pages.AccountRow>>,
  Holds<Same<Schemas['NewLine'], Pages.NewLine>>,
  Holds<Same<Schemas['NewEntry'], Pages.NewEntry>>,
  Holds<Same<Schemas['EntryRow'], Pages.EntryRow>>,
  Holds<Same<Schemas['EntryDetail'], Pages.EntryDetail>>,
  Holds<Same<Schemas['StatementLine'], Pages.StatementLine>>,
  Holds<Same<Schemas['HoldRow'], Pages.HoldRow>>,
  Holds<Same<Schemas['PlannedRow'], Pages.PlannedRow>>,
  Holds<Same<Schemas['PlannedPage'], Pages.PlannedPage>>,
  Holds<Same<Schemas['LeafRow'], Pages.LeafRow>>,
  Holds<Same<Schemas['LeafDetail'], Pages.LeafDetail>>,
  Holds<Same<Schemas['ChartAccountView'], Pages.ChartAccount>>,
  Holds<Same<Schemas['ChartView'], Pages.Chart>>,
  Holds<Same<Schemas['AccountList'], Pages.TrialBalance>>,
  Holds<Same<Schemas['EntryLineRow'], Pages.EntryLine>>,
  Holds<Same<Schemas['StatementView'], Pages.Statement>>,
  Holds<Same<Schemas['PlannedRunState'], Pages.RunPlanned>>,
  Holds<Same<Schemas['PlannedRun'], Pages.RunPosted>>,
  Holds<Same<Schemas['LogView'], Pages.LogState>>,
  Holds<Same<Schemas['LogKeyView'], Pages.LogKey>>,
  Holds<Same<Schemas['PostedEntry'], Pages.EntryResult>>,
];

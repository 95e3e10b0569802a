import type { components } from './schema';

/** The shapes of `/api/v1/facilities` and `/api/v1/loans`, as the server describes them. */

type Shapes = components['schemas'];

export type Decimal = string;
export type FacilityRow = Shapes['FacilityRow'];
export type FacilityDetail = Shapes['FacilityDetail'];
export type LoanRow = Shapes['LoanRow'];
export type LoanPage = Shapes['LoanPage'];
export type LoanDetail = Shapes['LoanDetail'];
export type LoanEntry = Shapes['LoanEntryView'];
export type Schedule = Shapes['ScheduleView'];
export type Instalment = Shapes['InstalmentView'];
export type BreachView = Shapes['BreachView'];
export type DunningList = Shapes['DunningList'];
export type Tried = Shapes['PrepaymentTried'];
export type Job = Shapes['JobRow'];
export type DunningRow = Shapes['DunningRow'];
export type Contact = Shapes['ContactView'];
export type ToppedUp = Shapes['ToppedUp'];
export type LoanTried = Shapes['LoanTried'];
export type LoanSide = Shapes['LoanSide'];
export type LineDate = Shapes['LineDate'];
export type LoanImport = Shapes['LoanImportView'];
export type LoanColumns = Shapes['LoanColumns'];
export type LoanColumn = Shapes['LoanColumn'];
export type LoanImportRow = Shapes['LoanImportRow'];
export type LoanMapping = Shapes['LoanMappingView'];
export type LoanMappingList = Shapes['LoanMappingList'];

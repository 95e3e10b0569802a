/** Events a person usually books, in the order of a plan's life; any other words will do too. */
export const usualEvents = [
  'NotesIssued',
  'PoolPurchased',
  'CollectionReceived',
  'IncomeAccrued',
  'InterestPaid',
  'PrincipalPaid',
  'FeePaid',
  'TaxAccrued',
  'TaxPaid',
  'SupportReceived',
  'ResidualPaid',
  'Transferred',
  'Reclassified',
  'Funded',
] as const;

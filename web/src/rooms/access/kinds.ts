/** Every kind of organisation, in the order of the server's table. */
export const organisationKinds = [
  'bank', 'securities_firm', 'trust_company', 'guarantor', 'insurer', 'exchange', 'appraiser', 'rating_agency', 'law_firm', 'custodian', 'underwriter',
  'bureau', 'supervisor', 'state_platform', 'fund', 'university', 'hospital', 'association', 'enterprise', 'investor', 'person',
] as const;

/** Those that may run an installation. */
export const operatorKinds = organisationKinds.filter(kind => kind !== 'supervisor' && kind !== 'person');

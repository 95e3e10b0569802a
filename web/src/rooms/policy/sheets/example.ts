import type { SchemeFact } from '../../../api/policyTypes';

/** A case to try a text on: a loan of five million to a small firm, repaid in a year whose rates are all known, and its loss of three. */
const example: Readonly<Record<string, string>> = {
  'firm.size': 'small', 'firm.revenue': '80000000', 'firm.is_patentee': 'true',
  'loan.principal': '5000000', 'loan.balance': '5000000', 'loan.rate': '0.0435', 'loan.fee_rate': '0.01', 'loan.term_months': '12', 'loan.signed': '2024-03-10', 'loan.drawn': '2024-03-15', 'loan.due': '2025-03-15', 'loan.repaid': '2025-03-13',
  'loan.fully_repaid': 'true', 'loan.disbursed': 'true', 'loan.first': 'true', 'loan.dpd': '95', 'loan.classification': 'substandard', 'loan.court_accepted': 'true', 'loan.ip_pledged': 'true',
  'pledge.first_time_patents': '1', 'guarantee.kind': 'surety_insurance', 'insurance.year': '1',
  'paid.interest': '217500', 'paid.premium': '50000', 'paid.guarantee_fee': '50000', 'paid.valuation_fee': '30000', 'aid.other': '0',
  'application.filed': '2025-03-20', 'application.event_year': '2025',
  'loss.principal': '3000000', 'loss.interest': '50000', 'loss.ip_principal': '3000000', 'loss.ip_interest': '50000', 'recovery.gross': '0', 'recovery.costs': '0',
  'fund.size': '40000000', 'fund.balance': '40000000', 'fund.portfolio': '100000000', 'fund.npl_rate': '0.01',
};

/** The case in the kinds a scheme gives its facts: where other aid is asked for as yes or no, there was none. Each value may be typed over. */
export const exampleOf = (facts: readonly SchemeFact[]): Readonly<Record<string, string>> => ({ ...example, ...Object.fromEntries(facts.filter(fact => fact.kind === 'flag' && example[fact.name] === '0').map(fact => [fact.name, 'false'])) });

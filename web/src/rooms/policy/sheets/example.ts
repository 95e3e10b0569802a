/** A case to try a text on: a loan of five million to a small firm, and its loss of three. Each value may be typed over. */
export const example: Readonly<Record<string, string>> = {
  'firm.size': 'small', 'firm.revenue': '80000000', 'firm.is_patentee': 'true',
  'loan.principal': '5000000', 'loan.balance': '5000000', 'loan.rate': '0.0435', 'loan.fee_rate': '0.01', 'loan.term_months': '12', 'loan.signed': '2025-03-10', 'loan.drawn': '2025-03-15', 'loan.due': '2026-03-15', 'loan.repaid': '2026-03-13',
  'loan.fully_repaid': 'true', 'loan.disbursed': 'true', 'loan.first': 'true', 'loan.dpd': '95', 'loan.classification': 'substandard', 'loan.court_accepted': 'true', 'loan.ip_pledged': 'true',
  'pledge.first_time_patents': '1', 'guarantee.kind': 'surety_insurance', 'insurance.year': '1',
  'paid.interest': '217500', 'paid.premium': '50000', 'paid.guarantee_fee': '50000', 'paid.valuation_fee': '30000', 'aid.other': '0',
  'application.filed': '2026-03-20', 'application.event_year': '2026',
  'loss.principal': '3000000', 'loss.interest': '50000', 'loss.ip_principal': '3000000', 'loss.ip_interest': '50000', 'recovery.gross': '0', 'recovery.costs': '0',
  'fund.size': '40000000', 'fund.balance': '40000000', 'fund.portfolio': '100000000', 'fund.npl_rate': '0.01',
};

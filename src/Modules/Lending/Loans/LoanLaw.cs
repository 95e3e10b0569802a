using Zhirong.Engine.Credit;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Lending.Loans.Checks;
using Zhirong.Modules.Lending.Loans.Importing;
using Zhirong.Modules.Lending.Loans.Promises;

namespace Zhirong.Modules.Lending.Loans;

/// <summary>What loans are serviced by: data, versioned.</summary>
/// <param name="Policy">Penalties, order of allocation, accrual stop, extensions.</param>
/// <param name="Classes">五级分类 by day.</param>
/// <param name="Rates">LPR as published.</param>
/// <param name="Covenants">How long a breach may stand.</param>
/// <param name="Titles">Titles of columns in officers' sheets.</param>
/// <param name="Visits">When borrowers are looked at, and what is looked at.</param>
/// <param name="IndexTitles">Titles of columns in files of a bank's own indices.</param>
/// <param name="Indicators">What borrowers may promise when they apply.</param>
public sealed record LoanLaw(ServicingPolicy Policy, ClassificationTable Classes, LprTable Rates, CovenantRules Covenants, LoanTitles Titles, VisitPlan Visits, LoanTitles IndexTitles, PromisedIndicators Indicators);

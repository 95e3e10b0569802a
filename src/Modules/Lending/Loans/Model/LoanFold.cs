using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Modules.Lending.Storage;

namespace Zhirong.Modules.Lending.Loans.Model;

/// <summary>A loan's life as its events say, played day by day.</summary>
/// <param name="Account">The loan at the end of the last day.</param>
/// <param name="Postings">Of the days asked for.</param>
/// <param name="Refused">Events that do not count, by their numbers.</param>
internal sealed record LoanFold(LoanAccount Account, IReadOnlyList<LoanPosting> Postings, IReadOnlyList<Refusal> Refused)
{
    /// <summary>Plays the events that are not taken back up to a day.</summary>
    /// <param name="after">Postings of days after this one are kept; null: of every day.</param>
    /// <returns>Null before anything was drawn.</returns>
    public static LoanFold? To(Loan loan, IEnumerable<LoanHappening> events, DateOnly day, LoanDesk desk, DateOnly? after = null)
    {
        var counting = events.Where(e => e.UndoneOn is null && e.Effective <= day).OrderBy(e => e.N).ToList();
        if (!counting.Exists(e => EventKinds.Begins(e.Kind)))
        {
            return null;
        }

        var resolved = EventKinds.Resolve(loan.Terms, desk).Value;
        ResolvedLoan Terms(string text) => EventKinds.Resolve(text, desk).Value;
        var byDay = counting.Select(e => EventKinds.Of(e, Terms)).ToLookup(e => e.Effective);
        var account = LoanAccount.Open(resolved, desk.Law.Policy, desk.Law.Classes);
        var (postings, refused) = (new List<LoanPosting>(), new List<Refusal>());
        for (var date = resolved.Terms.DisbursedOn; date <= day; date = date.AddDays(1))
        {
            var close = account.Close(date, byDay[date] is var own && byDay.Contains(date) ? [.. own] : []);
            account = close.Account;
            refused.AddRange(close.Refused);
            if (after is null || date > after)
            {
                postings.AddRange(close.Postings);
            }
        }

        return new(account, postings, refused);
    }

    /// <summary>The figures of a loan as its account has them.</summary>
    public static void Show(Loan loan, LoanAccount account)
    {
        (loan.BalanceFen, loan.DueFen, loan.InterestFen, loan.AccruedFen) = (account.Principal.Fen, account.PrincipalDue.Fen, account.InterestDue.Fen, account.InterestAccrued.Fen);
        (loan.PenaltyFen, loan.FeesFen, loan.CreditFen, loan.WrittenFen) = (account.PenaltyDue.Fen + account.CompoundDue.Fen, account.FeesDue.Fen, account.Credit.Fen, account.WrittenOff.Fen);
        (loan.PastDue, loan.Class, loan.OffBalance) = (account.DaysPastDue, LoanClasses.Words[(int)account.Class], account.IsOffBalance ? 1 : 0);
        var next = account.Ahead.Count == 0 ? (Instalment?)null : account.Ahead[0];
        (loan.NextDue, loan.NextFen, loan.Rate) = (next?.DueOn, next?.Due.Fen ?? 0, (long)decimal.Round(account.Rate * 1_000_000_000m));
        loan.Maturity = account.Ahead.Count == 0 ? loan.Maturity : account.Ahead[^1].DueOn;
        loan.State = account.IsWrittenOff ? LoanStates.WrittenOff : account.IsRepaid ? LoanStates.Repaid : LoanStates.Active;
    }
}

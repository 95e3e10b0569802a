using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>提前还款试算: what a prepayment would take and save, before anybody pays.</summary>
/// <param name="Cash">Principal, fee and, when everything is repaid, interest to the day.</param>
/// <param name="Fee">提前还款违约金.</param>
/// <param name="InterestPaid">Interest settled with it; zero unless everything is repaid.</param>
/// <param name="InterestSaved">Interest of the schedule before, less that of the one after and what is settled now.</param>
/// <param name="NextInstalment">The next instalment afterwards; null when nothing is left.</param>
/// <param name="Maturity">The last due date afterwards; null when nothing is left.</param>
public sealed record PrepaymentQuote(Money Cash, Money Fee, Money InterestPaid, Money InterestSaved, Money? NextInstalment, DateOnly? Maturity)
{
    /// <summary>Tries the prepayment on the day after the account's last; the account stays as it is.</summary>
    /// <returns>Refused as the event itself would be.</returns>
    public static Result<PrepaymentQuote> Of(LoanAccount account, LoanPrepaid prepayment)
    {
        var day = account.Day.AddDays(1);
        var without = account.Close(day, []).Account;
        var with = account.Close(day, [prepayment with { Effective = day }]);
        if (with.Refused.Count > 0)
        {
            return Result<PrepaymentQuote>.Refused(with.Refused);
        }

        Money Sum(LoanAccountKind credited) => Money.OfFen(with.Postings.Where(p => p.Cause == PostingCause.Prepayment && p.Debit == LoanAccountKind.Cash && p.Credit == credited).Sum(p => p.Amount.Fen));
        var (fee, paid) = (Sum(LoanAccountKind.FeeIncome), Sum(LoanAccountKind.InterestReceivable) + Sum(LoanAccountKind.InterestIncome));
        var ahead = with.Account.Ahead;
        var saved = Money.OfFen(without.Ahead.Sum(i => i.Interest.Fen) - ahead.Sum(i => i.Interest.Fen)) - paid;
        return new PrepaymentQuote(
            prepayment.Principal + fee + paid, fee, paid, saved,
            ahead.Count == 0 ? null : ahead[0].Due,
            ahead.Count == 0 ? null : ahead[^1].DueOn);
    }
}

using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Engine.Credit.Schedules;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Credit;

/// <summary>A loan that begins in the middle of its life with what it owed in other books.</summary>
public sealed class TakenOverTests
{
    private static LoanHistory Of(ResolvedLoan loan, LoanTakenOver taken) => new(loan, Lives.Policy, Lives.Classes, [Lives.Recorded(taken)]);

    private static LoanTakenOver On(string day, Money notDue) => new() { Id = "taken", Effective = D(day), NotDue = notDue };

    /// <summary>Taken over with nothing in arrears it goes on exactly as the loan that lived here from its first day: interest run up, and every instalment left.</summary>
    [Theory]
    [InlineData("bullet", 12, "", "2024-09-03")]
    [InlineData("equalPrincipal", 10, "", "2024-09-03")]
    [InlineData("equalPrincipal", 10, "", "2024-09-20")]
    [InlineData("interestThenBullet", 12, ",\"interestDay\":20", "2024-09-25")]
    [InlineData("interestThenBullet", 4, ",\"every\":\"3M\",\"dayCount\":\"30/360\"", "2024-09-03")]
    public void TakeOver_WithNothingInArrears_GoesOnAsIfItHadLivedHere(string method, int count, string more, string day)
    {
        var loan = Lives.Million(method, count, more);
        var lived = Lives.Of(loan, [.. Lives.OnTime(LoanSchedule.Of(loan).Value)]).At(D(day)).Account;

        var taken = Of(loan, On(day, lived.PrincipalNotDue)).At(D(day)).Account;

        Assert.Equal((lived.InterestAccrued, lived.Class, 0), (taken.InterestAccrued, taken.Class, taken.DaysPastDue));
        Assert.Equal(lived.Ahead.Select(Line), taken.Ahead.Select(Line));
        Assert.Equal(ScheduleCause.TakenOver, taken.Versions[^1].Cause);
    }

    /// <summary>Arrears come with their day: past due since then, penalties from the next night on; beyond ninety days interest and penalties stand off the balance sheet.</summary>
    [Theory]
    [InlineData("2025-03-20", "2025-03-30", false)]
    [InlineData("2025-03-20", "2025-07-01", true)]
    public void TakeOver_WithArrears_CountsFromTheirDay(string since, string day, bool off)
    {
        var loan = Lives.Million();
        var taken = Of(loan, On(day, Money.Zero) with { Due = Money.Cny(1_000_000), Interest = Money.Cny(34_979), Penalty = Money.Cny(100), Since = D(since) });
        var closed = taken.At(D(day));
        var account = closed.Account;

        Assert.Equal((D(day).DayNumber - D(since).DayNumber, off, "100.00"), (account.DaysPastDue, account.IsOffBalance, account.PenaltyDue.ToString()));
        Assert.Equal("143.75", (taken.At(D(day).AddDays(1)).Account.PenaltyDue - account.PenaltyDue).ToString());
        var book = LoanPostings.Balances(closed.Postings);
        Assert.Equal((100_000_000, off ? 0 : 3_497_900, off ? 3_497_900 : 0, off ? 0 : 10_000), (book.GetValueOrDefault(LoanAccountKind.Overdue), book.GetValueOrDefault(LoanAccountKind.InterestReceivable), book.GetValueOrDefault(LoanAccountKind.MemoInterest), book.GetValueOrDefault(LoanAccountKind.PenaltyReceivable)));
        Assert.Equal(0, book.Values.Sum());
    }

    /// <summary>What does not fit is refused and changes nothing: nothing owed, more than was lent, arrears without a day, what is not due after the maturity, a flat loan.</summary>
    [Theory]
    [InlineData("bullet", "2024-09-03", 0, 0, "", "CRED-0401")]
    [InlineData("bullet", "2024-09-03", 1_000_000, 1, "2024-09-01", "CRED-0405")]
    [InlineData("bullet", "2024-09-03", 900_000, 1, "", "CRED-0407")]
    [InlineData("bullet", "2024-09-03", 900_000, 0, "2024-09-01", "CRED-0407")]
    [InlineData("bullet", "2025-03-20", 900_000, 0, "", "CRED-0407")]
    [InlineData("flat", "2024-09-03", 900_000, 0, "", "CRED-0407")]
    public void TakeOver_OfWhatDoesNotFit_IsRefused(string method, string day, decimal notDue, decimal due, string since, string code)
    {
        var taken = Of(Lives.Million(method), On(day, Money.Cny(notDue)) with { Due = Money.Cny(due), Since = since.Length > 0 ? D(since) : null }).At(D(day));

        Assert.Equal([code], taken.Refused.Select(r => r.Code));
        Assert.Equal(Money.Zero, taken.Account.Principal);
    }

    private static string Line(Instalment i) => $"{i.Number} {i.DueOn:yyyy-MM-dd} {i.Interest} {i.Principal} {i.Balance}";
}

using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Engine.Credit.Schedules;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Credit;

/// <summary>A loan's life: penalties, classes, allocation, prepayment, terms agreed anew, what was known when.</summary>
public sealed class LoanAccountTests
{
    private static LoanAccount At(ResolvedLoan loan, string day, params LoanEvent[] events) => Lives.Of(loan, events).At(D(day)).Account;

    /// <summary>lending.json C3 and golden row 36: thirty and forty-five nights of +50 % on ACT/360.</summary>
    [Theory]
    [InlineData("1000000", "2025-04-18", "4312.50")]
    [InlineData("3000000", "2025-05-03", "19406.25")]
    public void Close_PrincipalOverdue_BearsThePenaltyRate(string principal, string day, string penalty)
    {
        var loan = Loans.Resolve($$"""{"principal":"{{principal}}","annualRate":"0.0345","disbursedOn":"2024-03-20","count":12,"method":"bullet"}""");

        var account = At(loan, day);

        Assert.Equal(penalty, account.PenaltyDue.ToString());
        Assert.Equal(Money.Zero, account.InterestAccrued);
        Assert.Equal(loan.Terms.Principal, account.PrincipalDue);
    }

    /// <summary>C3: 2,875.00 of unpaid interest compounds to 12.40 in thirty nights at the penalty rate; 8.27 at the contract's; or not at all.</summary>
    [Theory]
    [InlineData(CompoundRate.Penalty, "12.40")]
    [InlineData(CompoundRate.Contract, "8.27")]
    [InlineData(CompoundRate.None, "0.00")]
    public void Close_InterestUnpaid_CompoundsByThePolicy(CompoundRate rate, string compound)
    {
        var loan = Lives.Million("interestThenBullet", 12, ",\"every\":\"30D\"");
        var history = Lives.Of(loan) with { Policy = Lives.Policy with { Compound = rate } };

        Assert.Equal(Money.Cny(2875), history.At(D("2024-04-19")).Account.InterestDue);
        Assert.Equal(compound, history.At(D("2024-04-19").AddDays(29)).Account.CompoundDue.ToString());
    }

    /// <summary>C3: misuse of the whole loan for thirty days costs 5,750.00, half of it the contract's interest.</summary>
    [Fact]
    public void Close_MisusedLoan_BearsItsUpliftBesideTheContract()
    {
        var account = At(Lives.Million(), "2024-04-18", new MisuseFound { Id = "m", Effective = D("2024-03-20"), Amount = Money.Cny(1_000_000) });

        Assert.Equal(("2875.00", "2875.00"), (account.InterestAccrued.ToString(), account.PenaltyDue.ToString()));
    }

    /// <summary>Overdue and misused at once: +100 % alone, thirty nights on a million; never +150 %.</summary>
    [Fact]
    public void Close_OverdueAndMisused_BearsTheHigherUpliftOnce() => Assert.Equal(
        "5750.00", At(Lives.Million(), "2025-04-18", new MisuseFound { Id = "m", Effective = D("2025-03-20"), Amount = Money.Cny(1_000_000) }).PenaltyDue.ToString());

    /// <summary>Golden row 9: due 20 March 2025; the first week is technical.</summary>
    [Theory]
    [InlineData("2025-03-20", 0, LoanClass.Pass)]
    [InlineData("2025-03-27", 7, LoanClass.Pass)]
    [InlineData("2025-03-28", 8, LoanClass.SpecialMention)]
    [InlineData("2025-06-18", 90, LoanClass.SpecialMention)]
    [InlineData("2025-06-19", 91, LoanClass.Substandard)]
    [InlineData("2025-12-15", 270, LoanClass.Substandard)]
    [InlineData("2025-12-16", 271, LoanClass.Doubtful)]
    [InlineData("2026-03-15", 360, LoanClass.Doubtful)]
    [InlineData("2026-03-16", 361, LoanClass.Loss)]
    public void Close_DaysPastDue_SetTheClass(string day, int days, LoanClass expected)
    {
        var account = At(Lives.Million(), day);

        Assert.Equal((days, expected), (account.DaysPastDue, account.Class));
        Assert.Equal(days is > 0 and <= 7, account.IsTechnicallyOverdue);
        Assert.Equal(days > 90, account.IsOffBalance);
    }

    /// <summary>The older table is another rule: 181 days were doubtful already.</summary>
    [Theory]
    [InlineData("2023-06-30", LoanClass.Doubtful)]
    [InlineData("2023-07-01", LoanClass.Substandard)]
    public void Of_TheRuleInForce_IsThatOfTheDay(string day, LoanClass expected) => Assert.Equal(expected, Lives.Classes.At(D(day)).Of(181));

    [Fact]
    public void Close_DaysOfGrace_BearTheContractRate()
    {
        var history = Lives.Of(Lives.Million()) with { Policy = Lives.Policy with { GraceDays = 10 } };

        // Ten nights at 3.45 %, then one at 5.175 %, on a million.
        Assert.Equal("958.33", history.At(D("2025-03-29")).Account.PenaltyDue.ToString());
        Assert.Equal("1102.08", history.At(D("2025-03-30")).Account.PenaltyDue.ToString());
    }

    /// <summary>
    /// 42,000 against 34,979.17 of interest, a million of principal, and after forty nights 5,750.00 of penalty and 201.13 of
    /// compound interest; beyond ninety days principal comes first.
    /// </summary>
    [Theory]
    [InlineData("2025-04-29", "998930.30", "0.00")]
    [InlineData("2025-06-18", "1000000.00", "6369.21")]
    [InlineData("2025-06-19", "958000.00", "34979.17")]
    public void Pay_OneReceipt_FollowsTheOrderOfItsDay(string day, string principal, string interest)
    {
        var account = At(Lives.Million(), day, Lives.Paid(day, 42_000));

        Assert.Equal((principal, interest), (account.PrincipalDue.ToString(), account.InterestDue.ToString()));
    }

    [Fact]
    public void Pay_ByInstalment_ClosesTheOldestFirst()
    {
        var loan = Lives.Million("equalPrincipal", 4);
        var policy = Lives.Policy with { Compound = CompoundRate.None, Allocation = new([DueKind.Interest, DueKind.Principal, DueKind.Fee, DueKind.Penalty, DueKind.Compound], true) };
        LoanAccount Left(ServicingPolicy by) => (Lives.Of(loan, Lives.Paid("2024-05-25", 252_970.83m)) with { Policy = by }).At(D("2024-05-25")).Account;

        // By instalment the first one is paid whole; by kind both interests come first.
        Assert.Equal("2156.25", Left(policy).InterestDue.ToString());
        Assert.Equal("0.00", Left(policy with { Allocation = policy.Allocation with { ByInstalment = false } }).InterestDue.ToString());
    }

    [Fact]
    public void Pay_MoreThanIsDue_WaitsToTheBorrowersCreditAndPaysTheNext()
    {
        var loan = Lives.Million("interestThenBullet");
        var history = Lives.Of(loan, Lives.Paid("2024-03-25", 3_000));

        Assert.Equal("3000.00", history.At(D("2024-04-19")).Account.Credit.ToString());
        var due = history.At(D("2024-04-20")).Account;
        Assert.Equal(("29.17", "0.00"), (due.Credit.ToString(), due.InterestDue.ToString()));
    }

    /// <summary>Ninety-one days late, all interest is taken out of income; paid up, it comes back.</summary>
    [Fact]
    public void Close_LongOverdue_LeavesTheBalanceSheetAndReturnsWhenPaid()
    {
        var history = Lives.Of(Lives.Million("interestThenBullet", 24), Lives.Paid("2024-08-01", 12_000));
        var before = LoanPostings.Balances(history.At(D("2024-07-18")).Postings);
        var stopped = LoanPostings.Balances(history.At(D("2024-07-20")).Postings);
        var back = history.At(D("2024-08-01"));

        Assert.Equal(before[LoanAccountKind.InterestReceivable], -before[LoanAccountKind.InterestIncome]);
        Assert.False(stopped.ContainsKey(LoanAccountKind.InterestReceivable) || stopped.ContainsKey(LoanAccountKind.InterestIncome));
        Assert.True(stopped[LoanAccountKind.MemoInterest] > before[LoanAccountKind.InterestReceivable]);
        Assert.False(back.Account.IsOffBalance);
        Assert.False(LoanPostings.Balances(back.Postings).ContainsKey(LoanAccountKind.MemoInterest));
    }

    [Fact]
    public void Prepay_OnADueDate_LeavesTheScheduleOfASmallerLoan()
    {
        var loan = Lives.Million("equalInstalment", 24, ",\"dayCount\":\"30/360\"");
        var first = LoanSchedule.Of(loan).Value.Instalments[0];
        var account = At(loan, "2024-04-20", Lives.Paid("2024-04-20", first.Due.Yuan), Lives.Prepaid("2024-04-20", 300_000));

        var smaller = Loans.Schedule($$"""{"principal":"{{first.Balance - Money.Cny(300_000)}}","annualRate":"0.0345","disbursedOn":"2024-04-20","count":23,"method":"equalInstalment","dayCount":"30/360"}""");
        Assert.Equal(smaller.Instalments.Select(i => (i.DueOn, i.Interest, i.Principal, i.Balance)), account.Ahead.Select(i => (i.DueOn, i.Interest, i.Principal, i.Balance)));
        Assert.Equal([(1, 0, ScheduleCause.Drawn), (2, 1, ScheduleCause.Prepaid)], account.Versions.Select(v => (v.Number, v.Parent, v.Cause)));
        Assert.Equal(24, account.Versions[0].Instalments.Count);
    }

    [Fact]
    public void Prepay_ShorteningTheTerm_KeepsTheInstalment()
    {
        var loan = Lives.Million("equalInstalment", 24, ",\"dayCount\":\"30/360\"");
        var level = LoanSchedule.Of(loan).Value.Instalments[0].Due;
        var ahead = At(loan, "2024-04-20", Lives.Paid("2024-04-20", level.Yuan), Lives.Prepaid("2024-04-20", 300_000, PrepaymentEffect.ShortenTerm)).Ahead;

        Assert.True(ahead.Count < 17, $"{ahead.Count} instalments");
        Assert.All(ahead.SkipLast(1), i => Assert.Equal(level, i.Due));
        Assert.True(ahead[^1].Due <= level && ahead[^1].Balance == Money.Zero);
    }

    /// <summary>Between due dates: interest is that of the larger balance up to the day and of the smaller one after it, rounded once.</summary>
    [Fact]
    public void Prepay_BetweenDueDates_CountsBothBalancesAndRoundsOnce()
    {
        var account = At(Lives.Million("interestThenBullet"), "2024-04-20", Lives.Prepaid("2024-04-01", 333_333.33m));

        // (1,000,000 × 12 + 666,666.67 × 19) × 3.45 % ÷ 360 = 2,363.89
        Assert.Equal("2363.89", account.InterestDue.ToString());
        Assert.Equal(account.InterestDue, account.Versions[1].Instalments[0].Interest);
    }

    [Fact]
    public void Prepay_Everything_SettlesInterestToTheDay()
    {
        var life = Lives.Of(Lives.Million("interestThenBullet"), Lives.Prepaid("2024-04-01", 1_000_000, fee: 0.01m)).At(D("2024-04-02"));

        Assert.True(life.Account.IsRepaid);
        // Twelve days of interest and one per cent of the principal, besides the principal itself.
        Assert.Equal(Money.Cny(1150 + 10_000), Money.OfFen(LoanPostings.Balances(life.Postings)[LoanAccountKind.Cash]));
        Assert.Equal(0, life.Postings.Count(p => p.Effective == D("2024-04-02")));
    }

    [Fact]
    public void Quote_OfAPrepayment_TellsWhatItTakesAndSaves()
    {
        var account = At(Lives.Million("interestThenBullet"), "2024-03-31");
        var part = PrepaymentQuote.Of(account, Lives.Prepaid("2024-04-01", 360_000, fee: 0.005m)).Value;
        var whole = PrepaymentQuote.Of(account, Lives.Prepaid("2024-04-01", 1_000_000)).Value;

        // 353 days of 360,000 at 3.45 % ÷ 360 a day.
        Assert.Equal(("361800.00", "1800.00", "0.00"), (part.Cash.ToString(), part.Fee.ToString(), part.InterestPaid.ToString()));
        Assert.InRange((part.InterestSaved - Money.Cny(12_178.50m)).Fen, -7, 7);
        Assert.Equal(("1001150.00", "1150.00"), (whole.Cash.ToString(), whole.InterestPaid.ToString()));
        Assert.True(whole.NextInstalment is null && whole.Maturity is null);
        Assert.Equal("CRED-0405", PrepaymentQuote.Of(account, Lives.Prepaid("2024-04-01", 1_000_000.01m)).Refusals[0].Code);
        Assert.Equal(Money.Cny(1_000_000), account.PrincipalNotDue);
    }

    [Fact]
    public void Reprice_BetweenDueDates_CountsEachRateOverItsDays()
    {
        var account = At(Lives.Million("equalInstalment", 12), "2024-04-20", new LoanRepriced { Id = "lpr", Effective = D("2024-04-01"), Annual = 0.03m });

        // Twelve days at 3.45 %, nineteen at 3 %; the instalment stands until the next period.
        Assert.Equal(Money.Rounded(1150m + (1_000_000m * 0.03m * 19 / 360)), account.InterestDue);
        var (old, now) = (account.Versions[0].Instalments, account.Versions[1].Instalments);
        Assert.Equal(old[0].Due, now[0].Due);
        Assert.True(now[1].Due < old[1].Due);
        Assert.Equal(Money.Zero, now[^1].Balance);
    }

    [Fact]
    public void Draw_InParts_LaysTheRestOutAnew()
    {
        var loan = Lives.Million("equalPrincipal", 4);
        LoanHistory history = new(loan, Lives.Policy, Lives.Classes, [.. new LoanEvent[]
        {
            new LoanDrawn { Id = "a", Effective = D("2024-03-20"), Amount = Money.Cny(400_000) },
            new LoanDrawn { Id = "b", Effective = D("2024-05-01"), Amount = Money.Cny(600_000) },
            new LoanDrawn { Id = "c", Effective = D("2024-05-02"), Amount = Money.Cny(0.01m) },
        }.Select(Lives.Recorded)]);
        var life = history.At(D("2024-05-02"));

        Assert.Equal("CRED-0403 c", Assert.Single(life.Refused.Select(r => $"{r.Code} {r.Path}")));
        Assert.Equal(["300000.00", "300000.00", "300000.00"], life.Account.Ahead.Select(i => i.Principal.ToString()));
    }

    /// <summary>Repaid early but for a fee, the loan may be drawn again: what is drawn is repaid by the dates that are left.</summary>
    [Fact]
    public void Draw_AfterEverythingWasPrepaid_TakesTheDatesLeft()
    {
        var loan = Lives.Million("equalPrincipal", 4);
        LoanHistory history = new(loan, Lives.Policy, Lives.Classes, [.. new LoanEvent[]
        {
            new LoanDrawn { Id = "a", Effective = D("2024-03-20"), Amount = Money.Cny(400_000) },
            new FeeCharged { Id = "f", Effective = D("2024-03-21"), Amount = Money.Cny(1) },
            Lives.Prepaid("2024-03-25", 400_000),
            new LoanDrawn { Id = "b", Effective = D("2024-05-01"), Amount = Money.Cny(600_000) },
        }.Select(Lives.Recorded)]);
        var life = history.At(D("2024-05-20"));

        Assert.Empty(life.Refused);
        Assert.Equal(("200000.00", "400000.00"), (life.Account.PrincipalDue.ToString(), life.Account.PrincipalNotDue.ToString()));
        // Nineteen days of 600,000 at 3.45 %.
        Assert.Equal("1092.50", life.Account.InterestDue.ToString());
    }

    [Fact]
    public void Extend_BeforeMaturity_MovesThePrincipalAndCountsOn()
    {
        var (loan, longer) = (Lives.Million("interestThenBullet"), Lives.Million("interestThenBullet", 18));
        LoanRescheduled Extension(string day, ResolvedLoan to) => new() { Id = "x", Effective = D(day), Cause = RescheduleCause.Extension, To = to };
        List<LoanEvent> paid = [.. Lives.OnTime(LoanSchedule.Of(loan).Value).SkipLast(1)];
        var last = LoanSchedule.Of(loan).Value.Instalments[^1].Interest;

        var early = At(loan, "2025-03-20", [.. paid, Extension("2025-03-01", longer)]);
        Assert.Equal((Money.Zero, last, D("2025-09-20")), (early.PrincipalDue, early.InterestDue, early.Ahead[^1].DueOn));

        // On the maturity itself the principal has fallen due and is lent on.
        var onTheDay = Lives.Of(loan, [.. paid, Lives.Paid("2025-03-20", last.Yuan), Extension("2025-03-20", longer)]).At(D("2025-03-21"));
        Assert.Equal((0, Money.Cny(1_000_000)), (onTheDay.Account.DaysPastDue, onTheDay.Account.PrincipalNotDue));

        Assert.Equal("CRED-0404", Lives.Of(loan, [.. paid, Extension("2025-03-21", longer)]).At(D("2025-03-21")).Refused[0].Code);
        Assert.Equal("CRED-0408", Lives.Of(loan, [.. paid, Extension("2025-03-01", Lives.Million("interestThenBullet", 25))]).At(D("2025-03-01")).Refused[0].Code);
        Assert.Equal("CRED-0407", Lives.Of(loan, [.. paid, Extension("2025-03-01", loan)]).At(D("2025-03-01")).Refused[0].Code);
    }

    [Theory]
    [InlineData("2025-03-20", "")]
    [InlineData("2025-03-21", "CRED-0404")]
    public void Renew_WithoutRepayment_NeedsNothingInArrears(string day, string refused)
    {
        var loan = Lives.Million();
        var to = Loans.Resolve($$"""{"principal":"1000000","annualRate":"0.03","disbursedOn":"{{day}}","count":12,"method":"interestThenBullet"}""");
        var life = Lives.Of(loan, new LoanRescheduled { Id = "r", Effective = D(day), Cause = RescheduleCause.Renewal, To = to }).At(D(day));

        Assert.Equal(refused, string.Join(' ', life.Refused.Select(r => r.Code)));
        if (refused.Length == 0)
        {
            Assert.Equal((Money.Cny(1_000_000), Money.Cny(34_979.17m), 0.03m), (life.Account.PrincipalNotDue, life.Account.InterestDue, life.Account.Rate));
            Assert.Equal(ScheduleCause.Renewed, life.Account.Versions[^1].Cause);
        }
    }

    [Fact]
    public void Restructure_OverdueLoan_LendsOnAndIsWatched()
    {
        var to = Loans.Resolve("""{"principal":"1000000","annualRate":"0.02","disbursedOn":"2025-07-01","count":24,"method":"equalPrincipal"}""");
        var history = Lives.Of(Lives.Million(), new LoanRescheduled { Id = "r", Effective = D("2025-07-01"), Cause = RescheduleCause.Restructuring, To = to, ArrearsDueOn = D("2026-07-01") });
        var (before, after) = (history.At(D("2025-06-30")).Account, history.At(D("2025-07-01")));

        Assert.Equal((LoanClass.Substandard, true), (before.Class, before.IsOffBalance));
        Assert.Equal((LoanClass.SpecialMention, 0, false), (after.Account.Class, after.Account.DaysPastDue, after.Account.IsOffBalance));
        Assert.Equal(Money.Zero, after.Account.PrincipalDue);
        Assert.False(LoanPostings.Balances(after.Postings).ContainsKey(LoanAccountKind.Overdue));
    }

    [Fact]
    public void WriteOff_OfALoan_EmptiesTheBalanceSheetAndCountsRecoveries()
    {
        var life = Lives.Of(Lives.Million(), new LoanWrittenOff { Id = "w", Effective = D("2026-04-01") }, Lives.Paid("2026-05-01", 100_000)).At(D("2026-05-02"));
        var balances = LoanPostings.Balances(life.Postings);

        Assert.Equal((true, LoanClass.Loss), (life.Account.IsWrittenOff, life.Account.Class));
        Assert.All(new[] { LoanAccountKind.Performing, LoanAccountKind.Overdue, LoanAccountKind.InterestReceivable, LoanAccountKind.MemoInterest, LoanAccountKind.MemoPenalty }, a => Assert.False(balances.ContainsKey(a)));
        Assert.Equal(life.Account.WrittenOff.Fen, balances[LoanAccountKind.MemoWrittenOff]);
        Assert.Equal(Money.Cny(900_000).Fen, balances[LoanAccountKind.Provision]);
        Assert.Equal("CRED-0402", Lives.Of(Lives.Million(), new LoanWrittenOff { Id = "w", Effective = D("2026-04-01") }, Lives.Prepaid("2026-04-02", 1)).At(D("2026-04-02")).Refused[0].Code);
    }

    /// <summary>A receipt found a month later: nothing posted is changed, the differences are posted with the day they belong to.</summary>
    [Fact]
    public void Close_BackDatedReceipt_PostsTheDifferences()
    {
        var loan = Lives.Million("interestThenBullet");
        var late = Lives.Paid("2024-04-20", 2_970.83m);
        var history = new LoanHistory(loan, Lives.Policy, Lives.Classes, [Lives.Recorded(Lives.Drawn(loan)), new(late, D("2024-05-06"))]);

        var close = history.Close(D("2024-05-06"));

        // The book had called the interest unpaid for sixteen nights: its compound interest is taken back day by day.
        Assert.Equal("6.83", Money.OfFen(close.Postings.Where(p => p is { Cause: PostingCause.Compound, Debit: LoanAccountKind.CompoundIncome }).Sum(p => p.Amount.Fen)).ToString());
        Assert.DoesNotContain(close.Postings, p => p.Debit == LoanAccountKind.PenaltyReceivable);
        Assert.Contains(close.Postings, p => p.Effective == D("2024-04-20") && p.Cause == PostingCause.Receipt && p.Source == "receipt");
        Assert.Equal(0, close.Account.DaysPastDue);
    }
}

using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Engine.Credit.Reading;
using Zhirong.Engine.Credit.Schedules;

namespace Zhirong.Engine.Tests.Credit;

/// <summary>What holds for any life of any loan: random histories from printed seeds.</summary>
public sealed class LoanLifeTests
{
    private const int Histories = 18;

    private static readonly string[] Methods = ["equalInstalment", "equalPrincipal", "interestThenBullet", "bullet", "flat", "custom"];

    /// <summary>Paid on every due date, a loan earns exactly its schedule's interest and is closed with empty books.</summary>
    [Theory]
    [InlineData("equalInstalment", "")]
    [InlineData("equalInstalment", ",\"dayCount\":\"30/360\",\"interestPeriod\":\"same\"")]
    [InlineData("equalInstalment", ",\"convention\":\"fineract\"")]
    [InlineData("equalPrincipal", ",\"dayCount\":\"ACT/ACT\",\"graceOnPrincipal\":3")]
    [InlineData("interestThenBullet", ",\"interestDay\":20")]
    [InlineData("interestThenBullet", ",\"holidayRule\":\"following\"")]
    [InlineData("interestThenBullet", ",\"holidayRule\":\"following\",\"holidayInterest\":\"agreed\"")]
    [InlineData("bullet", ",\"dayCount\":\"30/360\"")]
    [InlineData("flat", "")]
    public void At_EverythingPaidOnItsDay_EarnsTheSchedulesInterest(string method, string more)
    {
        var loan = Lives.Million(method, 12, more);
        var schedule = LoanSchedule.Of(loan).Value;
        var life = Lives.Of(loan, [.. Lives.OnTime(schedule)]).At(loan.Maturity.AddDays(3));

        Assert.Empty(life.Refused);
        Assert.True(life.Account.IsRepaid);
        Assert.Equal(
            [(LoanAccountKind.Cash, schedule.Interest.Fen), (LoanAccountKind.InterestIncome, -schedule.Interest.Fen)],
            LoanPostings.Balances(life.Postings).OrderBy(b => b.Key).Select(b => (b.Key, b.Value)));
        Assert.Equal(schedule.Instalments.Select(i => i.Interest), life.Account.Versions[0].Instalments.Select(i => i.Interest));
    }

    /// <summary>
    /// Books and account agree every day; nothing is negative; versions are only added; the same history gives the same life;
    /// events of different days may be recorded in any order.
    /// </summary>
    [Fact]
    public void At_AnyHistory_BooksAndAccountAgree()
    {
        for (var seed = 1; seed <= Histories; seed++)
        {
            var history = Any(seed);
            var end = history.Loan.Terms.DisbursedOn.AddDays(500);
            var account = LoanAccount.Open(history.Loan, history.Policy, history.Table);
            var byDay = history.Events.Select(e => e.Event).ToLookup(e => e.Effective);
            var (all, versions) = (new List<LoanPosting>(), 0);
            for (var day = history.Loan.Terms.DisbursedOn; day <= end; day = day.AddDays(1))
            {
                var close = account.Close(day, [.. byDay[day]]);
                account = close.Account;
                all.AddRange(close.Postings);
                Assert.True(close.Postings.All(p => p.Amount > Money.Zero && p.Effective == day), $"seed {seed}, {day}");
                Assert.True(account.Versions.Count >= versions && account.Versions.Select((v, i) => v.Number == i + 1 && v.Parent == i).All(ok => ok), $"seed {seed}, {day}");
                versions = account.Versions.Count;
                if (day.Day % 7 == 0 || day == end)
                {
                    Agrees(account, all, $"seed {seed}, {day}");
                }
            }

            var again = (history with { Events = [.. history.Events.OrderBy(e => e.Event.Effective.DayNumber % 5)] }).At(end);
            Assert.True(all.SequenceEqual(again.Postings), $"seed {seed}: another order of recording");
        }
    }

    private static void Agrees(LoanAccount account, List<LoanPosting> postings, string at)
    {
        var balances = LoanPostings.Balances(postings);
        Assert.True(balances.Values.Sum() == 0, at);
        foreach (var (kind, fen) in Lives.Expected(account))
        {
            Assert.True(balances.GetValueOrDefault(kind) == fen, $"{at}: {kind} is {balances.GetValueOrDefault(kind)} in the books and {fen} in the account");
        }

        var principal = balances.GetValueOrDefault(LoanAccountKind.Performing) + balances.GetValueOrDefault(LoanAccountKind.Overdue);
        Assert.True(principal == account.Principal.Fen, $"{at}: principal {principal} and {account.Principal}");
        Assert.True(balances.GetValueOrDefault(LoanAccountKind.Performing) >= 0 && balances.GetValueOrDefault(LoanAccountKind.Overdue) >= 0, at);
        Assert.True(account.PrincipalNotDue >= Money.Zero && account.InterestAccrued >= Money.Zero && account.PenaltyDue >= Money.Zero && account.Credit >= Money.Zero, at);
        Assert.True(account.Ahead.Sum(i => i.Principal.Fen) == account.PrincipalNotDue.Fen, $"{at}: the plan repays {account.Ahead.Sum(i => i.Principal.Fen)} of {account.PrincipalNotDue.Fen}");
    }

    /// <summary>Whatever became known late: the book closed day by day says in the end what full knowledge would have said.</summary>
    [Fact]
    public void Close_EventsRecordedLate_EndInTheBookOfFullKnowledge()
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var random = new Random(seed);
            var history = Any(seed);
            history = history with { Events = [.. history.Events.Select((e, i) => e with { Recorded = i > 0 && random.Next(2) == 0 ? e.Event.Effective.AddDays(random.Next(1, 30)) : e.Event.Effective })] };
            var end = history.Loan.Terms.DisbursedOn.AddDays(70);
            var booked = new List<LoanPosting>();
            for (var day = history.Loan.Terms.DisbursedOn; day <= end; day = day.AddDays(1))
            {
                booked.AddRange(history.Close(day).Postings);
            }

            Assert.True(LoanPostings.Differences(booked, history.At(end, end).Postings).Count == 0, $"seed {seed}");
        }
    }

    /// <summary>One receipt or the same money in two on one day.</summary>
    [Fact]
    public void Pay_InTwoParts_LeavesTheSame()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var loan = Lives.Million(Methods[seed % 5], 12);
            var day = loan.Terms.DisbursedOn.AddDays(random.Next(20, 450));
            var (whole, part) = (random.Next(1, 200_000_00), random.NextDouble());
            ReceiptTaken Of(long fen, string id) => new() { Id = id, Effective = day, Amount = Money.OfFen(fen) };
            var first = (long)(whole * part) + 1;
            var one = Lives.Of(loan, Of(whole + 1L, "a")).At(day.AddDays(5));
            var two = Lives.Of(loan, Of(first, "a"), Of(whole + 1L - first, "b")).At(day.AddDays(5));

            Assert.True(whole + 1L - first == 0 || LoanPostings.Balances(one.Postings).SequenceEqual(LoanPostings.Balances(two.Postings)), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("order: [fee, penalty, compound, interest, principal]", "order: [fee, fee, compound, interest, principal]", "FLD-0102 allocation.order")]
    [InlineData("sweep: by_kind}\nimpaired_after", "sweep: by_kinds}\nimpaired_after", "FLD-0103 allocation.sweep")]
    [InlineData("overdue: 0.5", "overdue: -0.5", "FLD-0102 penalty.overdue")]
    [InlineData("misuse: 1.0", "misuse: 1.00001", "FLD-0102 penalty.misuse")]
    [InlineData("grace_days: 0", "grace_day: 0", "FLD-0104 grace_day")]
    [InlineData("compound: penalty", "compound: twice", "FLD-0103 compound")]
    public void Policy_OneFault_IsNamed(string from, string to, string refused)
    {
        var text = Repo.Read("data", "credit", "servicing.yaml");
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.Equal([refused], ServicingReader.Policy(Encoding.UTF8.GetBytes(text.Replace(from, to))).Refusals.Select(r => $"{r.Code} {r.Path}"));
    }

    [Theory]
    [InlineData("from: 2023-07-01", "from: 2003-07-01", "FLD-0102 rules")]
    [InlineData("beyond_days: 180", "beyond_days: 80", "FLD-0102 rules.rcc-internal.steps")]
    [InlineData("beyond_days: 270, at_least: doubtful", "beyond_days: 270, at_least: dubious", "FLD-0103 rules.cbirc-2023-1.steps.2.at_least")]
    public void Classes_OneFault_IsNamed(string from, string to, string refused)
    {
        var text = Repo.Read("data", "credit", "classification.yaml");
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.Contains(refused, ServicingReader.Classes(Encoding.UTF8.GetBytes(text.Replace(from, to))).Refusals.Select(r => $"{r.Code} {r.Path}"));
    }

    /// <summary>A loan of any method with draws, receipts, fees, prepayments, repricing, misuse and now and then a writing off.</summary>
    private static LoanHistory Any(int seed)
    {
        var random = new Random(seed);
        var method = Methods[seed % Methods.Length];
        var plan = method == "custom" ? ",\"plan\":[{\"dueOn\":\"2024-08-20\",\"principal\":300000},{\"dueOn\":\"2025-02-20\",\"principal\":700000}],\"every\":\"1M\"" : ",\"count\":12";
        var loan = Loans.Resolve($$"""{"principal":"1000000","annualRate":"0.0{{random.Next(1, 10)}}45","disbursedOn":"2024-03-20","method":"{{method}}"{{plan}},"dayCount":"{{(random.Next(3) == 0 ? "30/360" : random.Next(2) == 0 ? "ACT/ACT" : "ACT/360")}}","convention":"{{(random.Next(4) == 0 ? "fineract" : "cn")}}"}""");
        var start = loan.Terms.DisbursedOn;
        var first = random.Next(300_000, 1_000_001);
        var events = new List<LoanEvent> { new LoanDrawn { Id = "d1", Effective = start, Amount = Money.Cny(first) } };
        for (var i = 0; i < 25; i++)
        {
            var day = start.AddDays(random.Next(1, 480));
            events.Add(random.Next(12) switch
            {
                0 => new LoanDrawn { Id = $"e{i}", Effective = day, Amount = Money.OfFen(random.NextInt64(1, 40_000_000)) },
                1 => new LoanRepriced { Id = $"e{i}", Effective = day, Annual = random.Next(100, 900) / 10_000m },
                2 => new FeeCharged { Id = $"e{i}", Effective = day, Amount = Money.OfFen(random.Next(1, 500_000)) },
                3 => new LoanPrepaid { Id = $"e{i}", Effective = day, Principal = Money.OfFen(random.NextInt64(1, 30_000_000)), Effect = (PrepaymentEffect)random.Next(2), FeeRate = random.Next(3) / 100m },
                4 => new MisuseFound { Id = $"e{i}", Effective = day, Amount = Money.OfFen(random.NextInt64(0, 50_000_000)) },
                5 when random.Next(6) == 0 => new LoanWrittenOff { Id = $"e{i}", Effective = day },
                _ => new ReceiptTaken { Id = $"e{i}", Effective = day, Amount = Money.OfFen(random.NextInt64(1, 20_000_000)) },
            });
        }

        var distinct = events.GroupBy(e => e.Effective).Select(g => g.First());
        return new(loan, Lives.Policy, Lives.Classes, [.. distinct.Select(Lives.Recorded)]);
    }
}

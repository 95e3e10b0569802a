using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Reconciling;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Tests.Payments.Reconciling;

/// <summary>What holds for any lines and payments. Few different amounts, names and keys make every kind of collision.</summary>
public sealed class ReconciliationPropertyTests
{
    [Fact]
    public void Of_AnyOrderOfTheInput_GivesTheSameOutcome() => Seeds.Hold(150, random =>
    {
        var (lines, payments) = Collisions(random, random.Next(60), random.Next(60));
        var one = Reconciliation.Of(lines, payments, ReconciliationTolerance.Usual);
        random.Shuffle(lines);
        random.Shuffle(payments);
        var other = Reconciliation.Of(lines, payments, ReconciliationTolerance.Usual);
        Assert.Equal(one.Matched, other.Matched);
        Assert.Equal(one.Differing, other.Differing);
        Assert.Equal(one.UnmatchedLines, other.UnmatchedLines);
        Assert.Equal(one.Missing, other.Missing);
        Assert.Equal(one.NotBooked, other.NotBooked);
    });

    [Fact]
    public void Of_AnyInput_PutsEveryLineAndEveryPaymentInExactlyOnePlace() => Seeds.Hold(150, random =>
    {
        var (lines, payments) = Collisions(random, random.Next(80), random.Next(80));
        var outcome = Reconciliation.Of(lines, payments, new(random.Next(10)));
        var pairs = outcome.Matched.Concat(outcome.Differing).ToList();
        Assert.Equal(lines.Select(l => l.Id).Order(), pairs.Select(p => p.Line.Id).Concat(outcome.UnmatchedLines.Select(u => u.Line.Id)).Concat(outcome.NotBooked.Select(n => n.Id)).Order());
        Assert.Equal(payments.Select(p => p.Id).Order(), pairs.Select(p => p.Expected.Id).Concat(outcome.Missing.Select(m => m.Id)).Order());
        Assert.All(outcome.Matched, p => Assert.Equal((p.Expected.Amount, Differences.None), (p.Line.Line.Amount, p.Differences)));
        Assert.All(outcome.Differing, p => Assert.NotEqual(Differences.None, p.Differences));
        Assert.All(pairs, p => Assert.Equal(p.Expected.Amount.Fen < 0, p.Line.Line.Amount.Fen < 0));
        Assert.Equal(
            lines.Where(l => l.Line.Status == LineStatus.Booked).Sum(l => l.Line.Amount.Fen),
            pairs.Sum(p => p.Line.Line.Amount.Fen) + outcome.UnmatchedLines.Sum(u => u.Line.Line.Amount.Fen));
    });

    [Fact]
    public void Of_AStatementMadeFromThePayments_MatchesAll() => Seeds.Hold(100, random =>
    {
        var payments = Enumerable.Range(0, random.Next(1, 80)).Select(n => new ExpectedPayment
        {
            Id = New(random),
            Date = Day(random),
            Amount = Money.OfFen(random.NextInt64(1, 1000) * (random.Next(2) == 0 ? 1 : -1)),
            EndToEndId = $"E{n}",
            CounterpartyName = $"公司{random.Next(5)}",
        }).ToArray();
        var lines = payments.Select(p => new KeptLine(New(random), new() { Number = 1, Date = p.Date.AddDays(random.Next(3)), Amount = p.Amount, EndToEndId = p.EndToEndId, CounterpartyName = p.CounterpartyName, Place = "" })).ToArray();
        random.Shuffle(lines);
        var outcome = Reconciliation.Of(lines, payments, ReconciliationTolerance.Usual);
        Assert.Equal(payments.Length, outcome.Matched.Count);
        Assert.All(outcome.Matched, p => Assert.Equal(p.Expected.EndToEndId, p.Line.Line.EndToEndId));
    });

    [Fact]
    public void Of_ManyAlike_TakesTimeThatGrowsWithTheirNumberOnly()
    {
        var count = Repo.Long ? 200_000 : 50_000;
        var random = new Random(1);
        var payments = Enumerable.Range(0, count).Select(_ => new ExpectedPayment { Id = New(random), Date = new(2026, 11, 1), Amount = Money.Cny(1), LoanNo = "J", CounterpartyName = "甲" }).ToArray();
        var lines = Enumerable.Range(0, count).Select(_ => new KeptLine(New(random), new() { Number = 1, Date = new(2026, 11, 1), Amount = Money.Cny(1), LoanNo = "K", CounterpartyName = "甲", Place = "" })).ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var apart = Reconciliation.Of(lines, payments, ReconciliationTolerance.Usual);
        var together = Reconciliation.Of(lines.Select(l => l with { Line = l.Line with { LoanNo = "J" } }), payments, ReconciliationTolerance.Usual);
        Assert.Equal((0, count), (apart.Matched.Count, together.Matched.Count));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static (KeptLine[] Lines, ExpectedPayment[] Payments) Collisions(Random random, int lines, int payments)
    {
        string? maybe(string prefix, int of, int oneIn) => random.Next(oneIn) == 0 ? $"{prefix}{random.Next(of)}" : null;
        Money amount() => Money.OfFen(random.Next(-6, 7) * 100 + random.Next(2));
        return (
            [.. Enumerable.Range(0, lines).Select(n => new KeptLine(New(random), new()
            {
                Number = n + 1,
                Date = Day(random),
                Amount = amount(),
                Status = random.Next(10) == 0 ? LineStatus.Pending : LineStatus.Booked,
                EndToEndId = maybe("E", 20, 2),
                Reference = maybe("L", 20, 2),
                LoanNo = maybe("J", 6, 2),
                CounterpartyName = maybe("甲", 4, 1),
                CounterpartyAccount = maybe("6", 4, 2),
                Place = "",
            }))],
            [.. Enumerable.Range(0, payments).Select(_ => new ExpectedPayment
            {
                Id = New(random),
                Date = Day(random),
                Amount = amount(),
                EndToEndId = maybe("E", 20, 2),
                Reference = maybe("L", 20, 3),
                LoanNo = maybe("J", 6, 2),
                CounterpartyName = maybe("甲", 4, 1),
                CounterpartyAccount = maybe("6", 4, 2),
            })]);
    }

    private static DateOnly Day(Random random) => new DateOnly(2026, 11, 1).AddDays(random.Next(20));

    private static Guid New(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }
}

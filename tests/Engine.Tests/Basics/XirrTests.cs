using Xunit;
using Zhirong.Engine.Basics;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Basics;

public sealed class XirrTests
{
    private static readonly DateOnly Start = D("2025-01-01");

    /// <summary>quant.json xirr.cases: each row names its source.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Solve_GoldenCases_AgreeInAnyOrder(int index)
    {
        var row = Repo.Golden("quant.json").GetProperty("xirr").GetProperty("cases")[index];
        var flows = row.GetProperty("flows").EnumerateArray()
            .Select(flow => new DatedAmount(D(flow[0].GetString()!), Money.Cny(flow[1].GetDecimal())))
            .ToList();

        var outcome = Xirr.Solve(flows);
        flows.Reverse();

        Assert.Equal(row.GetProperty("recomputed_brent").GetDouble(), outcome.Root, 1e-12);

        // The calcapp page prints three decimals ("roughly 12.4 %"), the spreadsheet example nine.
        Assert.Equal(row.GetProperty("published").GetDouble(), outcome.Root, index == 1 ? 5e-4 : 1e-6);
        Assert.Equal(outcome.Root, Xirr.Solve(flows).Root);
        Assert.Equal("", outcome.Reason.En);
    }

    /// <summary>quant.json xirr.edge; (1 + r) is a root of 100 − 230/q + 132/q².</summary>
    [Fact]
    public void Solve_TwoRoots_ReportsBothAndPicksNone()
    {
        var outcome = Xirr.Solve(Flows((0, 100), (365, -230), (730, 132)));

        Assert.Equal(XirrStatus.Several, outcome.Status);
        Assert.Equal([0.1, 0.2], outcome.Roots.Select(root => Math.Round(root, 12)));
        Assert.Throws<InvalidOperationException>(() => outcome.Rate);
    }

    /// <summary>Polynomials in 1/(1 + r) written out from their roots.</summary>
    [Theory]
    [InlineData("100 -220 121", "0.1")] // a root that only touches zero
    [InlineData("1000 -3600 4310 -1716", "0.1 0.2 0.3")]
    [InlineData("-1000 3600 -4310 1716", "0.1 0.2 0.3")]
    [InlineData("100 -100 30", "")] // two changes of sign, no real root
    [InlineData("-100 0 0 133.1", "0.1")]
    [InlineData("-100 105 5.5", "0.1")]
    [InlineData("-1000 500 500", "0")]
    [InlineData("-100 1", "-0.99")]
    [InlineData("-1 101", "100")] // the upper end itself
    [InlineData("-1 101.01", "")]
    [InlineData("-10000 1", "")] // the lower end is outside
    [InlineData("-9999 1", "-0.999899989999")]
    public void Solve_YearlyFlows_FindsEveryRate(string yearly, string expected)
    {
        var amounts = yearly.Split(' ').Select((text, year) => (365 * year, decimal.Parse(text))).ToArray();

        var outcome = Xirr.Solve(Flows(amounts));

        var rates = expected.Length == 0 ? [] : expected.Split(' ').Select(double.Parse).ToArray();
        Assert.Equal(rates.Length switch { 0 => XirrStatus.None, 1 => XirrStatus.One, _ => XirrStatus.Several }, outcome.Status);
        Assert.Equal(rates.Length, outcome.Roots.Count);
        Assert.All(rates.Zip(outcome.Roots), pair => Assert.Equal(pair.First, pair.Second, 1e-10 * (1 + Math.Abs(pair.First))));
    }

    [Fact]
    public void Solve_WithoutTwoDates_SaysSo()
    {
        Assert.Same(XirrOutcome.TooFewDates, Xirr.Solve([]));
        Assert.Same(XirrOutcome.TooFewDates, Xirr.Solve(Flows((0, -100), (0, 110))));
        Assert.Same(XirrOutcome.TooFewDates, Xirr.Solve(Flows((0, -100), (365, 0))));
        Assert.Same(XirrOutcome.TooFewDates, Xirr.Solve(Flows((0, -100), (365, 5), (365, -5))));
    }

    [Fact]
    public void Solve_OneSign_SaysSo() => Assert.Same(XirrOutcome.OneSign, Xirr.Solve(Flows((0, 100), (365, 5))));

    [Fact]
    public void Solve_RateOutsideTheRange_SaysSo() =>
        Assert.Same(XirrOutcome.OutOfRange, Xirr.Solve(Flows((0, -1), (30, 1_000_000))));

    [Fact]
    public void Solve_FlowsOfOneDate_AreAddedUp() =>
        Assert.Equal(0.1m, Xirr.Solve(Flows((0, -60), (365, 100), (0, -40), (365, 10), (100, 0))).Rate);

    [Fact]
    public void Rate_IsTheRootAtTenDecimals() =>
        Assert.Equal(0.3733625335m, Xirr.Solve(Flows((0, -10000), (60, 2750), (303, 4250), (411, 3250), (456, 2750))).Rate);

    [Fact]
    public void Solve_LoanFlows_ZeroesTheNetPresentValue()
    {
        const int seed = 20260808;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 3_000; round++)
        {
            var flows = RandomLoan(random);

            var outcome = Xirr.Solve(flows);

            if (outcome.Status == XirrStatus.One)
            {
                AssertZero(flows, outcome.Root);
            }
            else
            {
                Assert.Same(XirrOutcome.OutOfRange, outcome);
            }
        }
    }

    [Fact]
    public void Solve_AnyFlows_FindsAsManyRootsAsAFineScan()
    {
        const int seed = 20260809;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var flows = Enumerable.Range(0, random.Next(3, 9))
                .Select(i => new DatedAmount(Start.AddDays((i * 400) + random.Next(300)), Money.Cny(random.Next(-1000, 1000))))
                .ToList();

            var roots = Xirr.Solve(flows).Roots;

            Assert.All(roots, root => AssertZero(flows, root));
            Assert.Equal(roots.Order(), roots);
            Assert.True(roots.Count >= CrossingsOnAGrid(flows), $"round {round}: {string.Join(' ', roots)}");
        }
    }

    [Theory]
    [InlineData(31)]
    [InlineData(101)]
    public void Solve_ManyChangesOfSign_StillFindsRates(int changes)
    {
        var flows = Flows([.. Enumerable.Range(0, changes + 1).Select(i => (30 * i, i % 2 == 0 ? -100m : 100.5m))]);

        var outcome = Xirr.Solve(flows);

        // Every pair −100, +100.5 is worth nothing at one and the same rate.
        Assert.Contains(outcome.Roots, root => Math.Abs(root - (Math.Pow(1.005, 365 / 30.0) - 1)) < 1e-9);
        Assert.All(outcome.Roots, root => AssertZero(flows, root));
    }

    private static List<DatedAmount> Flows(params (int Day, decimal Yuan)[] flows) =>
        [.. flows.Select(flow => new DatedAmount(Start.AddDays(flow.Day), Money.Cny(flow.Yuan)))];

    private static List<DatedAmount> RandomLoan(Random random)
    {
        var flows = new List<DatedAmount> { new(Start, Money.OfFen(-random.NextInt64(1, 1_000_000_000_000))) };
        var date = Start;
        for (var left = random.Next(1, 120); left > 0; left--)
        {
            date = date.AddDays(random.Next(1, 200));
            flows.Add(new(date, Money.OfFen(random.NextInt64(0, -flows[0].Amount.Fen))));
        }

        flows.Add(new(date.AddDays(1), Money.OfFen(1)));
        return flows;
    }

    private static void AssertZero(List<DatedAmount> flows, double rate)
    {
        var terms = flows.ConvertAll(flow => Present(flow, rate));
        Assert.True(Math.Abs(terms.Sum()) <= 1e-9 * terms.Sum(Math.Abs), $"NPV at {rate:R} is {terms.Sum():R}");
    }

    private static int CrossingsOnAGrid(List<DatedAmount> flows)
    {
        var signs = Enumerable.Range(1, 20_000)
            .Select(i => Math.Exp(-9.21 + (13.82 * i / 20_000)) - 1)
            .Select(rate => Math.Sign(flows.Sum(flow => Present(flow, rate))))
            .ToList();
        return signs.Zip(signs.Skip(1)).Count(pair => pair.First * pair.Second < 0);
    }

    private static double Present(DatedAmount flow, double rate) =>
        flow.Amount.Fen * Math.Pow(1 + rate, (Start.DayNumber - flow.Date.DayNumber) / 365.0);
}

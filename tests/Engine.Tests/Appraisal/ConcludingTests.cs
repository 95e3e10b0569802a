using Xunit;
using Zhirong.Engine.Appraisal.Concluding;
using Zhirong.Engine.Appraisal.Discounting;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Income;
using Zhirong.Engine.Basics;
using static Zhirong.Engine.Tests.Appraisal.Cases;

namespace Zhirong.Engine.Tests.Appraisal;

/// <summary>M10, M11, M12 and M14.</summary>
public sealed class ConcludingTests
{
    [Fact]
    public void Allocation_RemainderToTheLargest_IsTheGolden()
    {
        var parts = Allocation.Of(Money.Cny(1119.49m), [0.4m, 0.35m, 0.25m]).Value;
        Assert.Equal(["447.80", "391.82", "279.87"], parts.Select(p => p.ToString()));
        Assert.Equal(["0.03", "0.03", "0.04"], Allocation.Of(Money.OfFen(10), [0.33m, 0.33m, 0.34m]).Value.Select(p => p.ToString()));
        Assert.Equal("VAL-0301", Allocation.Of(Money.OfFen(10), [0.33m, 0.33m]).Refusals[0].Code);
    }

    [Fact]
    public void Allocation_AnyTotalAndWeights_SumsToTheTotal()
    {
        var random = new Random(20_261_128);
        for (var i = 0; i < 500; i++)
        {
            var cuts = Enumerable.Range(0, random.Next(0, 8)).Select(_ => random.Next(0, 1001)).Append(0).Append(1000).Order().ToList();
            var weights = cuts.Zip(cuts.Skip(1), (a, b) => (b - a) / 1000m).ToList();
            var total = Money.OfFen(random.NextInt64(0, 1_000_000_000_000));
            var parts = Allocation.Of(total, weights).Value;
            Assert.Equal(total.Fen, parts.Sum(p => p.Fen));
            Assert.All(parts.Zip(weights), p => Near(total.Yuan * p.Second, p.First.Yuan, 0.005m * weights.Count));
            Assert.Equal(total.Fen, Allocation.ByRank(total, weights, [5, 3, 1]).Sum(p => p.Fen));
        }
    }

    [Fact]
    public void Reconciliation_WithoutReasonOrFarApart_Speaks()
    {
        var (a, b) = (IncomeMethod.Value(Royalty(), Terms()).Value, IncomeMethod.Value(Excess(0.1m, null, 800), Terms()).Value);
        var weights = new Dictionary<string, decimal> { ["rfr"] = 0.7m, ["excess"] = 0.3m };
        var concluded = Reconciliation.Of([a, b], weights, "收益法更可靠", 1.5m).Value;
        Assert.Equal(Money.Rounded((a.Unrounded * 0.7m) + (b.Unrounded * 0.3m)), concluded.Value);
        Assert.Empty(concluded.Warnings);
        Assert.Equal("VAL-0304", Reconciliation.Of([a, b], weights, "x", 1.4m).Value.Warnings[0].Code);
        Assert.Equal("VAL-0302", Reconciliation.Of([a, b], weights, " ", 1.5m).Refusals[0].Code);
        Assert.Equal("VAL-0301", Reconciliation.Of([a, b], new Dictionary<string, decimal> { ["rfr"] = 0.7m }, "x", 1.5m).Refusals[0].Code);
        Assert.Equal("VAL-0303", Reconciliation.Of([a], weights, "x", 1.5m).Refusals[0].Code);
        Assert.Equal("VAL-0305", Reconciliation.Of([], weights, "x", 1.5m).Refusals[0].Code);
    }

    [Fact]
    public void PledgeValue_IsTheGolden()
    {
        var mid = IncomeMethod.Value(Royalty(), Terms(TimingConvention.MidPeriod)).Value.Unrounded;
        Near(856.407343m, PledgeValue.Of(mid, F("valid", 0.85m), F("sale", 0.1m), null, null).Value.Steps[0].Result);
        Near(mid * 0.765m / 1.1m, PledgeValue.Of(mid, F("valid", 0.85m), F("sale", 0.1m), F("years", 1), F("rate", 0.1m)).Value.Steps[0].Result, 1e-12m);
        Assert.Equal("VAL-0101", PledgeValue.Of(mid, F("valid", 0.85m), F("sale", 0.1m), F("years", 1), null).Refusals[0].Code);
        Assert.Equal("VAL-0102", PledgeValue.Of(mid, F("valid", 1.01m), F("sale", 0.1m), null, null).Refusals[0].Code);
    }

    [Theory]
    [InlineData("2026-12-31", TimingConvention.EndOfPeriod)]
    [InlineData("2027-12-31", TimingConvention.MidPeriod)]
    [InlineData("2028-03-31", TimingConvention.EndOfPeriod)]
    [InlineData("2029-07-31", TimingConvention.MidPeriod)]
    public void RollForward_NothingHappened_IsTheSumOfTheRemainingTerms(string date, TimingConvention timing)
    {
        var of = Royalty();
        of = of with { Share = of.Share with { YearlyDecline = 0.1m } };
        var to = DateOnly.ParseExact(date, "yyyy-MM-dd");
        var rolled = RollForward.Of(of, Terms(timing), to, []).Value;

        // By hand from the first appraisal's own table: what is left of each period, at its distance from the new date.
        var first = IncomeMethod.Value(of, Terms(timing)).Value;
        var passed = Zhirong.Engine.Appraisal.Life.EconomicLife.YearsBetween(YearEnd, to);
        var wanted = 0m;
        foreach (var flow in first.CashFlows)
        {
            var (start, end) = (flow.Period - 1m, (decimal)flow.Period);
            if (end <= passed)
            {
                continue;
            }

            var rest = start >= passed ? 1m : Rounding.Decimals((12 - to.Month) / 12m, 2);
            var shift = start >= passed ? (start + 1) - Math.Ceiling(passed) + (to.Month == 12 ? 0 : Rounding.Decimals((12 - to.Month) / 12m, 2)) : rest;
            var time = timing == TimingConvention.EndOfPeriod ? shift : shift - (rest / 2);
            wanted += flow.Income * rest * flow.Share * flow.Kept * DiscountFactor.Of(0.18m, time);
        }

        Near(wanted, rolled.TimeOnly.Unrounded, to.Month == 12 ? 1e-15m : 1.5m);
        Assert.Equal(rolled.TimeOnly.Value, rolled.Value);
    }

    [Fact]
    public void RollForward_OverAWholeYear_GrowsWhatIsLeftByOneYear()
    {
        var first = IncomeMethod.Value(Royalty(), Terms()).Value;
        var rolled = RollForward.Of(Royalty(), Terms(), new(2027, 12, 31), []).Value;
        Near(first.CashFlows.Skip(2).Sum(f => f.PresentValue) * 1.18m * 1.18m, rolled.TimeOnly.Unrounded, 1e-15m);
    }

    [Fact]
    public void RollForward_Events_EndContestRestoreAndLicense()
    {
        var to = new DateOnly(2026, 12, 31);
        ValueEvent At(ValueEventKind kind, int month, Figure? survival = null, IncomeForecast? fees = null) => new(kind, new(2026, month, 1), $"m{month}", survival, fees);
        var plain = RollForward.Of(Royalty(), Terms(), to, []).Value.Value;
        Assert.Equal(Money.Zero, RollForward.Of(Royalty(), Terms(), to, [At(ValueEventKind.Ended, 6)]).Value.Value);
        Assert.Equal(plain, RollForward.Of(Royalty(), Terms(), to, [At(ValueEventKind.Restored, 9), At(ValueEventKind.Ended, 6)]).Value.Value);
        var contested = RollForward.Of(Royalty(), Terms(), to, [At(ValueEventKind.Contested, 3, F("p", 0.6m))]).Value;
        Near(contested.TimeOnly.Unrounded * 0.6m, contested.Events[0].After, 1e-15m);
        Assert.Equal(plain, RollForward.Of(Royalty(), Terms(), to, [At(ValueEventKind.Contested, 3, F("p", 0.6m)), At(ValueEventKind.Upheld, 4)]).Value.Value);
        Assert.Equal("VAL-0101", RollForward.Of(Royalty(), Terms(), to, [At(ValueEventKind.Contested, 3)]).Refusals[0].Code);
        var licensed = RollForward.Of(Royalty(), Terms(), to, [At(ValueEventKind.Licensed, 5, fees: new("fees", 2027, [100, 100], IncomeMeasure.Fees, Source))]).Value;
        Near((85 / 1.18m) + (85 / 1.18m / 1.18m), licensed.Events[0].After - licensed.Events[0].Before, 1e-12m);
        var later = RollForward.Of(Royalty(), Terms(), to, [new(ValueEventKind.Ended, new(2027, 1, 1), "x")]).Value;
        Assert.Equal(("VAL-0601", plain), (later.Notes[0].Code, later.Value));
        Assert.Equal("VAL-0602", RollForward.Of(Royalty(), Terms(), YearEnd, []).Refusals[0].Code);
        Assert.Equal("VAL-0103", RollForward.Of(Royalty(), Terms(), new(2031, 12, 31), []).Refusals[0].Code);
    }

    [Fact]
    public void Tornado_WidestFirst_AndAgreesWithTheGrid()
    {
        var bars = Sensitivity.Tornado(Royalty(), Terms(TimingConvention.MidPeriod), 0.1m).Value;
        Assert.Equal(5, bars.Count);
        Assert.Equal(bars.Select(b => b.Width).OrderDescending(), bars.Select(b => b.Width));
        var share = bars.Single(b => b.Input.En == "share rate");
        Near(1119.4867234877563m * 0.9m, share.AtLow, 1e-9m);
        Assert.Equal("VAL-0102", Sensitivity.Tornado(Royalty(), Terms(), 1).Refusals[0].Code);
    }
}

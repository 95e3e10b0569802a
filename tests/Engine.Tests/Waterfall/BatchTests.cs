using Xunit;
using Zhirong.Engine.Tests.Waterfall.Reference;
using Zhirong.Engine.Waterfall.Batch;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>The vector path against the exact run: the same figures within rounding, on any deal.</summary>
public sealed class BatchTests(ITestOutputHelper output)
{
    private const int FirstSeed = 20_260_121;

    [Fact]
    public void Run_RandomDealsAndScenarios_EqualsTheExactRunWithinRounding()
    {
        var count = Repo.Long ? 10_000 : 400;
        var (compared, vectorised) = (0, 0);
        for (var seed = FirstSeed; seed < FirstSeed + count; seed++)
        {
            var deal = Deals.Prepare(new RandomDeal(seed).Deal).Deal!;
            var scenarios = Scenarios(deal, new Random(seed));
            var machine = new BatchMachine(deal);
            var result = machine.Run(scenarios);
            vectorised += machine.IsVectorised ? 1 : 0;
            Assert.Equal(machine.IsVectorised ? 0 : scenarios.Count, result.ExactRuns);
            compared += Compare(seed, deal, scenarios, result);
        }

        output.WriteLine($"{compared} scenarios of {count} deals from seed {FirstSeed}, {vectorised} deals vectorised");
        Assert.True(vectorised > count / 5, $"only {vectorised} of {count} deals took the vector path");
    }

    /// <summary>40 scenarios: more than one block of lanes, the last one not full.</summary>
    private static BatchScenarios Scenarios(ResolvedDeal deal, Random random)
    {
        var obligors = deal.Definition.Pool.Obligors.Count;
        var groups = random.Next(1, Math.Min(3, obligors + 1));
        var scenarios = new BatchScenarios(deal, 40, [.. Enumerable.Range(0, obligors).Select(i => i < groups ? i : random.Next(groups))]);
        for (var group = 0; group < groups; group++)
        {
            scenarios.SetLag(group, random.Next(4));
            for (var i = 0; i < scenarios.Count; i++)
            {
                scenarios.DefaultRates(group)[i] = random.Next(3) == 0 ? 0 : Math.Round(random.NextDouble() * 0.3, 4);
                scenarios.PrepaymentRates(group)[i] = random.Next(3) == 0 ? 0 : Math.Round(random.NextDouble() * 0.2, 4);
                scenarios.Recoveries(group)[i] = Math.Round(random.NextDouble(), 3);
            }
        }

        for (var i = 0; i < scenarios.Count; i++)
        {
            if (random.Next(2) == 0)
            {
                scenarios.AddDefault(i, random.Next(obligors), random.Next(1, deal.PeriodCount + 1), Math.Round(random.NextDouble(), 2), random.Next(4));
            }
        }

        return scenarios;
    }

    private static int Compare(int seed, ResolvedDeal deal, BatchScenarios scenarios, BatchResult result)
    {
        var exact = new ExactMachine(deal);

        // Every instalment and every line may be off by half a fen on every date.
        var tolerance = 0.005 * deal.PeriodCount * (deal.Definition.Pool.Obligors.Count + deal.Lines.Count + 20);
        for (var i = 0; i < scenarios.Count; i++)
        {
            using var run = exact.Run(ResolvedScenario.Bind(scenarios.Exact(i), deal).Value);
            foreach (var (what, want, got) in Pairs(deal, run, result, i))
            {
                Assert.True(Math.Abs(want - got) <= tolerance, $"seed {seed} scenario {i} {what}: exact {want}, batch {got}");
            }
        }

        return scenarios.Count;
    }

    private static IEnumerable<(string What, double Exact, double Batch)> Pairs(ResolvedDeal deal, DealRun run, BatchResult result, int i)
    {
        var summaries = DealSummary.Of(run);
        for (var t = 0; t < summaries.Count; t++)
        {
            yield return ($"{summaries[t].Tranche}.interest", (double)summaries[t].Interest.Yuan, result.InterestEstimate(t)[i]);
            yield return ($"{summaries[t].Tranche}.principal", (double)summaries[t].Principal.Yuan, result.PrincipalEstimate(t)[i]);
            yield return ($"{summaries[t].Tranche}.residual", (double)summaries[t].Residual.Yuan, result.ResidualEstimate(t)[i]);
            yield return ($"{summaries[t].Tranche}.balance", run.BalanceFen(deal.PeriodCount - 1, t) / 100.0, result.UnpaidEstimate(t)[i]);
            yield return ($"{summaries[t].Tranche}.wal × principal", (double)((summaries[t].AverageLife ?? 0) * summaries[t].Principal.Yuan) / 1e6, result.AverageLifeEstimate(t)[i] * result.PrincipalEstimate(t)[i] / 1e6);
        }

        for (var s = 0; s < deal.Definition.Supports.Count; s++)
        {
            yield return ($"{deal.Definition.Supports[s].Id} drawn", Enumerable.Range(0, deal.PeriodCount).Sum(k => run.DrawnFen(k, s)) / 100.0, result.DrawnEstimate(s)[i]);
        }

        yield return ("defaulted", run.Period(deal.PeriodCount - 1).CumulativeDefaulted / 100.0, result.DefaultedEstimate[i]);
    }

    [Fact]
    public void Run_OrderOfPaymentsChanged_NumbersChangeAndStillEqualTheExactRun()
    {
        var text = Repo.Read("bench", "deal-11x36.yaml");
        var swapped = text.With("{do: pay_principal, what: [A], amount: all}", "{do: pay_principal, what: [B], amount: all }")
            .With("{do: pay_principal, what: [B], amount: all}", "{do: pay_principal, what: [A], amount: all}");
        var (before, after) = (Loss(text), Loss(swapped));
        Assert.True(before.A < 1 && before.B > 1_000_000, $"A first: A loses {before.A}, B {before.B}");
        Assert.True(after.B < 1 && after.A > 1_000_000, $"B first: A loses {after.A}, B {after.B}");
    }

    [Fact]
    public void Run_IntoAnEarlierResult_OverwritesAllOfIt()
    {
        var deal = Deals.Prepare(Repo.Read("bench", "deal-11x36.yaml")).Deal!;
        var machine = new BatchMachine(deal);
        var (calm, stressed) = (new BatchScenarios(deal, 70), new BatchScenarios(deal, 70));
        stressed.DefaultRates().Fill(0.25);
        var reused = machine.Run(calm, machine.Run(stressed));
        var fresh = machine.Run(calm);
        for (var t = 0; t < deal.Definition.Tranches.Count; t++)
        {
            Assert.Equal(fresh.InterestEstimate(t).ToArray(), reused.InterestEstimate(t).ToArray());
            Assert.Equal(fresh.UnpaidEstimate(t).ToArray(), reused.UnpaidEstimate(t).ToArray());
            Assert.Equal(fresh.AverageLifeEstimate(t).ToArray(), reused.AverageLifeEstimate(t).ToArray());
        }

        Assert.Equal(fresh.DefaultedEstimate.ToArray(), reused.DefaultedEstimate.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => machine.Run(new BatchScenarios(deal, 3), fresh));
    }

    /// <summary>What A and B lose at 10 % defaults a year without recovery, the same in both machines.</summary>
    private static (double A, double B) Loss(string text)
    {
        var deal = Deals.Prepare(text).Deal!;
        var scenarios = new BatchScenarios(deal, 1);
        scenarios.DefaultRates()[0] = 0.10;
        var machine = new BatchMachine(deal);
        Assert.True(machine.IsVectorised);
        var result = machine.Run(scenarios);
        Compare(0, deal, scenarios, result);
        return (result.UnpaidEstimate(0)[0], result.UnpaidEstimate(1)[0]);
    }
}

using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Batch;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;

namespace Zhirong.Host.Bench;

/// <summary>Times the deal kernel on a deal file read, checked and resolved the way users' files are.</summary>
internal static class DealBench
{
    /// <summary>
    /// Hastructure 0.52, the strongest open engine for such deals: 97 deals a second at 36 months (docs/internals/performance.md).
    /// </summary>
    private const double PeerMicroseconds = 1e6 / 97;

    private const int Scenarios = 40_000;

    public static IEnumerable<BenchLine> Run()
    {
        var deal = Load("deal-11x36.yaml");
        var (seconds, bytes) = Exact(deal);
        yield return new("deal.exact", seconds * 1e6, PeerMicroseconds, "us");
        yield return new("deal.exact.alloc", bytes, null, "bytes");
        var limit = Limit.Figure("w2", "cpp-limit");
        (seconds, bytes) = Batch(deal);
        yield return new("deal.batch", seconds * 1e9, limit, "ns");
        yield return new("deal.batch.alloc", bytes, null, "bytes");

        // The same pool under another order of payments: fees and interest share, principal pro rata, a trigger, a reserve.
        (seconds, _) = Batch(Load("deal-11x36-other-order.yaml"));
        yield return new("deal.batch.other-order", seconds * 1e9, limit, "ns");
    }

    public static ResolvedDeal Load(string file) =>
        DealPreparation.From(File.ReadAllBytes(Path.Combine(Home.Folder, "bench", file)), null, Home.Holidays()).Deal
        ?? throw new InvalidOperationException($"bench/{file} cannot be resolved.");

    /// <summary>One different default each run; every run keeps its full trace.</summary>
    private static (double Seconds, double Bytes) Exact(ResolvedDeal deal)
    {
        const int Runs = 2000;
        var machine = new ExactMachine(deal);
        var obligors = deal.Definition.Pool.Obligors.Count;
        return Stopwatches.PerUnit(
            () =>
            {
                for (var i = 0; i < Runs; i++)
                {
                    using var run = machine.Run(ResolvedScenario.OneDefault(i % obligors, 1 + (i % deal.PeriodCount), 0.4m, 6));
                }
            },
            Runs);
    }

    /// <summary>The rates of work item W2: default 0.2 % × (s mod 100), prepayment 0.1 % × (s mod 50), 40 % back after six months.</summary>
    private static (double Seconds, double Bytes) Batch(ResolvedDeal deal)
    {
        var machine = new BatchMachine(deal);
        var scenarios = new BatchScenarios(deal, Scenarios);
        scenarios.SetLag(0, 6);
        var result = machine.Run(scenarios);
        return Stopwatches.PerUnit(
            () =>
            {
                Rates(scenarios);
                machine.Run(scenarios, result);
            },
            Scenarios);
    }

    private static void Rates(BatchScenarios scenarios)
    {
        var defaults = scenarios.DefaultRates();
        var prepayments = scenarios.PrepaymentRates();
        var recoveries = scenarios.Recoveries();
        for (var s = 0; s < Scenarios; s++)
        {
            defaults[s] = .002 * (s % 100);
            prepayments[s] = .001 * (s % 50);
            recoveries[s] = .4;
        }
    }
}

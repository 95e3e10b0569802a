using System.Text.Json;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Tests.Waterfall.Reference;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>The machine against a second interpreter written from the contract, on deals drawn from seeds.</summary>
public sealed class ReferenceTests(ITestOutputHelper output)
{
    private const int FirstSeed = 20_260_120;

    [Fact]
    public void Run_RandomDeals_AgreesWithTheSecondInterpreter()
    {
        var count = Repo.Long ? 20_000 : 600;
        var failures = new List<string>();
        for (var seed = FirstSeed; seed < FirstSeed + count && failures.Count < 5; seed++)
        {
            if (Difference(new RandomDeal(seed)) is { } difference)
            {
                failures.Add($"seed {seed}: {difference}");
            }
        }

        output.WriteLine($"{count} deals from seed {FirstSeed}");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Theory]
    [InlineData("nb_base")]
    [InlineData("nb_one_default")]
    [InlineData("ct_base")]
    [InlineData("ct_topup_then_repaid")]
    public void Reference_GoldenRuns_AgreesToo(string name)
    {
        var golden = Repo.Golden("deal-runs.json").GetProperty(name);
        var deal = golden.GetProperty("deal").GetString() == "CTEX-1" ? Deals.Ctex : Deals.Ningbo;

        Assert.Null(Difference(deal, GoldenRunTests.Scenario(golden.GetProperty("scenario"))));
    }

    private static string? Difference(RandomDeal random) => Difference(random.Deal, random.Scenario);

    /// <summary>The first figure on which both disagree; null when they agree.</summary>
    internal static string? Difference(string deal, string scenario)
    {
        var prepared = Deals.Prepare(deal, scenario);
        if (prepared.Deal is null)
        {
            var refusals = prepared.ShapeRefusals.Concat(prepared.Findings.Where(f => f.Severity == Severity.Error));
            return "not run: " + string.Join(" | ", refusals.Select(r => $"{r.Path} {r.Code} {r.Sentence(Language.En)}"));
        }

        var engine = Deals.Run(deal, scenario);
        var reference = new ReferenceRun(prepared.Definition!, ScenarioReader.Read(DocReader.Read(scenario).Value).Value);
        for (var k = 0; k < reference.Dates.Count; k++)
        {
            if (Compare(engine.GetProperty("periods")[k], reference, k) is { } difference)
            {
                return $"k={k + 1} {difference}";
            }
        }

        return Summary(engine.GetProperty("summary"), prepared.Definition!, reference);
    }

    private static string? Compare(JsonElement ours, ReferenceRun reference, int k)
    {
        var (pool, date) = (reference.Pool, reference.Dates[k]);
        var balances = date.After.Balance.Concat(date.After.Support);
        return Amount("interest collected", ours.Yuan("collected", "interest"), pool.Interest[k])
            ?? Amount("principal collected", ours.Yuan("collected", "principal"), pool.Principal[k])
            ?? Amount("recovery", ours.Yuan("collected", "recovery"), pool.Recovery[k])
            ?? Amount("defaulted", ours.Yuan("defaulted"), pool.Defaulted[k])
            ?? (ours.GetProperty("mode").GetString() == date.Mode.Word() ? null : $"mode: engine {ours.GetProperty("mode")}, reference {date.Mode.Word()}")
            ?? Section("drawn", ours, date.Drawn)
            ?? Section("paid", ours, date.Paid)
            ?? Section("unpaid", ours, date.Unpaid)
            ?? balances.Select(b => Amount($"balance {b.Key}", ours.GetProperty("balances").TryGetProperty(b.Key, out _) ? ours.Yuan("balances", b.Key) : ours.Yuan("balances", $"{b.Key}.claim"), b.Value)).FirstOrDefault(d => d is not null)
            ?? Amount("carried", ours.Yuan("carriedCash"), date.After.Cash.Values.Sum())
            ?? Amount("check", ours.Yuan("check"), 0)
            ?? Amount("written off", ours.TryGetProperty("writtenOff", out _) ? ours.Yuan("writtenOff") : 0, date.WrittenOff);
    }

    private static string? Section(string name, JsonElement period, Dictionary<string, decimal> expected)
    {
        var ours = period.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => decimal.Parse(p.Value.GetString()!));
        return ours.Keys.Union(expected.Keys).Order(StringComparer.Ordinal)
            .Select(key => !ours.TryGetValue(key, out var engine) ? $"{name} {key} only in the reference"
                : !expected.TryGetValue(key, out var reference) ? $"{name} {key} only in the engine"
                : Amount($"{name} {key}", engine, reference))
            .FirstOrDefault(d => d is not null);
    }

    private static string? Summary(JsonElement ours, DealDefinition deal, ReferenceRun reference)
    {
        foreach (var tranche in deal.Tranches)
        {
            decimal Sum(string field) => reference.Dates.Sum(d => d.Paid.GetValueOrDefault($"{tranche.Id}.{field}"));
            var (summary, last) = (ours.GetProperty(tranche.Id), reference.Dates[^1]);
            var life = Enumerable.Range(0, reference.Dates.Count)
                .Sum(k => reference.Dates[k].Paid.GetValueOrDefault($"{tranche.Id}.principal") * (deal.Dates.PaymentDates[k].DayNumber - deal.Dates.Closing.DayNumber));
            var difference = Amount($"{tranche.Id} interest", summary.Yuan("interest"), Sum("interest"))
                ?? Amount($"{tranche.Id} principal", summary.Yuan("principal"), Sum("principal"))
                ?? Amount($"{tranche.Id} unpaid", summary.Yuan("unpaid"), last.After.Balance[tranche.Id] + last.After.Interest[tranche.Id])
                ?? (Sum("principal") == 0 ? null : Amount($"{tranche.Id} wal", summary.Yuan("wal"), Math.Round(life / Sum("principal") / 365, 4, MidpointRounding.AwayFromZero)));
            if (difference is not null)
            {
                return $"summary {difference}";
            }
        }

        return null;
    }

    private static string? Amount(string what, decimal engine, decimal reference) =>
        engine == reference ? null : $"{what}: engine {engine}, reference {reference}";
}

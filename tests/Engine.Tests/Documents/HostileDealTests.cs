using System.Diagnostics;
using System.Text;
using Xunit;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Tests.Waterfall;
using Zhirong.Engine.Tests.Waterfall.Reference;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;

namespace Zhirong.Engine.Tests.Documents;

/// <summary>Files nobody should send: each is refused with a place, or runs; nothing throws and nothing takes long.</summary>
public sealed class HostileDealTests : IDisposable
{
    private const string Typed = "{}[]:,-&*!|>'\"%@`#? \n\t0123456789aA.~<=\\ué中";

    private readonly List<string> faults = [];

    /// <summary>Every fault of a test at once: they are met one by one otherwise.</summary>
    public void Dispose() => Assert.True(faults.Count == 0, $"{faults.Count} faults\n" + string.Join('\n', faults.Take(40)));

    private static readonly string[] Nasty =
    [
        "", "~", "null", "true", "no", "-1", "-0.01", "0", "0.00", "1", "1e0", "1e-12", "1e15", "999999999999999.99", "1000000000000000", "0.001", "1e28", "7e28", "1e99", "-7e28",
        "NaN", ".inf", "-.inf", "0x10", "1_000", "1,000", "٣", "0.333333333333333333333333333", "33.33333333333333333333333333", "2023-02-29", "2024-02-29", "1989-12-31", "2199-12-31", "2200-01-01",
        "9999-12-31", "0001-01-01", "9999Y", "9999M", "9999D", "1D", "1Y", "0M", "A", "SUB", "A.balance", "A.balance / 0 > 1", "not not not true", "AAA", "tax", "vat", "topup", "accelerated", "all",
        "residual", "pass_through", "level", "discount", "schedule", "ACT/ACT ICMA", "30E/360 ISDA", "ACT/ACT", "half_even", "unlimited", "nominal/1", "nominal/366", "advance", "at_maturity", "each_period",
        "🀄", "\0", "\ud800", "a\nb", "   at x", "'", "\"", "{", "}}", "%", "&a", "*a", "!!x",
    ];

    [Theory]
    [InlineData("S01")]
    [InlineData("S05")]
    public void Prepare_EachValueReplacedByEachNastyOne_RefusesOrRuns(string folder)
    {
        var root = DocReader.Read(Repo.Read("cases", folder, "deal.yaml")).Value;
        var places = Places(root, []).ToList();
        var clock = Stopwatch.StartNew();
        foreach (var (path, node) in places)
        {
            // The obligors are all alike: the first speaks for the others.
            if (path.Length > 3 && path[0] == "pool" && path[1] == "obligors" && path[2] != "0")
            {
                continue;
            }

            foreach (var (value, name) in Values(node))
            {
                Try($"{string.Join('.', path)} = {name}", () => DealPreparation.From(Replace(root, path, 0, value), ScenarioDefinition.Base, null, Deals.Holidays));
            }
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{places.Count} places took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("S01")]
    [InlineData("S05")]
    public void Prepare_FileCutAtEvery97thByte_RefusesWithAPlace(string folder)
    {
        var bytes = Encoding.UTF8.GetBytes(Repo.Read("cases", folder, "deal.yaml"));
        var whole = 0;
        for (var length = 0; length < bytes.Length; length += 97)
        {
            var cut = bytes.AsMemory(0, length);
            whole += Try($"first {length} bytes", () => DealPreparation.From(cut, null, Deals.Holidays)) ? 1 : 0;
        }

        // Only papers stand behind the last order of payments: what is cut there still runs.
        Assert.InRange(whole, 0, 3);
    }

    [Fact]
    public void Prepare_RandomBytes_RefusesWithAPlace()
    {
        const int Seed = 20_260_507;
        for (var seed = Seed; seed < Seed + (Repo.Long ? 20_000 : 400); seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            if (random.Next(2) == 0)
            {
                bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 200)).Select(_ => Typed[random.Next(Typed.Length)])));
            }

            Assert.False(Try($"seed {seed}", () => DealPreparation.From(bytes, null, Deals.Holidays)));
        }
    }

    [Theory]
    [InlineData("S01")]
    [InlineData("S05")]
    public void Prepare_BytesOfAFoundingDealChanged_RefusesOrRuns(string folder)
    {
        const int Seed = 3_026_031;
        var whole = Encoding.UTF8.GetBytes(Repo.Read("cases", folder, "deal.yaml"));
        for (var seed = Seed; seed < Seed + (Repo.Long ? 20_000 : 800); seed++)
        {
            var random = new Random(seed);
            var bytes = whole.ToArray();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)(random.Next(3) == 0 ? random.Next(256) : Typed[random.Next(Typed.Length)]);
            }

            Try($"seed {seed}", () => DealPreparation.From(bytes, null, Deals.Holidays));
        }
    }

    /// <summary>Several values of random deals at once: rates, times and amounts in combinations nobody thought of.</summary>
    [Fact]
    public void Prepare_RandomDealWithNastyValues_RefusesOrRuns()
    {
        const int Seed = 5_026_001;
        for (var seed = Seed; seed < Seed + (Repo.Long ? 50_000 : 2_500); seed++)
        {
            var random = new Random(seed);
            var drawn = new RandomDeal(seed);
            var root = DocReader.Read(drawn.Deal).Value;
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                var places = Places(root, []).Where(p => p.Node is DocScalar).ToList();
                var (path, node) = places[random.Next(places.Count)];
                root = Replace(root, path, 0, new DocScalar(Nasty[random.Next(Nasty.Length)], false, node.Line, node.Column));
            }

            var scenario = ScenarioReader.Read(DocReader.Read(drawn.Scenario).Value).Value;
            Try($"seed {seed}", () => DealPreparation.From(root, scenario, DocReader.Read(drawn.Scenario).Value, Deals.Holidays));
        }
    }

    private static IEnumerable<(DocNode? Value, string Name)> Values(DocNode node)
    {
        foreach (var text in Nasty)
        {
            yield return (new DocScalar(text, false, node.Line, node.Column), text);
        }

        yield return (new DocList([new DocScalar("A", false, node.Line, node.Column)], node.Line, node.Column), "a list");
        yield return (new DocList([], node.Line, node.Column), "an empty list");
        yield return (new DocMap([new("x", node.Line, node.Column, new DocList([], node.Line, node.Column))], node.Line, node.Column), "a map");
        yield return (null, "nothing");
    }

    /// <summary>True when the deal ran. A refusal must name a place, what was found and what was expected.</summary>
    private bool Try(string what, Func<DealPreparation> prepare)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var prepared = prepare();
            foreach (var refusal in prepared.ShapeRefusals.Concat(prepared.Findings))
            {
                Assert.True(refusal is { Line: > 0, Column: > 0, Code.Length: > 0, Found.Length: > 0, Expected.En.Length: > 0, Expected.Zh.Length: > 0 }, $"{what}: {refusal}");
            }

            if (prepared.Deal is null)
            {
                Assert.True(prepared.ShapeRefusals.Count > 0 || prepared.HasLintErrors, $"{what}: no deal and no reason");
                return false;
            }

            using var run = new ExactMachine(prepared.Deal).Run(prepared.Scenario!);
            using var json = System.Text.Json.JsonDocument.Parse(Deals.Json(run));
            Assert.All(Enumerable.Range(0, prepared.Deal.PeriodCount), k => Assert.Equal(0, run.Period(k).Check));
            return true;
        }
        catch (Exception problem)
        {
            faults.Add($"{what}: {problem.GetType().Name} {problem.Message} {problem.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Zhirong.Engine", StringComparison.Ordinal))?.Trim()}");
            return false;
        }
        finally
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(5))
            {
                faults.Add($"{what} took {clock.Elapsed}");
            }
        }
    }

    private static IEnumerable<(string[] Path, DocNode Node)> Places(DocNode node, string[] path)
    {
        var children = node switch
        {
            DocMap map => map.Entries.Select(e => (e.Key, e.Value)),
            DocList list => list.Items.Select((item, n) => ($"{n}", item)),
            _ => [],
        };
        return (path.Length > 0 ? new[] { (path, node) } : []).Concat(children.SelectMany(c => Places(c.Item2, [.. path, c.Item1])));
    }

    private static DocNode Replace(DocNode node, string[] path, int depth, DocNode? with) => node switch
    {
        DocMap map => map with
        {
            Entries = [.. map.Entries.Where(e => with is not null || depth < path.Length - 1 || e.Key != path[depth])
                .Select(e => e.Key != path[depth] ? e : e with { Value = depth == path.Length - 1 ? with! : Replace(e.Value, path, depth + 1, with) })],
        },
        DocList list => list with
        {
            Items = [.. list.Items.Select((item, n) => (item, n)).Where(i => with is not null || depth < path.Length - 1 || $"{i.n}" != path[depth])
                .Select(i => $"{i.n}" != path[depth] ? i.item : depth == path.Length - 1 ? with! : Replace(i.item, path, depth + 1, with))],
        },
        _ => node,
    };
}

using System.Diagnostics;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Appraisal.Options;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Appraisal.Simulation;

namespace Zhirong.Host.Bench;

/// <summary>Times the appraisal's kernels on the work items w3 and w4 of <c>bench/limit</c>, through the requests and rubrics users write.</summary>
internal static class ValuationBench
{
    private const int Paths = 10_000;
    private const int Assets = 100;
    private const int Patents = 5_000_000;

    /// <summary>Rescoring five million with vetoes and grades on two cores, as asked.</summary>
    private const double RescoreSeconds = 2;

    public static IEnumerable<BenchLine> Run()
    {
        foreach (var line in Royalty().Concat(Tree()).Concat(Regression()).Concat(Rescore()))
        {
            yield return line;
        }
    }

    /// <summary>Ours and the anchors in turn, three times, and the median of each: what else the machine does meets both sides.</summary>
    private static (double[] Ours, double?[] Anchors) InTurn(string item, string[] engines, params Func<double>[] ours)
    {
        const int Turns = 3;
        var (mine, theirs) = (ours.Select(_ => new List<double>()).ToArray(), engines.Select(_ => new List<double>()).ToArray());
        for (var turn = 0; turn < Turns; turn++)
        {
            var lines = Limit.Lines(item);
            for (var e = 0; e < engines.Length; e++)
            {
                theirs[e].AddRange(lines.Select(l => Limit.Read(l, engines[e])).OfType<double>());
            }

            for (var o = 0; o < ours.Length; o++)
            {
                mine[o].Add(ours[o]());
            }
        }

        return ([.. mine.Select(Median)], [.. theirs.Select(t => t.Count == 0 ? default(double?) : Median(t))]);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static IEnumerable<BenchLine> Royalty()
    {
        IncomeModel[] models = [.. Enumerable.Range(0, Assets).Select(a => Model((ulong)a))];
        var simulation = new IncomeSimulation(Paths) { LowPart = 0.1, HighPart = 0.9 };
        var common = new CommonDraws(1, Paths);
        var sum = 0.0;
        var (ours, anchors) = InTurn(
            "w3a",
            ["cpp-limit", "cpp-limit-crn"],
            () => ThreadClock.PerUnit(
                () =>
                {
                    for (var a = 0; a < Assets; a++)
                    {
                        sum += simulation.Run(models[a], 1, (ulong)a).Middle;
                    }
                },
                Assets * simulation.Paths),
            () => ThreadClock.PerUnit(
                () =>
                {
                    foreach (var model in models)
                    {
                        sum += simulation.Run(model, common).Middle;
                    }
                },
                Assets * simulation.Paths));
        yield return new("valuation.royalty", ours[0] * 1e9, anchors[0], "ns");
        yield return new("valuation.royalty.common", ours[1] * 1e9, anchors[1], "ns");
        Debug.Assert(sum > 0);
    }

    /// <summary>The request's model with the inputs of one of the anchor's assets.</summary>
    private static IncomeModel Model(ulong asset)
    {
        var parameters = Home.Appraisal();
        var request = ValueRequestReader.Read(File.ReadAllBytes(Path.Combine(Home.Folder, "bench", "royalty.yaml")), parameters).Value;
        var value = GroupAppraisal.Of(request, parameters).Value;
        var model = UncertainIncome.Of((Engine.Appraisal.Income.IncomeCase)request.Methods[0], value.Methods[0], request.Simulation!);
        return model with
        {
            Revenue = 1 + (99 * Input(asset, 0)),
            Years = 5 + (int)(15 * Input(asset, 1)),
            Growth = model.Growth with { Mean = .02 + (.10 * Input(asset, 2)) },
            Royalty = .01 + (.05 * Input(asset, 3)),
            Rate = model.Rate with { Mean = .10 + (.08 * Input(asset, 4)) },
            Share = new(.2 + (.6 * Input(asset, 5)), 0.1),
        };
    }

    /// <summary>The inputs of spec.h: a hash of asset and input in [0, 1).</summary>
    private static double Input(ulong asset, ulong input)
    {
        var x = (asset * 64) + input + 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return ((x ^ (x >> 31)) >> 11) * (1.0 / (1L << 53));
    }

    private static IEnumerable<BenchLine> Tree()
    {
        const int Options = 200;
        var tree = new BinomialTree();
        var (ours, anchors) = InTurn("w3b", ["cpp-limit"], () => ThreadClock.PerUnit(
            () =>
            {
                for (var i = 0; i < Options; i++)
                {
                    tree.Estimate(new(OptionSide.Put, 36 + (i * 1e-9), 40, .06, 0, .2, 1), 500, ExerciseStyle.American);
                }
            },
            Options));
        yield return new("valuation.tree", ours[0] * 1e6, anchors[0], "us");
    }

    private static IEnumerable<BenchLine> Regression()
    {
        var simulation = new LongstaffSchwartz();
        var seed = 0UL;
        var (ours, anchors) = InTurn("w3c", ["cpp-limit"], () => ThreadClock.PerUnit(() => simulation.Of(new(OptionSide.Put, 36, 40, .06, 0, .2, 1), 100_000, 50, ++seed), 1));
        yield return new("valuation.regression", ours[0] * 1e3, anchors[0], "ms");
    }

    private static IEnumerable<BenchLine> Rescore()
    {
        var rubric = RubricReader.Read(File.ReadAllBytes(Path.Combine(Home.Folder, "bench", "rubric-27.yaml"))).Value;
        var columns = new ScoreColumns(rubric, Patents);
        for (var k = 0; k < rubric.Indicators.Count; k++)
        {
            var column = columns.Column(k);
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = Raw((uint)((i * 27L) + k));
            }
        }

        var rescoring = new Rescoring(rubric, rubric.Scenarios[0]);
        var result = rescoring.Run(columns);
        var (ours, anchors) = InTurn("w4", ["cpp-readonly", "cpp-limit"], () => ThreadClock.PerUnit(() => rescoring.Run(columns, result), Patents));
        yield return new("valuation.rescore", ours[0] * 1e9, anchors[0], "ns");
        yield return new("valuation.rescore.limit", ours[0] * 1e9, anchors[1], "ns");
        yield return new("valuation.rescore.memory", columns.Bytes + (Patents * 5L), null, "bytes");

        for (var i = 0; i < Patents; i += 97)
        {
            columns.Vetoes[i] = 1;
            columns.Column(i % 27)[i] = float.NaN;
        }

        const int Half = Patents / 32 * 16;
        var whole = Stopwatches.PerUnit(() => Parallel.Invoke(() => rescoring.Run(columns, result, 0, Half), () => rescoring.Run(columns, result, Half, Patents)), 1).Seconds;
        yield return new("valuation.rescore.two-cores", whole, RescoreSeconds, "s");
    }

    private static float Raw(uint x)
    {
        var h = x * 2654435761u;
        h ^= h >> 15;
        h *= 2246822519u;
        h ^= h >> 13;
        return (h >> 8) * (1f / (1 << 24));
    }
}

using System.Runtime.Intrinsics;
using Xunit;
using Zhirong.Engine.Appraisal.Options;
using Zhirong.Engine.Appraisal.Simulation;
using static Zhirong.Engine.Tests.Appraisal.Cases;

namespace Zhirong.Engine.Tests.Appraisal;

/// <summary>M13: the vector path against plain arithmetic, and quantiles against a sort.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private static IncomeModel Model => new()
    {
        Revenue = 60,
        Years = 12,
        Growth = new(0.06, 0.03),
        GrowthFade = 0.9,
        Royalty = 0.03,
        RoyaltySpread = 0.25,
        Rate = new(0.14, 0.015),
        Erosion = new(0.05, 0.02),
        Share = new(0.5, 0.1),
        Kept = 0.75,
    };

    private static IncomeModel Forecast => Model with { Growth = new(0, 0.03), Forecast = [(0.25, 20), (1.25, 70), (2.25, 80), (3.0, 60)] };

    [Fact]
    public void Run_WithoutDeviation_IsThePlainValueOnEveryPath()
    {
        foreach (var (model, mid) in new[] { (Model, true), (Model, false), (Forecast, true) })
        {
            var certain = model with { Growth = model.Growth with { Deviation = 0 }, RoyaltySpread = 0, Rate = new(0.14, 0), Erosion = new(0.05, 0), Share = new(0.5, 0), Mid = mid };
            var value = new IncomeSimulation(1600).Run(certain, 5);
            var within = certain.AtTheMiddle() * 1e-6;
            Near(certain.AtTheMiddle(), value.Mean, within);
            Near(certain.AtTheMiddle(), value.Low, within);
            Near(certain.AtTheMiddle(), value.High, within);
            Near(0, value.Deviation, 1e-6);
        }
    }

    /// <summary>Every draw of the vector path again in plain arithmetic with AS 241 normals: means, quantiles and deviation.</summary>
    [Fact]
    public void Run_InVectors_IsThePlainSimulationOfTheSameDraws()
    {
        const int Paths = 4000;
        foreach (var model in new[] { Model, Model with { Mid = false, Years = 1 }, Forecast })
        {
            var simulation = new IncomeSimulation(Paths);
            var fresh = simulation.Run(model, 77, 3);
            var plain = new List<double>();
            var draws = new Draws(77, 3);
            for (var from = 0; from < Paths; from += IncomeSimulation.Block)
            {
                var count = Math.Min(IncomeSimulation.Block, Paths - from);
                var z = Enumerable.Range(0, 5).Select(_ => new double[count]).ToArray();
                for (var cell = 0; cell < 5 * count; cell += 16)
                {
                    var words = draws.Next();
                    for (var lane = 0; lane < 16; lane++)
                    {
                        z[cell / count][(cell % count) + lane] = NormalCurve.Quantile((words[lane] * (1.0 / 4294967296.0)) + (1.0 / 8589934592.0));
                    }
                }

                for (var i = 0; i < count; i++)
                {
                    plain.Add(model.Value(
                        model.Growth.Mean + (model.Growth.Deviation * z[0][i]),
                        model.Royalty * Math.Exp(model.RoyaltySpread * z[1][i]),
                        Math.Max(model.LeastRate, model.Rate.Mean + (model.Rate.Deviation * z[2][i])),
                        Math.Clamp(model.Erosion.Mean + (model.Erosion.Deviation * z[3][i]), 0, model.MostErosion),
                        Math.Clamp(model.Share.Mean + (model.Share.Deviation * z[4][i]), 0, 1)));
                }
            }

            plain.Sort();
            Near(plain.Average(), fresh.Mean, plain.Average() * 1e-6);
            Near(plain[Paths / 20], fresh.Low, 3e-5);
            Near(plain[Paths / 2], fresh.Middle, 3e-5);
            Near(plain[Paths * 19 / 20], fresh.High, 3e-5);
            Near(Math.Sqrt(plain.Select(v => v * v).Average() - (plain.Average() * plain.Average())), fresh.Deviation, 1e-5);
            output.WriteLine($"mean {fresh.Mean:0.00000} P5 {fresh.Low:0.00000} P50 {fresh.Middle:0.00000} P95 {fresh.High:0.00000}");
        }
    }

    /// <summary>Words from one end to the other, the last of each end among them, against AS 241.</summary>
    [Fact]
    public void Quantile_OfWords_IsTheInverseNormal()
    {
        var (most, mostAtTheEnds, words) = (0.0, 0.0, new uint[16]);
        for (var block = 0; block < 4096; block++)
        {
            for (var lane = 0; lane < 16; lane++)
            {
                var at = (uint)((block * 16) + lane);
                words[lane] = block < 16 ? at : block < 32 ? uint.MaxValue - at : at * 65_537u;
            }

            var found = Lanes.NormalQuantile(Vector512.Create<uint>(words));
            for (var lane = 0; lane < 16; lane++)
            {
                var wanted = NormalCurve.Quantile((words[lane] * (1.0 / 4294967296.0)) + (1.0 / 8589934592.0));
                var away = Math.Abs(found[lane] - wanted) / Math.Max(1e-3, Math.Abs(wanted));
                (most, mostAtTheEnds) = Math.Abs(wanted) < 5.3 ? (Math.Max(most, away), mostAtTheEnds) : (most, Math.Max(mostAtTheEnds, away));
            }
        }

        output.WriteLine($"most {most:0.00e+0}, beyond 5.3 deviations {mostAtTheEnds:0.00e+0}");
        Assert.True(most < 2e-6 && mostAtTheEnds < 5e-4);
    }

    [Fact]
    public void Exponentials_OfFloatsAndOfPairs_AreThoseOfDoubles()
    {
        for (var x = -20.0; x < 20; x += 0.37)
        {
            var wide = (float)x;
            Assert.Equal(1, Lanes.Exp(Vector512.Create(wide))[0] / Math.Exp(wide), 5e-7);
            Lanes.Exp(Vector512.Create(x), out var up, out var down);
            Assert.Equal(1, up[0] / Math.Exp(x), 2e-14);
            Assert.Equal(1, down[0] / Math.Exp(-x), 2e-14);
        }
    }

    [Fact]
    public void Run_SameSeed_SameBytes_AndCommonDrawsAreTheSameForAll()
    {
        var (a, b) = (new IncomeSimulation(10_000), new IncomeSimulation(10_000));
        Assert.Equal(a.Run(Model, 1, 2), b.Run(Model, 1, 2));
        Assert.NotEqual(a.Run(Model, 1, 2), b.Run(Model, 1, 3));
        var common = new CommonDraws(9, 10_000);
        var (one, two) = (a.Run(Model, common), a.Run(Model with { Revenue = 120 }, common));
        Near(one.Mean * 2, two.Mean, 1e-9);
        Near(one.High * 2, two.High, 1e-5);
        a.Run(Model with { RoyaltySpread = 0.1 }, common);
        Assert.Equal(one, a.Run(Model, common));
        Near(one.Mean, a.Run(Model, 1).Mean, 4 * one.StandardError);
    }

    [Fact]
    public void Quantiles_OfAnyFloats_AreThoseOfASort()
    {
        var random = new Random(31);
        for (var round = 0; round < 60; round++)
        {
            var values = new float[16 * random.Next(1, 200)];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = round % 4 switch
                {
                    0 => (float)Math.Exp(random.NextDouble() * 6),
                    1 => (float)(random.NextDouble() - 0.5) * 1e6f,
                    2 => 3.5f,
                    _ => random.Next(-2, 3),
                };
            }

            var found = new QuantileSelection(values.Length).Of(values, 0.05, 0.5, 0.95);
            Array.Sort(values);
            Assert.Equal((values[(int)(0.05 * values.Length)], values[values.Length / 2], values[(int)(0.95 * values.Length)]), ((float)found.Low, (float)found.Middle, (float)found.High));
        }
    }
}

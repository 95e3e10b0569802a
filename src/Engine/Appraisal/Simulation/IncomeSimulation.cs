using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>
/// M13: values an income model in thousands of draws, sixteen at a time. Keeps its memory between calls; not shared between
/// threads.
/// </summary>
public sealed unsafe class IncomeSimulation
{
    private readonly QuantileSelection quantiles;
    private readonly AlignedDoubles buffer;

    /// <param name="paths">Draws of each run; rounded up to a multiple of 16 in the kernel, exactly so many are counted.</param>
    public IncomeSimulation(int paths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 16);
        Paths = paths / 16 * 16;
        buffer = new((Paths / 2) + 16);
        quantiles = new(Paths);
    }

    /// <summary>Draws of each run: a multiple of 16.</summary>
    public int Paths { get; }

    /// <summary>Parts below which Low and High lie.</summary>
    public double LowPart { get; init; } = 0.05;

    public double HighPart { get; init; } = 0.95;

    /// <summary>Fresh draws of its own.</summary>
    /// <param name="model">What is valued.</param>
    /// <param name="seed">Of the whole batch.</param>
    /// <param name="stream">Of this asset within it.</param>
    public SimulatedValue Run(IncomeModel model, ulong seed, ulong stream = 0)
    {
        var draws = new Draws(seed, stream);
        var values = (float*)buffer.Start;
        var kernel = new IncomeKernel(model);
        Totals totals = default;
        for (var k = 0; k < Paths; k += 16)
        {
            draws.Normals(out var g0, out var g1);
            draws.Normals(out var r0, out var r1);
            draws.Normals(out var d0, out var d1);
            draws.Normals(out var e0, out var e1);
            draws.Normals(out var s0, out var s1);
            r0 = Lanes.Exp(kernel.RoyaltySpread * r0);
            r1 = Lanes.Exp(kernel.RoyaltySpread * r1);
            kernel.Pair(g0, r0, d0, e0, s0, g1, r1, d1, e1, s1, out var a, out var b);
            totals.Add(a, b);
            Vector512.Narrow(a, b).Store(values + k);
        }

        return Close(totals, values);
    }

    /// <summary>Common draws, as many as this simulation has paths.</summary>
    public SimulatedValue Run(IncomeModel model, CommonDraws common)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(common.Row, Paths, nameof(common));
        var values = (float*)buffer.Start;
        var kernel = new IncomeKernel(model);
        double* g = common.Input(0), r = common.Royalty(model.RoyaltySpread), d = common.Input(2), e = common.Input(3), s = common.Input(4);
        Totals totals = default;
        for (var k = 0; k < Paths; k += 16)
        {
            kernel.Pair(
                Vector512.Load(g + k), Vector512.Load(r + k), Vector512.Load(d + k), Vector512.Load(e + k), Vector512.Load(s + k),
                Vector512.Load(g + k + 8), Vector512.Load(r + k + 8), Vector512.Load(d + k + 8), Vector512.Load(e + k + 8), Vector512.Load(s + k + 8),
                out var a, out var b);
            totals.Add(a, b);
            Vector512.Narrow(a, b).Store(values + k);
        }

        return Close(totals, values);
    }

    private SimulatedValue Close(in Totals totals, float* values)
    {
        var mean = totals.Sum / Paths;
        var deviation = Math.Sqrt(Math.Max(0, (totals.Square / Paths) - (mean * mean)));
        var (low, middle, high) = quantiles.Of(values, LowPart, 0.5, HighPart);
        return new(Paths, mean, deviation, low, middle, high);
    }

    private struct Totals
    {
        private Vector512<double> sum0;
        private Vector512<double> sum1;
        private Vector512<double> square0;
        private Vector512<double> square1;

        public readonly double Sum => Vector512.Sum(sum0 + sum1);

        public readonly double Square => Vector512.Sum(square0 + square1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector512<double> a, Vector512<double> b)
        {
            sum0 += a;
            sum1 += b;
            square0 = Lanes.Fma(a, a, square0);
            square1 = Lanes.Fma(b, b, square1);
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>
/// M13: values an income model in thousands of draws, sixteen at a time. Keeps its memory between calls; not shared between
/// threads.
/// </summary>
public sealed unsafe class IncomeSimulation
{
    /// <summary>Draws of one input that are made at a time; rows of 4096 bytes would all meet in one place of the cache.</summary>
    internal const int Block = 992;

    private readonly QuantileSelection quantiles;
    private readonly AlignedDoubles buffer;
    private readonly AlignedDoubles block = new(CommonDraws.Inputs * Block / 2);

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
        var z = (float*)block.Start;
        for (var from = 0; from < Paths; from += Block)
        {
            var count = Math.Min(Block, Paths - from);
            draws.Fill(z, CommonDraws.Inputs * count);
            Draws.Raise(z + count, model.RoyaltySpread, count);
            Value(kernel, z, z + count, z + (2 * count), z + (3 * count), z + (4 * count), count, values + from, ref totals);
        }

        return Close(totals, values);
    }

    /// <summary>Common draws, as many as this simulation has paths.</summary>
    public SimulatedValue Run(IncomeModel model, CommonDraws common)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(common.Row, Paths, nameof(common));
        var values = (float*)buffer.Start;
        Totals totals = default;
        Value(new(model), common.Input(0), common.Royalty(model.RoyaltySpread), common.Input(2), common.Input(3), common.Input(4), Paths, values, ref totals);
        return Close(totals, values);
    }

    /// <summary>How many draws of the last run lie from each edge up to the next; what lies beyond the ends is counted nowhere.</summary>
    /// <param name="edges">Ascending.</param>
    public int[] Counts(double[] edges)
    {
        var counts = new int[edges.Length - 1];
        foreach (var value in new ReadOnlySpan<float>((float*)buffer.Start, Paths))
        {
            var at = Array.BinarySearch(edges, (double)value);
            var bin = at >= 0 ? at : ~at - 1;
            if (bin >= 0 && bin < counts.Length)
            {
                counts[bin]++;
            }
        }

        return counts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Value(in IncomeKernel model, float* g, float* r, float* d, float* e, float* s, int count, float* values, ref Totals sums)
    {
        var (kernel, totals) = (model, sums);
        for (var k = 0; k < count; k += 16)
        {
            var value = kernel.Value(g + k, r + k, d + k, e + k, s + k);
            totals.Add(value);
            value.Store(values + k);
        }

        sums = totals;
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
        public void Add(Vector512<float> values)
        {
            var (a, b) = Vector512.Widen(values);
            sum0 += a;
            sum1 += b;
            square0 = Vector512.FusedMultiplyAdd(a, a, square0);
            square1 = Vector512.FusedMultiplyAdd(b, b, square1);
        }
    }
}

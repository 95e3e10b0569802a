using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>
/// Exact order statistics without sorting: floats are counted by their leading bits, then only the few that share the bits of
/// the wanted rank are looked at.
/// </summary>
internal sealed unsafe class QuantileSelection(int count)
{
    // Sign, exponent and six bits of the fraction: 64 bins for each doubling.
    private const int Shift = 17;
    private const int Bins = 1 << (32 - Shift);
    private readonly int[] counts = GC.AllocateArray<int>(Bins * 2, pinned: true);
    private readonly float[] candidates = GC.AllocateArray<float>((count + 16) * 3, pinned: true);

    /// <inheritdoc cref="Of(float*, double, double, double)"/>
    public (double Low, double Middle, double High) Of(float[] values, double low, double middle, double high)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, count);
        fixed (float* start = values)
        {
            return Of(start, low, middle, high);
        }
    }

    /// <summary>The values at ranks ⌊part × count⌋ of a multiple of 16 values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (double Low, double Middle, double High) Of(float* values, double low, double middle, double high)
    {
        var (least, most) = Range((uint*)values);
        fixed (int* bins = counts)
        {
            // Two tables, so that two neighbours of one bin do not wait for each other.
            var other = bins + Bins;
            var width = (int)(most - least) + 1;
            new Span<int>(bins, width).Clear();
            new Span<int>(other, width).Clear();
            var keys = (uint*)values;
            for (var i = 0; i < count; i += 4)
            {
                bins[(Key(keys[i]) >> Shift) - least]++;
                other[(Key(keys[i + 1]) >> Shift) - least]++;
                bins[(Key(keys[i + 2]) >> Shift) - least]++;
                other[(Key(keys[i + 3]) >> Shift) - least]++;
            }

            for (var b = 0; b < width; b++)
            {
                bins[b] += other[b];
            }

            return Select(values, bins, least, Rank(low), Rank(middle), Rank(high));
        }
    }

    private int Rank(double part) => Math.Clamp((int)(part * count), 0, count - 1);

    /// <summary>Bits of a float as a number that rises with it, negative ones included.</summary>
    private static uint Key(uint bits) => bits ^ ((uint)((int)bits >> 31) | 0x80000000);

    private static Vector512<uint> Key(Vector512<uint> bits) => bits ^ ((bits.AsInt32() >> 31).AsUInt32() | Vector512.Create(0x80000000));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (uint Least, uint Most) Range(uint* values)
    {
        var least = Vector512.Create(uint.MaxValue);
        var most = Vector512<uint>.Zero;
        for (var i = 0; i < count; i += 16)
        {
            var key = Key(Vector512.Load(values + i));
            least = Vector512.Min(least, key);
            most = Vector512.Max(most, key);
        }

        var (a, b) = (uint.MaxValue, 0u);
        for (var k = 0; k < 16; k++)
        {
            (a, b) = (Math.Min(a, least[k]), Math.Max(b, most[k]));
        }

        return (a >> Shift, b >> Shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Low, double Middle, double High) Select(float* values, int* bins, uint least, int low, int middle, int high)
    {
        var (a, beforeA) = Bin(bins, low);
        var (b, beforeB) = Bin(bins, middle);
        var (c, beforeC) = Bin(bins, high);
        fixed (float* found = candidates)
        {
            int na = 0, nb = 0, nc = 0;
            float* fb = found + count + 16, fc = fb + count + 16;
            var (ka, kb, kc) = (Vector512.Create((uint)a + least), Vector512.Create((uint)b + least), Vector512.Create((uint)c + least));
            for (var i = 0; i < count; i += 16)
            {
                var row = Vector512.Load(values + i);
                var bin = Key(row.AsUInt32()) >>> Shift;
                na += Keep(found + na, row, Vector512.Equals(bin, ka));
                nb += Keep(fb + nb, row, Vector512.Equals(bin, kb));
                nc += Keep(fc + nc, row, Vector512.Equals(bin, kc));
            }

            return (At(found, na, low - beforeA), At(fb, nb, middle - beforeB), At(fc, nc, high - beforeC));
        }
    }

    private static (int Bin, int Before) Bin(int* bins, int rank)
    {
        var (bin, before) = (0, 0);
        while (before + bins[bin] <= rank)
        {
            before += bins[bin++];
        }

        return (bin, before);
    }

    private static int Keep(float* into, Vector512<float> row, Vector512<uint> mask)
    {
        var bits = mask.ExtractMostSignificantBits();
        if (bits == 0)
        {
            return 0;
        }

        var kept = BitOperations.PopCount(bits);
        if (Avx512F.IsSupported)
        {
            Avx512F.Compress(Vector512<float>.Zero, mask.AsSingle(), row).Store(into);
            return kept;
        }

        for (; bits != 0; bits &= bits - 1)
        {
            *into++ = row[BitOperations.TrailingZeroCount(bits)];
        }

        return kept;
    }

    private static double At(float* found, int length, int rank)
    {
        var span = new Span<float>(found, length);
        span.Sort();
        return span[rank];
    }
}

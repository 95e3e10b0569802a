using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>Sixteen xoshiro128++ generators side by side (Blackman and Vigna), seeded by SplitMix64: a seed gives the same draws on every machine.</summary>
internal unsafe struct Draws
{
    private Vector512<uint> a;
    private Vector512<uint> b;
    private Vector512<uint> c;
    private Vector512<uint> d;

    /// <param name="seed">Of the whole run.</param>
    /// <param name="stream">Of one asset or one option within it.</param>
    public Draws(ulong seed, ulong stream = 0)
    {
        Span<uint> words = stackalloc uint[64];
        var from = Mix((seed * 1_000_003) + Mix(stream));
        for (var i = 0; i < 64; i++)
        {
            words[i] = (uint)(Mix(from + (ulong)i) >> 32) | 1;
        }

        a = Vector512.Create<uint>(words);
        b = Vector512.Create<uint>(words[16..]);
        c = Vector512.Create<uint>(words[32..]);
        d = Vector512.Create<uint>(words[48..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<uint> Next()
    {
        var sum = a + d;
        var result = Left7(sum) + a;
        var t = b << 9;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = Left11(d);
        return result;
    }

    /// <summary>Sixteen standard normal draws.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Normals() => Lanes.NormalQuantile(Next());

    /// <summary>Standard normal draws.</summary>
    /// <param name="into">Room for <paramref name="count"/>.</param>
    /// <param name="count">A multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(float* into, int count)
    {
        var draws = this;
        for (var k = 0; k < count; k += 16)
        {
            draws.Normals().Store(into + k);
        }

        this = draws;
    }

    /// <summary>e^(spread × z) in the place of z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Raise(float* z, double spread, int count)
    {
        var by = Vector512.Create((float)spread);
        for (var k = 0; k < count; k += 16)
        {
            Lanes.Exp(by * Vector512.Load(z + k)).Store(z + k);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Left7(Vector512<uint> x) => Avx512F.IsSupported ? Avx512F.RotateLeft(x, 7) : (x << 7) | (x >>> 25);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Left11(Vector512<uint> x) => Avx512F.IsSupported ? Avx512F.RotateLeft(x, 11) : (x << 11) | (x >>> 21);

    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>
/// Functions of eight doubles or sixteen floats at once. Written in the vectors every machine has: without AVX-512 the runtime takes two
/// vectors of four, without AVX scalars, with the same results.
/// </summary>
internal static class Lanes
{
    private const double Shift = 6755399441055744.0; // 1.5 × 2^52: adding it rounds to a whole number that stands in the low bits
    private const float FloatShift = 12582912f; // 1.5 × 2^23, the same for floats

    /// <summary>e^x for |x| below 700, about 1e-14.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        var t = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504088896341), Vector512.Create(Shift));
        var n = t - Vector512.Create(Shift);
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693147180369123816), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-1.90821492927058770e-10), r);
        var p = Vector512.Create(1.0 / 39916800);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 3628800));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 362880));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 40320));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 5040));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 720));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 120));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 24));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 6));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.5));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0));
        return (p.AsInt64() + (t.AsInt64() << 52)).AsDouble();
    }

    /// <summary>e^x and e^−x for |x| below 700, about 1e-14: the even and the odd part of one polynomial, added and taken away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Exp(Vector512<double> x, out Vector512<double> up, out Vector512<double> down)
    {
        var t = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504088896341), Vector512.Create(Shift));
        var n = t - Vector512.Create(Shift);
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693147180369123816), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-1.90821492927058770e-10), r);
        var w = r * r;
        var even = Vector512.FusedMultiplyAdd(w, Vector512.Create(1.0 / 3628800), Vector512.Create(1.0 / 40320));
        var odd = Vector512.FusedMultiplyAdd(w, Vector512.Create(1.0 / 39916800), Vector512.Create(1.0 / 362880));
        even = Vector512.FusedMultiplyAdd(even, w, Vector512.Create(1.0 / 720));
        odd = Vector512.FusedMultiplyAdd(odd, w, Vector512.Create(1.0 / 5040));
        even = Vector512.FusedMultiplyAdd(even, w, Vector512.Create(1.0 / 24));
        odd = Vector512.FusedMultiplyAdd(odd, w, Vector512.Create(1.0 / 120));
        even = Vector512.FusedMultiplyAdd(even, w, Vector512.Create(0.5));
        odd = Vector512.FusedMultiplyAdd(odd, w, Vector512.Create(1.0 / 6));
        even = Vector512.FusedMultiplyAdd(even, w, Vector512.Create(1.0));
        odd = Vector512.FusedMultiplyAdd(odd, w, Vector512.Create(1.0)) * r;
        var scale = t.AsInt64() << 52;
        up = ((even + odd).AsInt64() + scale).AsDouble();
        down = ((even - odd).AsInt64() - scale).AsDouble();
    }

    /// <summary>ln x for normal positive x, about 1e-15.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        // m in [0.75, 1.5): the exponent is taken relative to 0.75.
        var bits = x.AsInt64();
        var exponent = (bits - Vector512.Create(0x3FE8000000000000L)) >> 52;
        var m = (bits - (exponent << 52)).AsDouble();
        var e = (exponent + Vector512.Create(0x4338000000000000L)).AsDouble() - Vector512.Create(Shift);
        var z = (m - Vector512.Create(1.0)) / (m + Vector512.Create(1.0));
        var w = z * z;
        var p = Vector512.Create(2.0 / 15);
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0 / 13));
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0 / 11));
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0 / 9));
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0 / 7));
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0 / 5));
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0 / 3));
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0));
        return Vector512.FusedMultiplyAdd(e, Vector512.Create(0.693147180559945309), p * z);
    }

    /// <summary>1 ÷ √x for positive normal floats, about 2e-7: a guess from the bits, then Newton's steps, without a division.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ReciprocalRoot(Vector512<float> x)
    {
        var y = (Vector512.Create(0x5F3759DF) - (x.AsInt32() >> 1)).AsSingle();
        var h = x * Vector512.Create(-0.5f);
        y *= Vector512.FusedMultiplyAdd(h, y * y, Vector512.Create(1.5f));
        y *= Vector512.FusedMultiplyAdd(h, y * y, Vector512.Create(1.5f));
        return y * Vector512.FusedMultiplyAdd(h, y * y, Vector512.Create(1.5f));
    }

    /// <summary>e^x of floats for |x| below 80, about 2e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        var t = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(FloatShift));
        var n = t - Vector512.Create(FloatShift);
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        var p = Vector512.FusedMultiplyAdd(Vector512.Create(1f / 5040), r, Vector512.Create(1f / 720));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 120));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 24));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f / 6));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.5f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f));
        return (p.AsInt32() + (t.AsInt32() << 23)).AsSingle();
    }

    /// <summary>
    /// Inverse normal of sixteen random words, each the middle of its step of 2^-32 between 0 and 1: Giles' polynomials (2012,
    /// made for floats) in w = −ln(1 − x²), within 2e-6 of AS 241 up to 5.3 deviations and 5e-4 beyond, where one draw in ten
    /// million lies; √2 stands in their coefficients. The distance to the nearer end is taken from the word itself, for floats
    /// do not hold it near 1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> NormalQuantile(Vector512<uint> words)
    {
        var signed = Vector512.ConvertToSingle((words ^ Vector512.Create(0x8000_0000u)).AsInt32());
        var x = Vector512.FusedMultiplyAdd(signed, Vector512.Create(1f / 2147483648f), Vector512.Create(1f / 4294967296f));
        var end = Vector512.ConvertToSingle(Vector512.Min(words, ~words).AsInt32()) + Vector512.Create(0.5f);

        // 1 − x² = 4 v (1 − v) with v the part of 1 up to the nearer end.
        var v4 = end * Vector512.Create(1f / 1073741824f);
        var bits = Vector512.FusedMultiplyAdd(v4 * Vector512.Create(-0.25f), v4, v4).AsInt32();
        var exponent = (bits - Vector512.Create(0x3F40_0000)) >> 23;
        var m = (bits - (exponent << 23)).AsSingle();

        // 1 ÷ (m + 1) on 1.75 … 2.5: a cubic good to 1.3e-4, then one of Newton's steps.
        var n = m + Vector512<float>.One;
        var r = Vector512.FusedMultiplyAdd(Vector512.Create(-0.050611562f), n, Vector512.Create(0.43019827f));
        r = Vector512.FusedMultiplyAdd(r, n, Vector512.Create(-1.36413974f));
        r = Vector512.FusedMultiplyAdd(r, n, Vector512.Create(1.91236576f));
        r *= Vector512.FusedMultiplyAdd(Vector512<float>.Zero - n, r, Vector512.Create(2f));
        var z = (m - Vector512<float>.One) * r;
        var s = z * z;
        var l = Vector512.FusedMultiplyAdd(Vector512.Create(-2f / 9), s, Vector512.Create(-2f / 7));
        l = Vector512.FusedMultiplyAdd(l, s, Vector512.Create(-2f / 5));
        l = Vector512.FusedMultiplyAdd(l, s, Vector512.Create(-2f / 3));
        l = Vector512.FusedMultiplyAdd(l, s, Vector512.Create(-2f));

        // y = w − 2.5
        var y = Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(exponent), Vector512.Create(-0.693147181f), Vector512.FusedMultiplyAdd(l, z, Vector512.Create(-2.5f)));
        var p = Vector512.Create(3.974260231650376e-08f);
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(4.854626601430346e-07f));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-4.982822670838546e-06f));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-6.210528108118145e-06f));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(0.0003091200308293104f));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-0.0017730349409126153f));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-0.0059081340345650745f));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(0.34880266115696f));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(2.123313550296587f));
        if (Vector512.GreaterThanOrEqualAny(y, Vector512.Create(2.5f)))
        {
            p = Tail(y, p);
        }

        return p * x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Tail(Vector512<float> w, Vector512<float> center)
    {
        var y = Vector512.Sqrt(w + Vector512.Create(2.5f)) - Vector512.Create(3f);
        var q = Vector512.Create(-0.0002831457176298524f);
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.00014276564825273176f));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.0019082594820201831f));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(-0.005195012320255041f));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.008116889673111216f));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(-0.010779788149124054f));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.01334857863215691f));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(1.4165810407293216f));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(4.006434240732602f));
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(w, Vector512.Create(2.5f)), q, center);
    }
}

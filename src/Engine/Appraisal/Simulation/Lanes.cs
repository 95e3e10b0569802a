using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>
/// Functions of eight doubles at once. Written in the vectors every machine has: without AVX-512 the runtime takes two
/// vectors of four, without AVX scalars, with the same results.
/// </summary>
internal static class Lanes
{
    private const double Shift = 6755399441055744.0; // 1.5 × 2^52: adding it rounds to a whole number that stands in the low bits

    /// <summary>e^x for |x| below 700, about 1e-16.</summary>
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

    /// <summary>
    /// Inverse normal of the uniform whose place between −1 and 1 is <paramref name="x"/>: Giles' polynomials (2012) in
    /// w = −ln(1 − x²), about 3e-7 relative to AS 241; √2 stands in their coefficients.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> NormalQuantile(Vector512<double> x)
    {
        var bits = Vector512.FusedMultiplyAdd(Vector512<double>.Zero - x, x, Vector512.Create(1.0)).AsInt64();
        var exponent = (bits - Vector512.Create(0x3FE8000000000000L)) >> 52;
        var m = (bits - (exponent << 52)).AsDouble();
        var e = (exponent + Vector512.Create(0x4338000000000000L)).AsDouble() - Vector512.Create(Shift);

        // 1 ÷ (m + 1) on 1.75 … 2.5: a cubic good to 1.3e-4, then one of Newton's steps.
        var n = m + Vector512.Create(1.0);
        var r = Vector512.FusedMultiplyAdd(Vector512.Create(-0.05061156151680572), n, Vector512.Create(0.430198272892842));
        r = Vector512.FusedMultiplyAdd(r, n, Vector512.Create(-1.3641397440076126));
        r = Vector512.FusedMultiplyAdd(r, n, Vector512.Create(1.9123657599688997));
        r *= Vector512.FusedMultiplyAdd(Vector512<double>.Zero - n, r, Vector512.Create(2.0));
        var z = (m - Vector512.Create(1.0)) * r;
        var v = z * z;
        var l = Vector512.FusedMultiplyAdd(Vector512.Create(-2.0 / 9), v, Vector512.Create(-2.0 / 7));
        l = Vector512.FusedMultiplyAdd(l, v, Vector512.Create(-2.0 / 5));
        l = Vector512.FusedMultiplyAdd(l, v, Vector512.Create(-2.0 / 3));
        l = Vector512.FusedMultiplyAdd(l, v, Vector512.Create(-2.0));

        // y = w − 2.5
        var y = Vector512.FusedMultiplyAdd(e, Vector512.Create(-0.693147180559945309), Vector512.FusedMultiplyAdd(l, z, Vector512.Create(-2.5)));
        var p = Vector512.Create(3.974260231650376e-08);
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(4.854626601430346e-07));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-4.982822670838546e-06));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-6.210528108118145e-06));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(0.0003091200308293104));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-0.0017730349409126153));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-0.0059081340345650745));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(0.34880266115696));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(2.123313550296587));
        if (Vector512.GreaterThanOrEqualAny(y, Vector512.Create(2.5)))
        {
            p = Tail(y, p);
        }

        return p * x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Tail(Vector512<double> w, Vector512<double> center)
    {
        var y = Vector512.Sqrt(w + Vector512.Create(2.5)) - Vector512.Create(3.0);
        var q = Vector512.Create(-0.0002831457176298524);
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.00014276564825273176));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.0019082594820201831));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(-0.005195012320255041));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.008116889673111216));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(-0.010779788149124054));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.01334857863215691));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(1.4165810407293216));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(4.006434240732602));
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(w, Vector512.Create(2.5)), q, center);
    }

    /// <summary>Eight random words as places between −1 and 1, in the middle of their steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Places(Vector256<uint> words)
    {
        var d = Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(words)
            : Vector512.ConvertToDouble(Vector512.Create(Vector256.WidenLower(words), Vector256.WidenUpper(words)).AsInt64());
        return Vector512.FusedMultiplyAdd(d, Vector512.Create(1.0 / 2147483648.0), Vector512.Create((1.0 / 4294967296.0) - 1.0));
    }
}

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

    /// <summary>1 ÷ √x for positive normal x, about 1e-15: a guess from the bits, then Newton's steps, without a division.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ReciprocalRoot(Vector512<double> x)
    {
        var y = (Vector512.Create(0x5FE6EB50C7B537A9L) - (x.AsInt64() >> 1)).AsDouble();
        var h = x * Vector512.Create(-0.5);
        y *= Vector512.FusedMultiplyAdd(h, y * y, Vector512.Create(1.5));
        y *= Vector512.FusedMultiplyAdd(h, y * y, Vector512.Create(1.5));
        y *= Vector512.FusedMultiplyAdd(h, y * y, Vector512.Create(1.5));
        return y * Vector512.FusedMultiplyAdd(h, y * y, Vector512.Create(1.5));
    }

    /// <summary>ln x to about 1e-9, for the quantile below, whose polynomials are no more exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ShortLog(Vector512<double> x)
    {
        var bits = x.AsInt64();
        var exponent = (bits - Vector512.Create(0x3FE8000000000000L)) >> 52;
        var m = (bits - (exponent << 52)).AsDouble();
        var e = (exponent + Vector512.Create(0x4338000000000000L)).AsDouble() - Vector512.Create(Shift);

        // 1 ÷ (m + 1) on 1.75 … 2.5: a parabola good to 1.4e-3, then two of Newton's steps.
        var n = m + Vector512.Create(1.0);
        var y = Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(Vector512.Create(0.10670556973896804), n, Vector512.Create(-0.68024800708592)), n, Vector512.Create(1.43427291199917));
        y *= Vector512.FusedMultiplyAdd(Vector512<double>.Zero - n, y, Vector512.Create(2.0));
        y *= Vector512.FusedMultiplyAdd(Vector512<double>.Zero - n, y, Vector512.Create(2.0));
        var z = (m - Vector512.Create(1.0)) * y;
        var w = z * z;
        var p = Vector512.Create(2.0 / 11);
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0 / 9));
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0 / 7));
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0 / 5));
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0 / 3));
        p = Vector512.FusedMultiplyAdd(p, w, Vector512.Create(2.0));
        return Vector512.FusedMultiplyAdd(e, Vector512.Create(0.693147180559945309), p * z);
    }

    /// <summary>Inverse normal by Giles' polynomials (2012), about 3e-7 relative to AS 241.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> NormalQuantile(Vector512<double> u)
    {
        var w = Vector512<double>.Zero - ShortLog(Vector512.Create(4.0) * u * (Vector512.Create(1.0) - u));
        var y = w - Vector512.Create(2.5);
        var p = Vector512.Create(2.81022636e-08);
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(3.43273939e-07));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-3.5233877e-06));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-4.39150654e-06));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(0.00021858087));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-0.00125372503));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(-0.00417768164));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(0.246640727));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(1.50140941));
        if (Vector512.GreaterThanOrEqualAny(w, Vector512.Create(5.0)))
        {
            p = Tail(w, p);
        }

        return p * Vector512.FusedMultiplyAdd(Vector512.Create(2.0), u, Vector512.Create(-1.0)) * Vector512.Create(1.41421356237309505);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Tail(Vector512<double> w, Vector512<double> center)
    {
        var y = Vector512.Sqrt(w) - Vector512.Create(3.0);
        var q = Vector512.Create(-0.000200214257);
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.000100950558));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.00134934322));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(-0.00367342844));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.00573950773));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(-0.0076224613));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(0.00943887047));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(1.00167406));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(2.83297682));
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(w, Vector512.Create(5.0)), q, center);
    }

    /// <summary>The low eight of sixteen random words as uniforms inside (0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Uniform(Vector256<uint> words)
    {
        var d = Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(words)
            : Vector512.ConvertToDouble(Vector512.Create(Vector256.WidenLower(words), Vector256.WidenUpper(words)).AsInt64());
        return Vector512.FusedMultiplyAdd(d, Vector512.Create(1.0 / 4294967296.0), Vector512.Create(1.0 / 8589934592.0));
    }
}

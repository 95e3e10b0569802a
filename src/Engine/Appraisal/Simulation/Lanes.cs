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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> All(double x) => Vector512.Create(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, b, c);

    /// <summary>e^x for |x| below 700, about 1e-16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        var t = Fma(x, All(1.44269504088896341), All(Shift));
        var n = t - All(Shift);
        var r = Fma(n, All(-0.693147180369123816), x);
        r = Fma(n, All(-1.90821492927058770e-10), r);
        var p = All(1.0 / 39916800);
        p = Fma(p, r, All(1.0 / 3628800));
        p = Fma(p, r, All(1.0 / 362880));
        p = Fma(p, r, All(1.0 / 40320));
        p = Fma(p, r, All(1.0 / 5040));
        p = Fma(p, r, All(1.0 / 720));
        p = Fma(p, r, All(1.0 / 120));
        p = Fma(p, r, All(1.0 / 24));
        p = Fma(p, r, All(1.0 / 6));
        p = Fma(p, r, All(0.5));
        p = Fma(p, r, All(1.0));
        p = Fma(p, r, All(1.0));
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
        var e = (exponent + Vector512.Create(0x4338000000000000L)).AsDouble() - All(Shift);
        var z = (m - All(1.0)) / (m + All(1.0));
        var w = z * z;
        var p = All(2.0 / 15);
        p = Fma(p, w, All(2.0 / 13));
        p = Fma(p, w, All(2.0 / 11));
        p = Fma(p, w, All(2.0 / 9));
        p = Fma(p, w, All(2.0 / 7));
        p = Fma(p, w, All(2.0 / 5));
        p = Fma(p, w, All(2.0 / 3));
        p = Fma(p, w, All(2.0));
        return Fma(e, All(0.693147180559945309), p * z);
    }

    /// <summary>Inverse normal by Giles' polynomials (2012), about 3e-7 relative to AS 241.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> NormalQuantile(Vector512<double> u)
    {
        var w = Vector512<double>.Zero - Log(All(4) * u * (All(1) - u));
        var y = w - All(2.5);
        var p = All(2.81022636e-08);
        p = Fma(p, y, All(3.43273939e-07));
        p = Fma(p, y, All(-3.5233877e-06));
        p = Fma(p, y, All(-4.39150654e-06));
        p = Fma(p, y, All(0.00021858087));
        p = Fma(p, y, All(-0.00125372503));
        p = Fma(p, y, All(-0.00417768164));
        p = Fma(p, y, All(0.246640727));
        p = Fma(p, y, All(1.50140941));
        if (Vector512.GreaterThanOrEqualAny(w, All(5)))
        {
            p = Tail(w, p);
        }

        return p * Fma(All(2), u, All(-1)) * All(1.41421356237309505);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Tail(Vector512<double> w, Vector512<double> center)
    {
        var y = Vector512.Sqrt(w) - All(3);
        var q = All(-0.000200214257);
        q = Fma(q, y, All(0.000100950558));
        q = Fma(q, y, All(0.00134934322));
        q = Fma(q, y, All(-0.00367342844));
        q = Fma(q, y, All(0.00573950773));
        q = Fma(q, y, All(-0.0076224613));
        q = Fma(q, y, All(0.00943887047));
        q = Fma(q, y, All(1.00167406));
        q = Fma(q, y, All(2.83297682));
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(w, All(5)), q, center);
    }

    /// <summary>The low eight of sixteen random words as uniforms inside (0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Uniform(Vector256<uint> words)
    {
        var d = Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(words)
            : Vector512.ConvertToDouble(Vector512.Create(Vector256.WidenLower(words), Vector256.WidenUpper(words)).AsInt64());
        return Fma(d, All(1.0 / 4294967296.0), All(1.0 / 8589934592.0));
    }
}

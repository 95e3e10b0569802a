using System.Globalization;
using System.Numerics;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>An unrounded amount of fen of any size, exact until the one rounding.</summary>
internal readonly record struct ExactAmount(BigInteger Numerator, BigInteger Denominator)
{
    public static ExactAmount OfFen(long fen) => new(fen, BigInteger.One);

    public ExactAmount Times(decimal factor)
    {
        var (mantissa, scale) = Parts(factor);
        return new(Numerator * mantissa, Denominator * scale);
    }

    public ExactAmount Times(Fraction factor) => new(Numerator * factor.Numerator, Denominator * factor.Denominator);

    public ExactAmount Plus(ExactAmount other) => new((Numerator * other.Denominator) + (other.Numerator * Denominator), Denominator * other.Denominator);

    public bool MoreThan(ExactAmount other) => Numerator * other.Denominator > other.Numerator * Denominator;

    /// <summary>Half-up to the fen; null beyond what an amount of money may be.</summary>
    public long? Fen()
    {
        var whole = Rounding.Div(Numerator, Denominator);
        return BigInteger.Abs(whole) <= Money.Limit.Fen ? (long)whole : null;
    }

    /// <summary>Yuan with up to eight decimals, more are cut and marked <c>…</c>.</summary>
    public string Yuan()
    {
        var scaled = BigInteger.DivRem(Numerator * 1_000_000, Denominator, out var rest);
        var text = scaled.ToString("D9", CultureInfo.InvariantCulture);
        var decimals = text[^8..].TrimEnd('0').PadRight(2, '0');
        return $"{text[..^8]}.{decimals}{(rest.IsZero ? "" : "…")}";
    }

    private static (BigInteger Mantissa, BigInteger Scale) Parts(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return (bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }
}

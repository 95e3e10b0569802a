using System.Numerics;

namespace Zhirong.Engine.Basics;

/// <summary>An exact ratio of two 64-bit integers, always in lowest terms with a positive denominator.</summary>
/// <remarks>
/// Rates and year fractions are fractions so that money is rounded once, at the end. <c>default(Fraction)</c> is zero.
/// Every operation whose exact result does not fit throws <see cref="OverflowException"/>; nothing is ever approximated.
/// </remarks>
public readonly record struct Fraction : IComparable<Fraction>
{
    // Held less one, so that default(Fraction) is the well-formed 0/1.
    private readonly long denominatorLessOne;

    /// <summary>The ratio, reduced: <c>new Fraction(6, -4)</c> is −3/2.</summary>
    /// <param name="numerator">Any whole number.</param>
    /// <param name="denominator">Any whole number but zero; a negative one moves its sign to the numerator.</param>
    public Fraction(long numerator, long denominator)
        : this(Reduce(numerator, denominator))
    {
    }

    private Fraction((long Numerator, long Denominator) reduced)
    {
        Numerator = reduced.Numerator;
        denominatorLessOne = reduced.Denominator - 1;
    }

    public static Fraction Zero => default;

    public static Fraction One => new((1, 1));

    public long Numerator { get; }

    /// <summary>Always positive; 1 for a whole number.</summary>
    public long Denominator => denominatorLessOne + 1;

    /// <summary>Exact: <c>0.042</c> is 21/500. Throws when a decimal needs more than 64 bits above or below the line.</summary>
    public static Fraction FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xFF;
        return FromBig(bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, scale));
    }

    /// <summary>The quotient to 28 significant digits.</summary>
    public decimal ToDecimal() => (decimal)Numerator / Denominator;

    public double ToDouble() => (double)Numerator / Denominator;

    /// <summary>This part of a whole amount (usually fen), rounded once.</summary>
    public long Of(long amount, RoundingMode mode = RoundingMode.HalfUp) =>
        Rounding.MulDiv(amount, Numerator, Denominator, mode);

    /// <summary>This part of an amount of money, rounded once to the fen.</summary>
    public Money Of(Money amount, RoundingMode mode = RoundingMode.HalfUp) => Money.OfFen(Of(amount.Fen, mode));

    /// <summary>The ratio rounded once to <paramref name="places"/> decimals (0 to 18).</summary>
    public decimal Rounded(int places, RoundingMode mode = RoundingMode.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, 18);
        var scale = BigInteger.Pow(10, places);
        return (decimal)Rounding.Div(scale * Numerator, Denominator, mode) / (decimal)scale;
    }

    /// <summary>The ratio in percent, rounded once to <paramref name="places"/> decimals (0 to 16): 1/8 is 12.5.</summary>
    public decimal Percent(int places, RoundingMode mode = RoundingMode.HalfUp) => Rounded(places + 2, mode) * 100;

    public static Fraction operator +(Fraction left, Fraction right)
    {
        var shared = (long)BigInteger.GreatestCommonDivisor(left.Denominator, right.Denominator);
        var sum = ((Int128)left.Numerator * (right.Denominator / shared))
            + ((Int128)right.Numerator * (left.Denominator / shared));
        return FromBig(sum, (Int128)(left.Denominator / shared) * right.Denominator);
    }

    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    public static Fraction operator -(Fraction value) => new((checked(-value.Numerator), value.Denominator));

    public static Fraction operator *(Fraction left, Fraction right)
    {
        var a = Reduce(left.Numerator, right.Denominator);
        var b = Reduce(right.Numerator, left.Denominator);
        return new((checked(a.Numerator * b.Numerator), checked(a.Denominator * b.Denominator)));
    }

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public int CompareTo(Fraction other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <summary><c>21/500</c>; a whole number without the line: <c>3</c>.</summary>
    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    private static (long Numerator, long Denominator) Reduce(long numerator, long denominator)
    {
        if (denominator == 0)
        {
            throw new DivideByZeroException();
        }

        // Two non-negative longs: Euclid without the cost of wide integers.
        if (numerator >= 0 && denominator > 0)
        {
            var divisor = Gcd(numerator, denominator);
            return (numerator / divisor, denominator / divisor);
        }

        var wide = FromBig(numerator, denominator);
        return (wide.Numerator, wide.Denominator);
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    private static Fraction FromBig(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new(((long)(numerator / divisor), (long)(denominator / divisor)));
    }
}

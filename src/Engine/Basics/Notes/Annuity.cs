using System.Numerics;

namespace Zhirong.Engine.Basics;

/// <summary>Level payments (等额本息, level royalties).</summary>
public static class Annuity
{
    /// <summary>The most periods that are computed: a hundred years of months.</summary>
    public const int MostPeriods = 1200;

    /// <summary>
    /// The payment that repays an amount in equal instalments at the end of each period:
    /// <c>P·i·(1+i)^n ÷ ((1+i)^n − 1)</c>, and <c>P ÷ n</c> when the rate is zero.
    /// </summary>
    /// <remarks>Computed in whole numbers of any size and rounded once, so the rounding is exact also at half a fen.</remarks>
    /// <param name="fen">The amount repaid, not negative.</param>
    /// <param name="periodRate">Interest of one period (annual ÷ periods in a year), not negative.</param>
    /// <param name="periods">1 to <see cref="MostPeriods"/>.</param>
    /// <param name="mode">How the payment becomes whole fen.</param>
    public static long LevelPayment(long fen, Fraction periodRate, int periods, RoundingMode mode = RoundingMode.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodRate, Fraction.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, MostPeriods);
        if (periodRate == Fraction.Zero)
        {
            return (long)Rounding.Div(fen, periods, mode);
        }

        // i = p/q: multiply the formula's numerator and denominator by q^(n+1).
        BigInteger p = periodRate.Numerator;
        BigInteger q = periodRate.Denominator;
        var grown = BigInteger.Pow(p + q, periods);
        return (long)Rounding.Div(fen * p * grown, q * (grown - BigInteger.Pow(q, periods)), mode);
    }

    /// <summary>
    /// The payment that repays an amount in equal instalments at the beginning of each period (先付租金):
    /// <c>P·i·(1+i)^(n−1) ÷ ((1+i)^n − 1)</c>, rounded once, and <c>P ÷ n</c> when the rate is zero.
    /// </summary>
    /// <inheritdoc cref="LevelPayment(long, Fraction, int, RoundingMode)"/>
    public static long AdvancePayment(long fen, Fraction periodRate, int periods, RoundingMode mode = RoundingMode.HalfUp)
    {
        if (periodRate <= Fraction.Zero)
        {
            return LevelPayment(fen, periodRate, periods, mode);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, MostPeriods);
        BigInteger p = periodRate.Numerator;
        BigInteger q = periodRate.Denominator;
        var before = BigInteger.Pow(p + q, periods - 1);
        return (long)Rounding.Div(fen * p * before, (before * (p + q)) - BigInteger.Pow(q, periods), mode);
    }

    /// <inheritdoc cref="LevelPayment(long, Fraction, int, RoundingMode)"/>
    public static Money LevelPayment(
        Money amount, Fraction periodRate, int periods, RoundingMode mode = RoundingMode.HalfUp) =>
        Money.OfFen(LevelPayment(amount.Fen, periodRate, periods, mode));
}

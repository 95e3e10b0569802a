using System.Numerics;

namespace Zhirong.Engine.Basics;

/// <summary>An amount paid per unit of a note (每百元面值兑付额): rounded per unit, then multiplied by the units.</summary>
/// <param name="PerUnit">Yuan for one unit, at the number of decimals.</param>
/// <param name="Total">Units × <paramref name="PerUnit"/>: what is really paid.</param>
/// <param name="Direct">The same figure computed on the whole balance and rounded once.</param>
public readonly record struct UnitAmount(decimal PerUnit, Money Total, Money Direct)
{
    /// <summary>What rounding per unit adds (positive) or withholds (negative).</summary>
    public Money Difference => Total - Direct;

    /// <summary>
    /// Interest on a balance that need not divide by its units: <c>round(balance ÷ units × rate, decimals)</c> per unit, times
    /// the units, rounded to fen. Whole numbers throughout, so that no tie is lost.
    /// </summary>
    /// <param name="balance">Balance of all units in fen.</param>
    /// <param name="units">Units outstanding, positive.</param>
    /// <param name="rateForPeriod">Annual rate × year fraction.</param>
    /// <param name="unitDecimals">Decimals of one unit's amount in yuan.</param>
    /// <param name="mode">Used for the unit and the total.</param>
    public static long InterestOnBalance(long balance, long units, Fraction rateForPeriod, int unitDecimals, RoundingMode mode = RoundingMode.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        var scale = BigInteger.Pow(10, unitDecimals);
        var perUnit = Rounding.Div(scale * balance * rateForPeriod.Numerator, (BigInteger)100 * units * rateForPeriod.Denominator, mode);
        return checked((long)Rounding.Div(perUnit * units * 100, scale, mode));
    }

    /// <summary><c>round(face × rate, decimals)</c> per unit. Practice of the depositories: four decimals per 100 yuan.</summary>
    /// <param name="units">Units outstanding.</param>
    /// <param name="face">Yuan outstanding per unit.</param>
    /// <param name="rateForPeriod">Annual rate × year fraction.</param>
    /// <param name="unitDecimals">Decimals of one unit's amount in yuan, 0 to 10.</param>
    /// <param name="mode">Used for the unit, the total and the direct figure.</param>
    public static UnitAmount Interest(
        long units, decimal face, Fraction rateForPeriod, int unitDecimals, RoundingMode mode = RoundingMode.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unitDecimals, 10);
        var exact = Fraction.FromDecimal(face) * rateForPeriod;
        var perUnit = exact.Rounded(unitDecimals, mode);
        return new(perUnit, Money.Rounded(units * perUnit, mode), Money.OfFen(exact.Of(checked(units * 100), mode)));
    }
}

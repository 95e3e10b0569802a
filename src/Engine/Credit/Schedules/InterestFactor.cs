using System.Numerics;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Schedules;

/// <summary>Interest of a stretch on one fen, as an exact ratio: rates times parts of a year.</summary>
internal readonly record struct InterestFactor(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>Rates are whole multiples of this part.</summary>
    public const long RateScale = 1_000_000_000_000;

    /// <summary>A rate as a whole number of 10^−12.</summary>
    public static long Scaled(decimal annual) => (long)(annual * RateScale);

    /// <summary>The factor of a whole period under rates that may change inside it.</summary>
    public static InterestFactor Of(LoanPeriod period, YearParts parts, IReadOnlyList<RateStep> rates) => Between(period, parts, rates, period.From, period.To);

    /// <summary>The factor of a part of a period, first day counted, last day not.</summary>
    public static InterestFactor Between(LoanPeriod period, YearParts parts, IReadOnlyList<RateStep> rates, DateOnly from, DateOnly to)
    {
        var (done, denominator) = parts.Upto(period, from);
        BigInteger sum = 0;
        for (var i = RateAt(rates, from); ; i++)
        {
            var next = i + 1 < rates.Count && rates[i + 1].From < to ? rates[i + 1].From : to;
            var upto = parts.Upto(period, next).Numerator;
            sum += (BigInteger)Scaled(rates[i].Annual) * (upto - done);
            done = upto;
            if (next >= to)
            {
                return new(sum, (BigInteger)RateScale * denominator);
            }
        }
    }

    /// <summary>The index of the rate in force on a day.</summary>
    public static int RateAt(IReadOnlyList<RateStep> rates, DateOnly day)
    {
        var i = 0;
        while (i + 1 < rates.Count && rates[i + 1].From <= day)
        {
            i++;
        }

        return i;
    }

    /// <summary>Interest on a balance, rounded once.</summary>
    /// <exception cref="OverflowException">It does not fit in 64 bits.</exception>
    public long Of(long balance, RoundingMode mode) => (long)Rounding.Div(balance * Numerator, Denominator, mode);
}

using System.Numerics;

namespace Zhirong.Engine.Basics;

/// <summary>How an unrounded figure becomes a whole fen (or a whole decimal of a unit).</summary>
public enum RoundingMode
{
    /// <summary>四舍五入: half away from zero. The Chinese default.</summary>
    HalfUp,

    /// <summary>四舍六入五成双: half to even.</summary>
    HalfEven,

    /// <summary>Toward zero (舍去).</summary>
    Down,
}

/// <summary>The one place where products of amounts and fractions are rounded to integers.</summary>
public static class Rounding
{
    /// <summary><c>amount × numerator ÷ denominator</c>, exact up to the final rounding.</summary>
    /// <param name="amount">Any whole amount, usually fen; may be negative.</param>
    /// <param name="numerator">Numerator; may be negative.</param>
    /// <param name="denominator">Denominator, positive.</param>
    /// <param name="mode">How the quotient becomes whole.</param>
    /// <exception cref="OverflowException">The result does not fit in 64 bits.</exception>
    public static long MulDiv(long amount, long numerator, long denominator, RoundingMode mode = RoundingMode.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var high = Math.BigMul(amount, numerator, out var low);
        // The common case: the product fits in 64 bits.
        if (high == low >> 63)
        {
            return Quotient(low, denominator, mode);
        }

        var product = (Int128)amount * numerator;
        var (quotient, remainder) = Int128.DivRem(product, denominator);
        return checked((long)Adjust(quotient, Int128.Abs(remainder), denominator, product < 0, mode));
    }

    /// <summary><c>numerator ÷ denominator</c> of any size, rounded to a whole number.</summary>
    /// <param name="numerator">May be negative.</param>
    /// <param name="denominator">Positive.</param>
    /// <param name="mode">How the quotient becomes whole.</param>
    public static BigInteger Div(BigInteger numerator, BigInteger denominator, RoundingMode mode = RoundingMode.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        if (remainder.IsZero || mode == RoundingMode.Down)
        {
            return quotient;
        }

        var twice = (BigInteger.Abs(remainder) * 2).CompareTo(denominator);
        var up = twice > 0 || (twice == 0 && (mode == RoundingMode.HalfUp || !quotient.IsEven));
        return up ? quotient + numerator.Sign : quotient;
    }

    private static long Quotient(long product, long denominator, RoundingMode mode)
    {
        var quotient = product / denominator;
        var remainder = product - (quotient * denominator);
        if (remainder == 0 || mode == RoundingMode.Down)
        {
            return quotient;
        }

        var size = (ulong)Math.Abs(remainder);
        var twice = size * 2;
        var up = twice > (ulong)denominator
            || (twice == (ulong)denominator && (mode == RoundingMode.HalfUp || (quotient & 1) != 0));
        return up ? quotient + (product < 0 ? -1 : 1) : quotient;
    }

    private static Int128 Adjust(Int128 quotient, Int128 remainder, Int128 denominator, bool negative, RoundingMode mode)
    {
        if (remainder == 0 || mode == RoundingMode.Down)
        {
            return quotient;
        }

        var twice = remainder * 2;
        var up = twice > denominator || (twice == denominator && (mode == RoundingMode.HalfUp || !Int128.IsEvenInteger(quotient)));
        return up ? quotient + (negative ? -1 : 1) : quotient;
    }

    /// <summary>A decimal rounded to a whole number with the named mode.</summary>
    public static long Whole(decimal unrounded, RoundingMode mode = RoundingMode.HalfUp) =>
        checked((long)Decimals(unrounded, 0, mode));

    /// <summary>A decimal rounded to <paramref name="places"/> decimals with the named mode.</summary>
    public static decimal Decimals(decimal unrounded, int places, RoundingMode mode = RoundingMode.HalfUp) => mode switch
    {
        RoundingMode.HalfUp => decimal.Round(unrounded, places, MidpointRounding.AwayFromZero),
        RoundingMode.HalfEven => decimal.Round(unrounded, places, MidpointRounding.ToEven),
        _ => decimal.Round(unrounded, places, MidpointRounding.ToZero),
    };

    /// <summary>
    /// Splits a whole amount by weights with the largest-remainder method (最大余额法): the parts sum to the amount,
    /// each differs from its exact share by less than one fen, ties go to the earlier weight.
    /// </summary>
    /// <param name="amount">Non-negative whole amount.</param>
    /// <param name="weights">Non-negative weights, at least one positive unless the amount is 0.</param>
    /// <param name="parts">Receives the parts; same length as the weights.</param>
    public static void Split(long amount, ReadOnlySpan<long> weights, Span<long> parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfNotEqual(parts.Length, weights.Length);
        Int128 total = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight);
            total += weight;
        }

        parts.Clear();
        if (amount == 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfZero((BigInteger)total, nameof(weights));
        var remainders = new Int128[weights.Length];
        var left = amount;
        for (var i = 0; i < weights.Length; i++)
        {
            var (quotient, remainder) = Int128.DivRem((Int128)amount * weights[i], total);
            parts[i] = (long)quotient;
            remainders[i] = remainder;
            left -= parts[i];
        }

        for (; left > 0; left--)
        {
            var best = 0;
            for (var i = 1; i < remainders.Length; i++)
            {
                if (remainders[i] > remainders[best])
                {
                    best = i;
                }
            }

            parts[best]++;
            remainders[best] = -1;
        }
    }
}

namespace Zhirong.Engine.Basics;

/// <summary>Powers in decimal arithmetic, so that compound interest is money and not a binary estimate.</summary>
internal static class DecimalPower
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;

    /// <summary>
    /// <c>value^exponent</c> for a positive value. Whole exponents: rounded only by the 28 digits of decimal. Others: by
    /// logarithm, at least 20 significant digits while the result stays below 10^6.
    /// </summary>
    public static decimal Pow(decimal value, Fraction exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return exponent.Denominator == 1 ? Whole(value, exponent.Numerator) : Exp(exponent.ToDecimal() * Ln(value));
    }

    private static decimal Whole(decimal value, long exponent)
    {
        if (exponent < 0)
        {
            return 1m / Whole(value, checked(-exponent));
        }

        var power = 1m;
        while (true)
        {
            if ((exponent & 1) != 0)
            {
                power *= value;
            }

            exponent >>= 1;
            if (exponent == 0)
            {
                return power;
            }

            value *= value;
        }
    }

    /// <summary><c>ln v = k·ln 2 + 2·artanh((m − 1) ÷ (m + 1))</c>, v = m·2^k, m from 0.75 to 1.5.</summary>
    private static decimal Ln(decimal value)
    {
        var k = 0;
        for (; value >= 1.5m; k++)
        {
            value /= 2;
        }

        for (; value < 0.75m; k--)
        {
            value *= 2;
        }

        var z = (value - 1) / (value + 1);
        var square = z * z;
        var sum = 0m;
        var power = z;
        for (var n = 1; power != 0; n += 2)
        {
            sum += power / n;
            power *= square;
        }

        return (k * Ln2) + (2 * sum);
    }

    /// <summary><c>e^x = 2^k·e^r</c>, |r| at most half ln 2, by the Taylor series.</summary>
    private static decimal Exp(decimal x)
    {
        var k = (int)decimal.Round(x / Ln2);
        var r = x - (k * Ln2);
        var sum = 1m;
        var term = 1m;
        for (var n = 1; term != 0; n++)
        {
            term = term * r / n;
            sum += term;
        }

        return k >= 0 ? sum * Whole(2m, k) : sum / Whole(2m, -k);
    }
}

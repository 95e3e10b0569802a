namespace Zhirong.Engine.Basics;

/// <summary>VAT on interest that contains it, and the surcharges on that VAT (增值税及附加).</summary>
/// <param name="Vat">Value added tax.</param>
/// <param name="Surcharge">City construction tax and education surcharges, a share of the rounded VAT.</param>
public readonly record struct InterestTax(Money Vat, Money Surcharge)
{
    public Money Total => Vat + Surcharge;

    /// <summary><c>vat = round(gross × v ÷ (1 + v))</c>, <c>surcharge = round(vat × s)</c>.</summary>
    /// <remarks>A special-purpose plan pays 3 % by the simple method: 财税〔2017〕56号 第一条.</remarks>
    /// <param name="gross">Interest received, VAT included.</param>
    /// <param name="vatRate">Such as 3/100.</param>
    /// <param name="surchargeRate">Such as 12/100: 7 % + 3 % + 2 %.</param>
    /// <param name="mode">Used for both figures.</param>
    public static InterestTax Of(
        Money gross, Fraction vatRate, Fraction surchargeRate, RoundingMode mode = RoundingMode.HalfUp)
    {
        var vat = Contained(vatRate).Of(gross, mode);
        return new(vat, surchargeRate.Of(vat, mode));
    }

    /// <summary>The part of gross interest that both take, before any rounding: <c>v ÷ (1 + v) × (1 + s)</c>.</summary>
    public static Fraction EffectiveRate(Fraction vatRate, Fraction surchargeRate) =>
        Contained(vatRate) * (Fraction.One + surchargeRate);

    private static Fraction Contained(Fraction rate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, Fraction.Zero);
        return new(rate.Numerator, checked(rate.Numerator + rate.Denominator));
    }
}

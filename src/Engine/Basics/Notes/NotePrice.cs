namespace Zhirong.Engine.Basics;

/// <summary>A note's price per 100 yuan of face; the printed figures add up: clean + accrued = dirty.</summary>
/// <param name="Days">Days from settlement to maturity.</param>
/// <param name="Accrued">Interest accrued since the period's start (应计利息).</param>
/// <param name="Dirty">Full price (全价).</param>
/// <param name="Clean">Clean price (净价): rounded full price less rounded accrued interest.</param>
public readonly record struct NotePrice(int Days, decimal Accrued, decimal Dirty, decimal Clean)
{
    /// <summary>
    /// Price from a yield in the last coupon period: <c>dirty = (redemption + coupon) ÷ (1 + y × days ÷ 365)</c>, simple
    /// interest, as the last period of the interbank yield standard 银发〔2007〕200号.
    /// </summary>
    /// <param name="period">The last coupon period.</param>
    /// <param name="coupon">Yuan paid at maturity per 100 of face: 2.2 for a year at 2.2 %.</param>
    /// <param name="settle">Settlement day, inside the period.</param>
    /// <param name="yield">Annual, as a decimal: 0.0217; must leave the divisor positive.</param>
    /// <param name="places">Decimals of every figure; four in the market.</param>
    /// <param name="redemption">Principal paid at maturity per 100 of face.</param>
    /// <param name="mode">How accrued interest and full price are rounded.</param>
    public static NotePrice LastPeriod(
        ReferencePeriod period,
        decimal coupon,
        DateOnly settle,
        decimal yield,
        int places = 4,
        decimal redemption = 100m,
        RoundingMode mode = RoundingMode.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settle, period.Start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settle, period.End);
        var days = period.End.DayNumber - settle.DayNumber;
        var length = period.End.DayNumber - period.Start.DayNumber;
        var accrued = Rounding.Decimals(coupon * (length - days) / length, places, mode);
        var divisor = 1m + (yield * days / 365m);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor, nameof(yield));
        var dirty = Rounding.Decimals((redemption + coupon) / divisor, places, mode);
        return new(days, accrued, dirty, dirty - accrued);
    }

    /// <summary>
    /// What a receivable is bought for: <c>round(face × (1 − discount × days ÷ 365))</c>, simple discount, ACT/365F.
    /// </summary>
    /// <param name="face">What the receivable pays at its end.</param>
    /// <param name="annualDiscount">Such as 6/100.</param>
    /// <param name="days">Days from purchase to payment; the discount must not eat the whole face.</param>
    /// <param name="mode">How the price becomes whole fen.</param>
    public static Money SimpleDiscount(
        Money face, Fraction annualDiscount, int days, RoundingMode mode = RoundingMode.HalfUp)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var share = Fraction.One - (annualDiscount * new Fraction(days, 365));
        ArgumentOutOfRangeException.ThrowIfLessThan(share, Fraction.Zero, nameof(annualDiscount));
        return share.Of(face, mode);
    }
}

using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Discounting;

/// <summary>Discount and annuity factors, at least 20 significant digits.</summary>
public static class DiscountFactor
{
    /// <summary><c>1 ÷ (1 + rate)^years</c>; 0 where less than 10^-26 is left.</summary>
    /// <param name="rate">Above −1.</param>
    /// <param name="years">Not negative.</param>
    public static decimal Of(decimal rate, decimal years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rate, -1m);
        ArgumentOutOfRangeException.ThrowIfNegative(years);

        // Below 10^-26 nothing of a fen is left, and the growth leaves the range of decimals.
        if (rate > 0 && (double)years * Math.Log(1 + (double)rate) > 60)
        {
            return 0;
        }

        return 1m / Growth(rate, Fraction.FromDecimal(Rounding.Decimals(years, 6)));
    }

    /// <summary>What 1 at the end of each of <paramref name="years"/> years is worth today.</summary>
    public static decimal Annuity(decimal rate, int years) => Enumerable.Range(1, years).Sum(t => Of(rate, t));

    /// <summary>税务摊销收益 (TAB): the factor that adds the tax saved by writing the value off in equal parts over <paramref name="years"/> years.</summary>
    /// <param name="tax">Tax rate.</param>
    /// <param name="rate">Discount rate.</param>
    /// <param name="years">Years of amortisation.</param>
    /// <param name="timing">When in a year the tax is saved.</param>
    public static decimal AmortisationBenefit(decimal tax, decimal rate, int years, Facts.TimingConvention timing)
    {
        var annuity = Annuity(rate, years) * (timing == Facts.TimingConvention.MidPeriod ? Growth(rate, new Fraction(1, 2)) : 1m);
        return 1m / (1m - (tax * annuity / years));
    }

    private static decimal Growth(decimal rate, Fraction years) =>
        new Rate(rate, DayCountConvention.Act365F, Compounding.AnnualEffective).Growth(years);
}

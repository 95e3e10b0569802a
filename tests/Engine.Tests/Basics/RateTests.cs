using Xunit;
using Zhirong.Engine.Basics;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Basics;

public sealed class RateTests
{
    private const DayCountConvention Act365 = DayCountConvention.Act365F;

    /// <summary>lending.md rows 7 and 37 (rule: 算头不算尾); deal-formulas.json F02.</summary>
    [Theory]
    [InlineData("2000000", "0.035", "ACT/360", "2025-03-05", "2026-03-05", "70972.22")]
    [InlineData("2000000", "0.035", "ACT/365F", "2025-03-05", "2026-03-05", "70000.00")]
    [InlineData("145000000", "0.022", "ACT/365F", "2025-01-01", "2025-06-30", "1573150.68")]
    [InlineData("137750000", "0.022", "ACT/365F", "2023-06-15", "2024-06-15", "3038802.74")]
    [InlineData("100", "0.00005", "ACT/365F", "2025-01-01", "2026-01-01", "0.01")] // half a fen
    public void Interest_Simple_IsExact(string balance, string annual, string dayCount, string from, string to, string expected)
    {
        Assert.True(DayCounts.TryParse(dayCount, out var convention));

        var interest = Rate.Simple(decimal.Parse(annual), convention).Interest(Money.Cny(decimal.Parse(balance)), D(from), D(to));

        Assert.Equal(expected, interest.ToString());
    }

    [Fact]
    public void Interest_Compounding_GrowsByPeriods()
    {
        var balance = Money.Wan(100);
        var nominal = new Rate(0.06m, Act365, Compounding.Nominal(4));
        var effective = new Rate(0.1m, Act365, Compounding.AnnualEffective);

        Assert.Equal(Money.Cny(61_363.55m), nominal.Interest(balance, D("2025-01-01"), D("2026-01-01"))); // 1.015⁴
        Assert.Equal(Money.Cny(210_000m), effective.Interest(balance, D("2025-01-01"), D("2027-01-01")));
        Assert.Equal(Money.Cny(-50_000m), (nominal with { Annual = -0.05m, Compounding = Compounding.Nominal(1) })
            .Interest(balance, D("2025-01-01"), D("2026-01-01")));
    }

    /// <summary>√1.1 and 1.05^(1/12) to 20 decimals, computed with arbitrary precision.</summary>
    [Theory]
    [InlineData("0.1", 1, 2, "1.04880884817015154699")]
    [InlineData("0.05", 1, 12, "1.00407412378364830161")]
    [InlineData("9", 5, 2, "316.22776601683793319989")]
    [InlineData("-0.19", 1, 2, "0.9")]
    public void Growth_PartOfAYear_HoldsTwentyDigits(string annual, long numerator, long denominator, string expected)
    {
        var growth = new Rate(decimal.Parse(annual), Act365, Compounding.AnnualEffective).Growth(new(numerator, denominator));

        Near(decimal.Parse(expected), growth);
    }

    [Fact]
    public void To_AnyCompounding_GrowsToTheSame()
    {
        Compounding[] kinds =
            [Compounding.Simple, Compounding.AnnualEffective, Compounding.Nominal(1), Compounding.Nominal(12)];
        foreach (var from in kinds)
        {
            foreach (var to in kinds)
            {
                var rate = new Rate(0.0435m, Act365, from);
                var years = new Fraction(5, 2);

                var back = rate.To(to, years).To(from, years);

                Assert.Equal(to, rate.To(to, years).Compounding);
                Near(rate.Growth(years), rate.To(to, years).Growth(years));
                Near(rate.Annual, back.Annual);
            }
        }
    }

    [Fact]
    public void To_Effective_IsTheTextbookFormula() =>
        Near(0.061363550625m, new Rate(0.06m, Act365, Compounding.Nominal(4)).To(Compounding.AnnualEffective).Annual);

    /// <summary>73 days are a fifth of a year, and 1 − 0.9⁵ = 0.40951.</summary>
    [Theory]
    [InlineData(0, 365, 0)]
    [InlineData(0.06, 365, 0.06)]
    [InlineData(0.06, 0, 0)]
    [InlineData(1, 30, 1)]
    [InlineData(0.40951, 73, 0.1)]
    public void EstimateFromAnnual_Speed_BecomesThePeriods(double annual, int days, double expected) =>
        Assert.Equal(expected, PeriodRate.EstimateFromAnnual(annual, days), 1e-14);

    [Fact]
    public void EstimateToAnnual_IsTheWayBack() =>
        Assert.Equal(0.0322, PeriodRate.EstimateToAnnual(PeriodRate.EstimateFromAnnual(0.0322, 31), 31), 1e-13);

    [Fact]
    public void Brent_NoChangeOfSign_Throws() =>
        Assert.Throws<ArgumentException>(() => RootFinding.Brent(x => (x * x) + 1, -1, 1));

    [Fact]
    public void Brent_SteepFlatAndTrivialRoots_Converges()
    {
        Assert.Equal(Math.Sqrt(2), RootFinding.Brent(x => (x * x) - 2, 0, 2), 1e-13);
        Assert.Equal(0, RootFinding.Brent(x => x * x * x, -1, 2), 1e-12);
        Assert.Equal(Math.Log(1e9), RootFinding.Brent(x => Math.Exp(x) - 1e9, 0, 700), 1e-12);
        Assert.Equal(1, RootFinding.Brent(x => x - 1, 1, 5), 1e-13);
    }

    private static void Near(decimal expected, decimal found) =>
        Assert.True(Math.Abs(expected - found) <= 1e-18m * Math.Max(1m, Math.Abs(expected)), $"{found} is not {expected}");
}

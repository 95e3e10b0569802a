using System.Text.Json;
using Xunit;
using Zhirong.Engine.Basics;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Basics;

/// <summary>The F-rows of tests/golden/deal-formulas.json that need no waterfall and no simulation.</summary>
public sealed class NoteFormulaTests
{
    private static readonly Fraction FivePercent = new(5, 100);

    private static readonly Dictionary<string, JsonElement> Rows =
        Repo.Golden("deal-formulas.json").EnumerateArray().ToDictionary(row => row.GetProperty("id").GetString()!);

    [Theory]
    [InlineData("F01")]
    [InlineData("F02")]
    [InlineData("F03")]
    public void Coupon_Act365F_Agrees(string id)
    {
        var (given, expected) = Row(id);
        var (from, to) = (given.Date("from"), given.Date("to"));

        var interest = Coupon(given.Yuan("balance"), given.Number("rate"), from, to);

        Assert.Equal(expected.GetProperty("days").GetInt32(), DayCounts.Days(DayCountConvention.Act365F, from, to));
        Assert.Equal(expected.Yuan("interest"), interest);
        if (expected.TryGetProperty("per_100", out _))
        {
            var units = given.Yuan("balance").Fen / 100_00;
            var rate = Fraction.FromDecimal(given.Number("rate")) * DayCounts.YearFraction(DayCountConvention.Act365F, from, to);
            Assert.Equal(expected.Number("per_100"), UnitAmount.Interest(units, 100m, rate, 4).PerUnit);
        }
    }

    [Fact]
    public void UnitInterest_F04_Agrees()
    {
        var (given, expected) = Row("F04");
        var rate = Fraction.FromDecimal(given.Number("rate")) * new Fraction(given.GetProperty("days").GetInt32(), 365);

        var found = UnitAmount.Interest(
            given.GetProperty("units").GetInt64(), given.Number("face"), rate, given.GetProperty("unit_decimals").GetInt32());

        Assert.Equal(expected.Number("per_unit"), found.PerUnit);
        Assert.Equal(expected.Yuan("by_unit"), found.Total);
        Assert.Equal(expected.Yuan("direct"), found.Direct);
        Assert.Equal(expected.Yuan("difference"), found.Difference);
    }

    [Fact]
    public void LevelPayment_F05_AgreesInEveryPublishedPeriod()
    {
        var (given, expected) = Row("F05");
        var rate = Fraction.FromDecimal(given.Number("rate")) * new Fraction(1, given.GetProperty("per_year").GetInt32());
        var periods = given.GetProperty("periods").GetInt32();
        var balance = given.Yuan("upfront");
        var payment = Annuity.LevelPayment(balance, rate, periods);
        Assert.Equal(expected.Yuan("payment"), payment);

        var totalInterest = Money.Zero;
        for (var k = 1; k <= periods; k++)
        {
            var interest = rate.Of(balance);
            var principal = k == periods ? balance : payment - interest;
            balance -= principal;
            totalInterest += interest;
            if (expected.TryGetProperty($"k{k}", out var row))
            {
                Assert.Equal([row.Yuan(0), row.Yuan(1), row.Yuan(2)], [interest, principal, balance]);
            }

            if (k == periods)
            {
                Assert.Equal(expected.Yuan("last_payment"), interest + principal);
            }
        }

        Assert.Equal(expected.Yuan("total_interest"), totalInterest);
    }

    [Theory]
    [InlineData("F06")]
    [InlineData("F07")]
    public void Concentration_OfAPool_Agrees(string id)
    {
        var (given, expected) = Row(id);

        var found = Concentration.Of(
            given.GetProperty("principals_million").EnumerateArray().Select(m => Money.Wan(100 * m.GetDecimal())));

        Assert.Equal(expected.GetProperty("n").GetInt32(), found.Count);
        Assert.Equal(expected.Number("max_pct"), found.MaxShare(6) * 100);
        Assert.Equal(expected.Number("top5_pct"), found.TopShare(5, 6) * 100);
        Assert.Equal(expected.Number("hhi"), found.Hhi(6));
        Assert.Equal(expected.Number("effective_n"), found.EffectiveNumber(4));
    }

    [Fact]
    public void Retention_F08_Agrees()
    {
        var (given, expected) = Row("F08");
        for (var i = 0; i < given.GetArrayLength(); i++)
        {
            var found = NoteRatios.Retention(Money.Wan(given[i].Number(0)), Money.Wan(given[i].Number(1)), FivePercent);

            Assert.Equal(expected[i].Number(0), found.Share.Percent(4));
            Assert.Equal(expected[i][1].GetBoolean(), found.Meets);
        }
    }

    [Theory]
    [InlineData("7.25", "145", true)]
    [InlineData("7.249999", "145", false)]
    [InlineData("7.25", "145.000020", false)]
    public void Retention_AroundTheRequiredShare_IsExact(string held, string issued, bool meets) =>
        Assert.Equal(meets, NoteRatios.Retention(
            Money.Wan(100 * decimal.Parse(held)), Money.Wan(100 * decimal.Parse(issued)), FivePercent).Meets);

    [Fact]
    public void InterestTax_F09_Agrees()
    {
        var (vat, surcharge) = (new Fraction(3, 100), new Fraction(12, 100));
        var (given, expected) = Row("F09");
        for (var i = 0; i < given.GetArrayLength(); i++)
        {
            var found = InterestTax.Of(given.Yuan(i), vat, surcharge);

            Assert.Equal(
                [expected[i].Yuan(0), expected[i].Yuan(1), expected[i].Yuan(2)], [found.Vat, found.Surcharge, found.Total]);
        }

        Assert.Equal(Rows["F09"].Number("effective_rate"), InterestTax.EffectiveRate(vat, surcharge).Rounded(8));
    }

    [Fact]
    public void PayingAgentFee_F10_Agrees()
    {
        var (given, expected) = Row("F10");

        // 0.005 % is 0.05 per mille.
        var fee = Fees.PerMille(given.Yuan("principal") + given.Yuan("interest"), 0.05m);

        Assert.Equal(Money.Cny(decimal.Parse(expected.GetString()!)), fee);
    }

    [Fact]
    public void PerMille_F11_AgreesAndIsCapped()
    {
        var (given, expected) = Row("F11");
        for (var i = 0; i < given.GetArrayLength(); i++)
        {
            Assert.Equal(expected.Yuan(i), Fees.PerMille(given.Yuan(i), 0.0004m, Money.Cny(40)));
        }

        Assert.Equal(Money.Cny(200), Fees.PerMille(given.Yuan(2), 0.0004m));
    }

    [Fact]
    public void LastPeriod_F16_Agrees()
    {
        var (given, expected) = Row("F16");
        var maturity = given.Date("maturity");
        for (var i = 0; i < 3; i++)
        {
            var found = NotePrice.LastPeriod(
                new(maturity.AddYears(-1), maturity),
                given.Number("coupon"),
                given.Date("settle"),
                given.GetProperty("yields").Number(i));

            Assert.Equal(
                new NotePrice(
                    expected.GetProperty("days").GetInt32(),
                    expected.Number("accrued"),
                    expected.GetProperty("dirty").Number(i),
                    expected.GetProperty("clean").Number(i)),
                found);
        }
    }

    [Fact]
    public void Act365Wal_F17_Agrees()
    {
        var (given, expected) = Row("F17");
        var from = given.Date("from");
        var payments = given.GetProperty("tranches_million").EnumerateArray()
            .Zip(given.GetProperty("to").EnumerateArray(), (m, to) =>
                new DatedAmount(D(to.GetString()!), Money.Wan(100 * m.GetDecimal())))
            .ToList();

        Assert.Equal(
            expected.GetProperty("days").EnumerateArray().Select(d => d.GetInt32()),
            payments.Select(p => DayCounts.Days(DayCountConvention.Act365F, from, p.Date)));
        Assert.Equal(expected.Number("wal"), WeightedAverageLife.Act365(from, payments));
    }

    [Fact]
    public void SimpleDiscount_F18_Agrees()
    {
        var (given, expected) = Row("F18");
        for (var i = 0; i < given.GetArrayLength(); i++)
        {
            Assert.Equal(
                expected.Yuan(i), NotePrice.SimpleDiscount(given[i].Yuan(0), new(6, 100), given[i][1].GetInt32()));
        }
    }

    [Fact]
    public void AssetBackedNote_F25_Agrees()
    {
        var (given, expected) = Row("F25");
        var (principal, rate) = (given.Yuan("principal"), given.Number("rate"));

        Assert.Equal(expected.Yuan("year365"), Coupon(principal, rate, D("2025-01-20"), D("2026-01-20")));
        Assert.Equal(expected.Yuan("year366"), Coupon(principal, rate, D("2027-06-01"), D("2028-06-01")));
        Assert.Equal(
            expected.Number("finance_to_value_pct"),
            NoteRatios.FinanceToValue(principal, given.Yuan("appraised")).Percent(4));
        Assert.Equal(
            expected.Yuan("subsidy_to_reach_2.5pct_per_year"),
            (Fraction.FromDecimal(rate) - Fraction.FromDecimal(0.025m)).Of(principal));
    }

    [Fact]
    public void FinanceToValue_F26_Agrees()
    {
        var row = Rows["F26"];
        for (var i = 0; i < row.GetProperty("in").GetArrayLength(); i++)
        {
            var pair = row.GetProperty("in")[i];
            Assert.Equal(row.GetProperty("out_pct").Number(i), NoteRatios.FinanceToValue(pair.Yuan(0), pair.Yuan(1)).Percent(4));
        }
    }

    [Fact]
    public void Arguments_OutsideTheirMeaning_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Concentration.Of([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Concentration.Of([Money.Zero]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoteRatios.FinanceToValue(Money.Cny(1), Money.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedAverageLife.Act365(D("2025-01-01"), []));
        Assert.Throws<ArgumentOutOfRangeException>(() => NotePrice.SimpleDiscount(Money.Cny(1), new(2, 1), 365));
    }

    private static Money Coupon(Money balance, decimal rate, DateOnly from, DateOnly to) =>
        (Fraction.FromDecimal(rate) * DayCounts.YearFraction(DayCountConvention.Act365F, from, to)).Of(balance);

    private static (JsonElement In, JsonElement Out) Row(string id) => (Rows[id].GetProperty("in"), Rows[id].GetProperty("out"));
}

using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Credit;

public sealed class OrdinaryLoanTests
{
    private static readonly OrdinaryLoanTerms Quarterly = new()
    {
        Principal = Money.Cny(21_000_000),
        Disbursed = D("2026-01-20"),
        Maturity = D("2027-01-20"),
        Lpr = 0.03m,
        SpreadBasisPoints = 5,
        DayCount = DayCountConvention.Act360,
        Method = RepaymentMethod.InterestThenBullet,
        Every = new(3, TenorUnit.Month),
    };

    /// <summary>21,000,000 × 3.05 % × 90, 91, 92, 92 days ÷ 360, by hand.</summary>
    [Fact]
    public void Of_QuarterlyInterest_CountsDaysOfEachQuarter() => Assert.Equal(
        ["2026-04-20 160125.00 0.00", "2026-07-20 161904.17 0.00", "2026-10-20 163683.33 0.00", "2027-01-20 163683.33 21000000.00"],
        Rows(Quarterly));

    /// <summary>The same flows less an appraisal of 16,500, bisected with 40 digits outside this program.</summary>
    [Fact]
    public void Of_QuoteWithAppraisal_AgreesWithAnIndependentBisection()
    {
        var quote = OrdinaryLoanQuote.Of(Quarterly, [new() { Id = "appraisal", Kind = CostKind.Appraisal, Date = Quarterly.Disbursed, Amount = Money.Cny(16_500) }]);

        Assert.Equal(0.0305m, quote.Terms.Rate);
        Assert.Equal(0.0321043923m, quote.Cost.Net.Rate);
    }

    [Fact]
    public void Of_BulletOverOneYearAct365_CostsItsRate() =>
        Assert.Equal(0.0305m, OrdinaryLoanQuote.Of(Quarterly with { Method = RepaymentMethod.Bullet, DayCount = DayCountConvention.Act365F }, []).Cost.Net.Rate);

    /// <summary>1,200,000 at 3.6 % in twelve: P·i·(1+i)^12 ÷ ((1+i)^12 − 1) with i = 0.3 % is 101,960.71; the last takes the residue.</summary>
    [Fact]
    public void Of_EqualInstalments_AreLevelAndRepayThePrincipal()
    {
        var rows = OrdinaryLoanSchedule.Of(Quarterly with
        {
            Principal = Money.Cny(1_200_000),
            Lpr = 0.036m,
            SpreadBasisPoints = 0,
            DayCount = DayCountConvention.Thirty360BondBasis,
            Method = RepaymentMethod.EqualInstalments,
            Every = new(1, TenorUnit.Month),
        });

        Assert.Equal(12, rows.Count);
        Assert.All(rows.Take(11), r => Assert.Equal(Money.Cny(101_960.71m), r.Interest + r.Principal));
        Assert.InRange((rows[11].Interest + rows[11].Principal).Fen, 10_196_065, 10_196_077);
        Assert.Equal(120_000_000, rows.Sum(r => r.Principal.Fen));
    }

    [Fact]
    public void Of_EqualPrincipal_LeavesTheOddFenToTheLast()
    {
        var rows = OrdinaryLoanSchedule.Of(Quarterly with { Principal = Money.Cny(100), Method = RepaymentMethod.EqualPrincipal, Every = new(4, TenorUnit.Month) });

        Assert.Equal(["33.33", "33.33", "33.34"], rows.Select(r => r.Principal.ToString()));
    }

    /// <summary>Distances are counted from the disbursement: 31 January, 28 February, 31 March; a stub ends at the maturity.</summary>
    [Fact]
    public void Of_MonthEndsAndStub_AreNeverChained() => Assert.Equal(
        ["2026-02-28", "2026-03-31", "2026-04-15"],
        OrdinaryLoanSchedule.Of(Quarterly with { Disbursed = D("2026-01-31"), Maturity = D("2026-04-15"), Every = new(1, TenorUnit.Month) }).Select(r => $"{r.DueDate:yyyy-MM-dd}"));

    [Theory]
    [InlineData("0.0183", "0.4")]
    [InlineData("0.0305", "0")]
    [InlineData("0.061", "-1")]
    public void ReductionBy_AgainstTheQuote_IsOneLessTheRatio(string rate, string reduction)
    {
        var quote = OrdinaryLoanQuote.Of(Quarterly with { Method = RepaymentMethod.Bullet, DayCount = DayCountConvention.Act365F }, []);
        var cost = AllInCost.Of([new(Quarterly.Disbursed, Money.Cny(10_000)), new(Quarterly.Maturity, Money.Cny(-10_000 * (1 + decimal.Parse(rate))))], []);

        Assert.Equal(decimal.Parse(reduction), quote.ReductionBy(cost.Net));
    }

    [Fact]
    public void ReductionBy_CostWithoutARate_IsNone() =>
        Assert.Null(OrdinaryLoanQuote.Of(Quarterly, []).ReductionBy(XirrOutcome.OneSign));

    private static IEnumerable<string> Rows(OrdinaryLoanTerms terms) =>
        OrdinaryLoanSchedule.Of(terms).Select(r => $"{r.DueDate:yyyy-MM-dd} {r.Interest} {r.Principal}");
}

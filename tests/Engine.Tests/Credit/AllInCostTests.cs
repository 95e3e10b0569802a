using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Credit;

public sealed class AllInCostTests
{
    private static readonly DateOnly Start = D("2026-01-20");
    private static readonly DateOnly End = D("2027-01-20");

    // 1,000,000 for 365 days at 2.6 %: 1,026,000 back.
    private static readonly DatedAmount[] Bullet = [new(Start, Money.Cny(1_000_000)), new(End, Money.Cny(-1_026_000))];

    [Fact]
    public void Of_BulletWithoutItems_CostsItsRateThreeTimes()
    {
        var cost = AllInCost.Of(Bullet, []);

        Assert.Equal(0.026m, cost.Gross.Rate);
        Assert.Equal(0.026m, cost.Net.Rate);
        Assert.Equal(0.026m, cost.NetIfGranted.Rate);
        Assert.Equal(Money.Cny(26_000), cost.GrossTotal);
    }

    /// <summary>Over exactly one year a rate is out ÷ in − 1, so every figure here is a division done by hand.</summary>
    [Theory]
    [InlineData("issue_fee", "10000", "0", "0.0363636364", "0.0363636364", "0.0363636364")] // 1,026,000 ÷ 990,000
    [InlineData("subsidy_received", "10000", "1", "0.026", "0.016", "0.016")] // 1,016,000 ÷ 1,000,000
    [InlineData("subsidy_received", "10000", "0", "0.026", "0.0158415842", "0.0158415842")] // 1,026,000 ÷ 1,010,000
    [InlineData("subsidy_applied", "10000", "1", "0.026", "0.026", "0.016")]
    [InlineData("guarantee", "0", "0", "0.026", "0.026", "0.026")]
    public void Of_OneItem_EntersTheRatesItBelongsTo(string kind, string yuan, string year, string gross, string net, string granted)
    {
        var cost = AllInCost.Of(Bullet, [Item(kind, yuan, year == "0" ? Start : End)]);

        Assert.Equal(decimal.Parse(gross), cost.Gross.Rate);
        Assert.Equal(decimal.Parse(net), cost.Net.Rate);
        Assert.Equal(decimal.Parse(granted), cost.NetIfGranted.Rate);
    }

    /// <summary>A tenth held back: 1,026,000 − 100,000 owed on 900,000 received, 926 ÷ 900 − 1.</summary>
    [Fact]
    public void Of_DepositHeldAndReturned_RaisesTheRateAndCostsNoYuan()
    {
        var cost = AllInCost.Of(Bullet, [Item("deposit_held", "100000", Start), Item("deposit_returned", "100000", End)]);

        Assert.Equal(0.0288888889m, cost.Net.Rate);
        Assert.Equal(Money.Cny(26_000), cost.NetTotal);
    }

    [Fact]
    public void Of_FeePaidByAnother_IsListedAndMovesNothing()
    {
        var cost = AllInCost.Of(Bullet, [Item("appraisal", "5000", Start) with { Payer = "bank" }]);

        Assert.Equal(0.026m, cost.Gross.Rate);
        Assert.Single(cost.Items);
        Assert.Equal(Money.Zero, cost.Sum(CostKind.Appraisal));
    }

    /// <summary>100 − 103 v + 5 v³ has the roots v ≈ 1.02 and v ≈ 3.95, the rates −2 % and −75 %: none is the cost.</summary>
    [Fact]
    public void Of_SubsidyAfterTheLastRepayment_TellsThatThereAreSeveralRates()
    {
        DatedAmount[] loan = [new(D("2025-01-01"), Money.Cny(100)), new(D("2026-01-01"), Money.Cny(-103))];

        var cost = AllInCost.Of(loan, [Item("subsidy_received", "5", D("2028-01-01"))]);

        Assert.Equal(XirrStatus.One, cost.Gross.Status);
        Assert.Equal(XirrStatus.Several, cost.Net.Status);
        Assert.NotEqual("", cost.Net.Reason.Zh);
    }

    [Fact]
    public void Of_SubsidyThatEatsTheWholeDebt_HasNoRate() =>
        Assert.Equal(XirrStatus.None, AllInCost.Of(Bullet, [Item("subsidy_received", "1026000", End)]).Net.Status);

    [Fact]
    public void Of_NegativeItem_IsACallersBug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AllInCost.Of(Bullet, [Item("guarantee", "-1", Start)]));

    /// <summary>1,000,000 at 2 % and 3,000,000 at 4 %: (1,020,000 + 3,120,000) ÷ 4,000,000 − 1 = 3.5 %, not 3 %.</summary>
    [Fact]
    public void Pool_TwoBorrowers_IsTheRateOfTheSummedFlows()
    {
        AllInCost Loan(decimal yuan, decimal back) => AllInCost.Of([new(Start, Money.Cny(yuan)), new(End, Money.Cny(-back))], []);

        Assert.Equal(0.035m, AllInCost.Pool([Loan(1_000_000, 1_020_000), Loan(3_000_000, 3_120_000)]).Net.Rate);
    }

    /// <summary>
    /// 21,000,000 − 63,000 − 126,000 − 16,500 in, 350,000 on day 161, 21,546,000 out on day 365; bisected with 40 digits
    /// outside this program.
    /// </summary>
    [Fact]
    public void Of_FeesAndEarlySubsidy_AgreesWithAnIndependentBisection()
    {
        var cost = AllInCost.Of(
            [new(Start, Money.Cny(21_000_000)), new(End, Money.Cny(-21_546_000))],
            [
                Item("issue_fee", "63000", Start), Item("guarantee", "126000", Start), Item("appraisal", "16500", Start),
                Item("subsidy_received", "350000", D("2026-06-30")),
            ]);

        Assert.Equal(0.0191287954m, cost.Net.Rate);
    }

    [Fact]
    public void Words_OfEveryKind_AreReadBack() =>
        Assert.Equal(Enum.GetValues<CostKind>(), CostKinds.Words.Select(w => CostKinds.Parse(w)!.Value));

    private static CostItem Item(string kind, string yuan, DateOnly date) =>
        new() { Id = kind, Kind = CostKinds.Parse(kind)!.Value, Date = date, Amount = Money.Cny(decimal.Parse(yuan)) };
}

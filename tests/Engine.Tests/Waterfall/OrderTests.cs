using Xunit;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>Orders of payment where the reading of the contract decides the figure.</summary>
public sealed class OrderTests
{
    [Fact]
    public void PassThrough_InAGroupWithABullet_GoesToTheMembersThatPassThrough()
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [90m, 10m],
            Tranches = "{id: A, size: 50.00, amort: bullet}\n{id: B, size: 30.00, amort: pass_through}\n{id: C, size: 60.00, amort: pass_through}",
            Normal = "{do: pay_principal, what: [A, B, C], amount: scheduled, pari_passu: true}",
        }).GetProperty("periods")[0];

        Assert.Equal((0m, 30m, 60m), (period.Yuan("paid", "A.principal"), period.Yuan("paid", "B.principal"), period.Yuan("paid", "C.principal")));
    }

    [Fact]
    public void PassThrough_OfATrancheThatStandsTwice_TakesItsShareOnce()
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [70m, 10m],
            Tranches = "{id: A, size: 40.00}\n{id: B, size: 60.00}",
            Normal = """
                {do: pay_principal, what: [A], amount: pass_through}
                {do: pay_principal, what: [A], amount: pass_through}
                {do: pay_principal, what: [B], amount: pass_through}
                """,
        }).GetProperty("periods")[0];

        Assert.Equal((40m, 30m), (period.Yuan("paid", "A.principal"), period.Yuan("paid", "B.principal")));
    }

    [Theory]
    [InlineData("33.33", "33.00", "0.33")] // 100 units at two decimals: 0.33 each, and 0.33 yuan no unit can share
    [InlineData("33.00", "33.00", "0.00")]
    [InlineData("0.99", "0.00", "0.99")]
    public void PartPayment_OnUnits_KeepsTheRestFromJuniorLines(string cash, string paid, string carried)
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [decimal.Parse(cash)],
            Money = "{unit_face: 1, unit_decimals: 2}",
            Tranches = "{id: A, size: 100.00}\n{id: SUB, size: 50.00, residual: true}",
            Fees = "{id: junior, kind: fixed, amount: 5.00}",
            Normal = "{do: pay_principal, what: [A]}\n{do: pay_fee, what: [junior]}\n{do: pay_principal, what: [SUB], amount: all}\n{do: pay_residual, what: [SUB]}",
        }).GetProperty("periods")[0];

        Assert.Equal((decimal.Parse(paid), decimal.Parse(carried)), (period.Yuan("paid", "A.principal"), period.Yuan("carriedCash")));
        Assert.Equal(0m, period.Yuan("paid", "junior") + period.Yuan("paid", "SUB.principal") + period.Yuan("paid", "SUB.residual"));
    }

    [Fact]
    public void Interest_OnABalanceItsUnitsDoNotDivide_RoundsTheTieUp()
    {
        var period = Deals.Run(new SmallDeal
        {
            Money = "{unit_face: 1.30, unit_decimals: 2}",
            Tranches = "{id: A, size: 4.00, coupon: 0.03375}",
            Normal = "{do: pay_interest, what: [A]}\n{do: pay_principal, what: [A]}",
        }).GetProperty("periods")[0];

        // 4 / 3 x 3.375 % is exactly 0.045 a unit: 0.05 on each of 3 units. Any decimal for 4 / 3 falls short of the tie.
        Assert.Equal(0.15m, period.Yuan("paid", "A.interest"));
    }

    [Fact]
    public void UnitFace_OfZero_IsRefusedAndNotReplaced()
    {
        var refusal = Assert.Single(Deals.Prepare(new SmallDeal { Money = "{unit_face: 0, unit_decimals: 2}", Normal = "{do: pay_principal, what: [A]}" }).ShapeRefusals);

        Assert.Equal(("FLD-0102", "money.unit_face"), (refusal.Code, refusal.Path));
    }

    [Fact]
    public void PartPayment_OnUnitsThatSupportCompletes_DrawsTheExactShortage()
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [33.33m],
            Money = "{unit_face: 1, unit_decimals: 2}",
            Tranches = "{id: A, size: 100.00}",
            Support = "{id: t, kind: top_up, covers: [A.principal]}",
            Normal = "{do: pay_principal, what: [A]}",
        }).GetProperty("periods")[0];

        Assert.Equal((66.67m, 100m, 0m), (period.Yuan("drawn", "t"), period.Yuan("paid", "A.principal"), period.Yuan("carriedCash")));
    }

    [Fact]
    public void Release_OfTwoReservesOfEqualRank_ReleasesBothWholly()
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [1m],
            Support = "{id: r, kind: cash_reserve, initial: 30.00, target: 0, covers: [A.interest]}\n{id: q, kind: cash_reserve, initial: 20.00, target: 0, covers: [A.interest]}",
            Normal = "{do: release_reserve, what: [r, q], pari_passu: true}\n{do: pay_principal, what: [A]}",
        }).GetProperty("periods")[0];

        Assert.Equal((30m, 20m, 51m), (period.Yuan("paid", "r.release"), period.Yuan("paid", "q.release"), period.Yuan("paid", "A.principal")));
    }

    [Fact]
    public void WriteOff_OfEquals_PaysNobody()
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [30m, 20m],
            Tranches = "{id: A, size: 60.00}\n{id: B, size: 40.00}",
            Normal = "{do: pay_principal, what: [A, B], amount: all, pari_passu: true}\n{do: write_off, what: [B, A], pari_passu: true}",
        }).GetProperty("periods")[0];

        // 70 outstanding after the payment, 20 still to come: 50 are lost, B stands first.
        Assert.Equal((18m, 12m), (period.Yuan("paid", "A.principal"), period.Yuan("paid", "B.principal")));
        Assert.Equal((20m, 0m, 50m), (period.Yuan("balances", "A"), period.Yuan("balances", "B"), period.Yuan("writtenOff")));
    }

    [Theory]
    [InlineData("2027-01-01", 1)]
    [InlineData("2026-06-30", 1)] // a lint error; run despite it, the next date pays
    [InlineData("2039-01-01", 2)] // past the last date
    public void ExpectedMaturity_OfATranche_SchedulesItsWholeBalanceThere(string maturity, int date)
    {
        var periods = Deals.Run(new SmallDeal
        {
            Cash = [100m, 100m, 100m],
            Tranches = $"{{id: A, size: 100.00, expected_maturity: {maturity}}}",
            Normal = "{do: pay_principal, what: [A], amount: scheduled}",
        }).GetProperty("periods");

        Assert.Equal([.. Enumerable.Range(0, 3).Select(k => k == date ? 100m : 0m)], periods.EnumerateArray().Select(p => p.Yuan("paid", "A.principal")));
    }

    [Fact]
    public void TrapCash_AheadOfTheInterest_LeavesItUnpaidInTheSummary()
    {
        var run = Deals.Run(new SmallDeal
        {
            Cash = [30m],
            Tranches = "{id: A, size: 100.00, coupon: 0.10}",
            Normal = "{do: trap_cash}\n{do: pay_interest, what: [A]}\n{do: pay_principal, what: [A]}",
        });

        Assert.Equal(30m, run.GetProperty("periods")[0].Yuan("carriedCash"));
        Assert.Equal(110m, run.Yuan("summary", "A", "unpaid"));
    }

    [Fact]
    public void Condition_OfAStepThatIsUnknown_DoesNotFireAndIsTold()
    {
        var run = Deals.Run(new SmallDeal
        {
            Normal = "{do: pay_principal, what: [A], when: \"servicer.rating >= AA\"}",
        });

        Assert.Equal(0m, run.GetProperty("periods")[0].Yuan("paid", "A.principal"));
        var warning = Assert.Single(run.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("code").GetString() == "TRG-0104");
        Assert.Contains("waterfalls.normal.0.when", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("servicer.rating", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}

using Xunit;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>Supports: exactly what covered lines are short of, in their order, up to their limits, and what follows when they fail.</summary>
public sealed class SupportTests
{
    [Theory]
    [InlineData("20.00", "20.00", "30.00")]
    [InlineData("50.00", "50.00", "0.00")]
    [InlineData("50.01", "50.00", "0.00")]
    public void Draw_ForALineWithACap_StopsAtTheCap(string cap, string drawn, string unpaid)
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [0m],
            Fees = "{id: f, kind: fixed, amount: 50.00}",
            Support = "{id: g, kind: guarantee, covers: [fees]}",
            Normal = $$"""
                {do: pay_fee, what: [f], cap: {amount: {{cap}} } }
                {do: pay_support_claim, what: [g]}
                {do: pay_principal, what: [A], amount: scheduled, when: "false"}
                """,
        }).GetProperty("periods")[0];

        Assert.Equal("normal", period.GetProperty("mode").GetString());
        Assert.Equal(decimal.Parse(drawn), period.Yuan("drawn", "g"));
        Assert.Equal(decimal.Parse(drawn), period.Yuan("balances", "g.claim"));
        Assert.Equal(decimal.Parse(unpaid), period.YuanOrZero("unpaid", "f"));
        Assert.Equal(0m, period.Yuan("carriedCash"));
    }

    [Fact]
    public void Draw_ForALineThatStandsTwice_CountsItsShortageOnce()
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [10m],
            Fees = "{id: f, kind: fixed, amount: 50.00}",
            Support = "{id: g, kind: guarantee, covers: [fees, A.principal]}",
            Normal = """
                {do: pay_fee, what: [f], cap: {amount: 20.00} }
                {do: pay_principal, what: [A], amount: scheduled}
                {do: pay_fee, what: [f]}
                {do: pay_principal, what: [A], amount: all}
                """,
        }).GetProperty("periods")[0];

        // 50 of fees and 100 of principal against 10 of cash.
        Assert.Equal(140m, period.Yuan("drawn", "g"));
        Assert.Equal(0m, period.Yuan("carriedCash"));
        Assert.Equal(100m, period.Yuan("paid", "A.principal"));
        Assert.Equal(50m, period.Yuan("paid", "f"));
    }

    [Fact]
    public void Claim_AheadOfACoveredLine_IsNotFedByTheDrawOfTheSameDate()
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [60m],
            Fees = "{id: f, kind: fixed, amount: 61.00}",
            Support = "{id: g, kind: guarantee, covers: [fees]}",
            Normal = """
                {do: pay_support_claim, what: [g]}
                {do: pay_fee, what: [f]}
                {do: pay_principal, what: [A], amount: scheduled}
                """,
        }).GetProperty("periods")[0];

        Assert.Equal(1m, period.Yuan("drawn", "g"));
        Assert.Equal(0m, period.Yuan("paid", "g.repay"));
        Assert.Equal(1m, period.Yuan("balances", "g.claim"));
    }

    [Fact]
    public void Reserve_AheadOfALineItCovers_IsNotRefilledFromThatLinesCash()
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [60m],
            Fees = "{id: f, kind: fixed, amount: 70.00}",
            Support = "{id: r, kind: cash_reserve, initial: 30.00, target: 30.00, covers: [fees]}",
            Normal = """
                {do: fund_reserve, what: [r]}
                {do: pay_fee, what: [f]}
                {do: pay_principal, what: [A], amount: scheduled}
                {do: release_reserve, what: [r], when: "A.balance == 0"}
                """,
        }).GetProperty("periods")[0];

        Assert.Equal((10m, 0m, 20m), (period.Yuan("drawn", "r"), period.Yuan("paid", "r.fund"), period.Yuan("balances", "r")));
    }

    [Theory]
    [InlineData("30.00", "15.00", "15.00")]
    [InlineData("30.01", "15.01", "15.00")] // the odd fen goes to the earlier line
    [InlineData("0", "0.00", "0.00")]
    public void Draw_BelowWhatEqualsAreShort_IsSharedByTheEquals(string limit, string first, string second)
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [20m],
            Fees = "{id: f, kind: fixed, amount: 50.00}\n{id: h, kind: fixed, amount: 50.00}",
            Support = $"{{id: g, kind: guarantee, limit: {limit}, covers: [fees], draw_in: [normal, accelerated]}}",
            Normal = """
                {do: pay_fee, what: [f, h], pari_passu: true}
                {do: pay_principal, what: [A], amount: scheduled}
                """,
        }).GetProperty("periods")[0];

        Assert.Equal("accelerated", period.GetProperty("mode").GetString());
        Assert.Equal((10 + decimal.Parse(first), 10 + decimal.Parse(second)), (period.Yuan("paid", "f"), period.Yuan("paid", "h")));
    }

    [Fact]
    public void Draw_AmongEqualsThatOnlyOneSupportCoversInPart_UsesTheOtherSupportForItsOwnLine()
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [0m],
            Fees = "{id: f, kind: fixed, amount: 50.00}\n{id: h, kind: fixed, amount: 50.00}",
            Support = "{id: g, kind: guarantee, order: 1, limit: 60.00, covers: [f, h]}\n{id: t, kind: top_up, order: 2, covers: [f, h]}",
            Normal = "{do: pay_fee, what: [f, h], pari_passu: true}\n{do: pay_principal, what: [A], when: \"false\"}",
        }).GetProperty("periods")[0];

        Assert.Equal((60m, 40m, "normal"), (period.Yuan("drawn", "g"), period.Yuan("drawn", "t"), period.GetProperty("mode").GetString()));
    }

    [Fact]
    public void SameDaySwitch_ASupportOfTheAcceleratedOrder_DrawsForWhatThatOrderOwes()
    {
        // g fails on the fee and only draws in the normal order; t covers the notes in both, and accelerated they owe their whole balance.
        var deal = new SmallDeal
        {
            Cash = [0m, 0m],
            Tranches = "{id: A, size: 100.00, amort: unit_schedule, unit_principal: [30, 70]}",
            Fees = "{id: f, kind: fixed, amount: 50.00}",
            Support = "{id: g, kind: guarantee, order: 1, limit: 20.00, covers: [fees]}\n{id: t, kind: top_up, order: 2, covers: [A.principal], draw_in: [normal, accelerated]}",
            Normal = "{do: pay_fee, what: [f]}\n{do: pay_principal, what: [A], amount: scheduled}",
            Accelerated = "{do: pay_fee, what: [f]}\n{do: pay_principal, what: [A], amount: all}",
        };

        var period = Deals.Run(deal).GetProperty("periods")[0];

        Assert.Equal("accelerated", period.GetProperty("mode").GetString());
        Assert.Equal((20m, 100m), (period.Yuan("drawn", "g"), period.Yuan("drawn", "t")));
        Assert.Equal("""{"f":"30.00"}""", period.GetProperty("unpaid").GetRawText());
    }

    [Theory]
    [InlineData("70.00", "normal", "70.00", "")]
    [InlineData("69.99", "accelerated", "69.99", "0.01")] // one fen short: failed, switched the same day, and what was drawn still pays
    public void Limit_AtTheShortage_DecidesTheMode(string limit, string mode, string drawn, string unpaid)
    {
        var run = Deals.Run(new SmallDeal
        {
            Cash = [30m, 0m],
            Tranches = "{id: A, size: 100.00, expected_maturity: 2026-01-01}",
            Support = $"{{id: t, kind: top_up, limit: {limit}, covers: [A.principal]}}",
            Triggers = "{id: accel, when: support.failed, then: accelerated}",
            Normal = "{do: pay_principal, what: [A], amount: scheduled}",
        });

        var period = run.GetProperty("periods")[0];
        Assert.Equal(mode, period.GetProperty("mode").GetString());
        Assert.Equal(mode, run.GetProperty("periods")[1].GetProperty("mode").GetString());
        Assert.Equal(decimal.Parse(drawn), period.Yuan("drawn", "t"));
        Assert.Equal(unpaid.Length == 0 ? 0 : decimal.Parse(unpaid), period.YuanOrZero("unpaid", "A.principal"));
    }

    [Theory]
    [InlineData("top_up", "0.00", "accelerated")] // 40 of 60 in all are drawn on the first date, the second date finds 20
    [InlineData("liquidity", "40.00", "normal")] // repaid in between, the line is open again
    public void Limit_OfLiquidity_IsWhatIsOutstandingAtOnce(string kind, string carried, string mode)
    {
        var periods = Deals.Run(new SmallDeal
        {
            Cash = [60m, 140m, 60m],
            Fees = "{id: f, kind: fixed, amount: 100.00}",
            Support = $"{{id: l, kind: {kind}, limit: 60.00, covers: [fees]}}",
            Normal = "{do: pay_fee, what: [f]}\n{do: repay_liquidity, what: [l]}\n{do: pay_principal, what: [A], when: \"false\"}",
        }).GetProperty("periods");

        Assert.Equal(40m, periods[1].Yuan("paid", "l.repay"));
        Assert.Equal(mode, periods[2].GetProperty("mode").GetString());
        Assert.Equal(decimal.Parse(carried) + (kind == "top_up" ? 20m : 0m), periods[2].Yuan("drawn", "l"));
    }
}

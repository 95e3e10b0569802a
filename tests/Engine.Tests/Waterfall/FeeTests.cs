using Xunit;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>Fees computed by hand: arrears, caps, tax on top, and the two readings of a fee on what is paid out.</summary>
public sealed class FeeTests
{
    [Theory]
    [InlineData("true", "10.00 20.00", "50.00 0.00")]
    [InlineData("false", "10.00 20.00", "30.00 0.00")]
    public void Fee_MissedOnOneDate_IsPaidOnTheNextUnlessItLapses(string arrears, string first, string second)
    {
        var periods = Deals.Run(new SmallDeal
        {
            Cash = [10m, 100m],
            Fees = $"{{id: f, kind: fixed, amount: 30.00, fee_arrears: {arrears}}}",
            Normal = "{do: pay_fee, what: [f]}\n{do: pay_principal, what: [A]}",
        }).GetProperty("periods");

        string[] found = [.. periods.EnumerateArray().Select(p => $"{p.Yuan("paid", "f"):0.00} {p.YuanOrZero("unpaid", "f"):0.00}")];
        Assert.Equal([first, second], found);
    }

    [Theory]
    [InlineData("kind: fixed, amount: 100.00", "100.00")]
    [InlineData("kind: fixed, amount: 100.00, vat: 0.06, surcharge: 0.12", "106.72")] // 100 + 6 + 0.72
    [InlineData("kind: fixed, amount: 100.00, vat: 0.06, surcharge: 0.12, cap: 106.71", "106.71")]
    [InlineData("kind: fixed, amount: 100.00, cap: {rate: 0.05}", "50.00")] // 5 % a year of the size of 1,000
    [InlineData("kind: rate, rate: 0.01", "10.00")] // of the size, over 365 days
    [InlineData("kind: rate, rate: 0.01, basis: A.balance", "1.00")]
    [InlineData("kind: rate, rate: 0.01, basis: [A.balance, pool.balance]", "4.00")] // 1 % of 100 and of 300
    [InlineData("kind: rate, rate: 0.01, basis: A.balance, cap: {rate: 0.004}", "0.40")]
    [InlineData("kind: rate, rate: 0.01, basis: principal_collected", "3.00")] // no days on what is collected
    [InlineData("kind: tax, vat: 0.03, surcharge: 0.12, basis: principal_collected", "9.79")] // 300 x 3/103 = 8.74 and 12 % of that
    [InlineData("kind: payout_rate, rate: 0.01", "1.00")] // A bears it
    [InlineData("kind: payout_rate, rate: 0.01, basis: [SUB]", "0.50")]
    public void Fee_OfEachKind_IsWhatTheContractSays(string body, string paid)
    {
        var step = body.Contains("tax", StringComparison.Ordinal) ? "pay_tax" : "pay_fee";
        var period = Deals.Run(new SmallDeal
        {
            Cash = [300m],
            Tranches = "{id: A, size: 100.00}\n{id: SUB, size: 50.00, residual: true}",
            Fees = $"{{id: f, {body}}}",
            Normal = $"{{do: {step}, what: [f]}}\n{{do: pay_principal, what: [A]}}\n{{do: pay_principal, what: [SUB], amount: all}}",
        }).GetProperty("periods")[0];

        Assert.Equal(decimal.Parse(paid), period.Yuan("paid", "f"));
    }

    [Theory]
    [InlineData("planned", "1.00", "59.00")] // 1 % of the 100 that were planned
    [InlineData("paid", "0.59", "59.41")] // 1 % of what is left when the fee is taken
    public void PayoutFee_WithTooLittleCash_FollowsItsBasis(string on, string fee, string principal)
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [60m],
            Fees = $"{{id: f, kind: payout_rate, rate: 0.01, on: {on}}}",
            Normal = "{do: pay_fee, what: [f]}\n{do: pay_principal, what: [A]}",
        }).GetProperty("periods")[0];

        Assert.Equal((decimal.Parse(fee), decimal.Parse(principal)), (period.Yuan("paid", "f"), period.Yuan("paid", "A.principal")));
    }

    [Fact]
    public void PayoutFee_OnTheDayOfTheSwitch_IsNotComputedAgain()
    {
        // Planned in the normal order on the 30 of the schedule; the accelerated order would plan on the cash of 50.
        var period = Deals.Run(new SmallDeal
        {
            Cash = [50m, 0m],
            Tranches = "{id: A, size: 100.00, amort: unit_schedule, unit_principal: [30, 70]}",
            Fees = "{id: f, kind: payout_rate, rate: 0.10}\n{id: g, kind: fixed, amount: 48.00}",
            Support = "{id: t, kind: top_up, limit: 0, covers: [A.principal]}",
            Normal = "{do: pay_fee, what: [f, g]}\n{do: pay_principal, what: [A], amount: scheduled}",
            Accelerated = "{do: pay_fee, what: [f, g]}\n{do: pay_principal, what: [A], amount: all}",
        }).GetProperty("periods")[0];

        Assert.Equal("accelerated", period.GetProperty("mode").GetString());
        Assert.Equal(3m, period.Yuan("paid", "f"));
    }

    [Theory]
    [InlineData("", "22.00")] // cash 200 and reserve 20
    [InlineData("interest", "32.00")] // 320 of interest, which leaves nothing for principal
    public void PayoutFee_InTheAcceleratedOrder_IsPlannedOnCashAndReserve(string coupon, string fee)
    {
        var period = Deals.Run(new SmallDeal
        {
            Cash = [200m],
            Tranches = $"{{id: A, size: 1000.00, coupon: {(coupon.Length == 0 ? "0" : "0.32")}}}",
            Fees = "{id: f, kind: payout_rate, rate: 0.10}",
            Support = "{id: r, kind: cash_reserve, initial: 20.00, target: 20.00, covers: [A.interest]}",
            Triggers = "{id: accel, when: \"true\", then: accelerated}",
            Normal = "{do: pay_fee, what: [f]}\n{do: pay_interest, what: [A]}\n{do: pay_principal, what: [A], amount: all}",
        }).GetProperty("periods")[0];

        // Interest due + min(balance, max(0, cash + reserve - interest due)): 0 + 220, and 320 + 0.
        Assert.Equal(decimal.Parse(fee), period.Yuan("paid", "f"));
    }
}

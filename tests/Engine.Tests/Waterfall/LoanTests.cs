using System.Text.Json;
using Xunit;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>What one debt pays when something happens to it: "instalment recomputed, term kept".</summary>
public sealed class LoanTests
{
    [Theory]
    [InlineData("1000000.00")]
    [InlineData("1234567.89")]
    [InlineData("7777777.77")]
    [InlineData("28125600.00")]
    [InlineData("30000000.01")]
    public void Prepayment_OfALevelDebt_GivesOneNewInstalmentThatIsKept(string principal)
    {
        var periods = Periods(Deal("{amort: level, rate: 0.0777}", principal, dates: 12), """ "prepayments":[{"obligor":"X","period":3,"share":"0.37"}] """);

        var paid = periods.Select(p => p.Yuan("collected", "interest") + p.Yuan("collected", "principal")).ToList();

        Assert.Single(paid[3..11].Distinct());
        Assert.Equal(0m, periods[^1].Yuan("collected", "principal") - decimal.Parse(principal) + periods[..11].Sum(p => p.Yuan("collected", "principal")));
    }

    [Theory]
    [InlineData("1000000.01")]
    [InlineData("999999.97")]
    public void Prepayment_OfEqualPrincipal_GivesOneNewPartThatIsKept(string principal)
    {
        var periods = Periods(Deal("{amort: equal_principal, rate: 0.06}", principal, dates: 12), """ "prepayments":[{"obligor":"X","period":5,"share":"0.3333"}] """);

        Assert.Single(periods[5..11].Select(p => p.Yuan("collected", "principal")).Distinct());
    }

    [Theory]
    [InlineData("28125600", "0.1", 7, 4_118_663.50)]
    [InlineData("10000000", "0.06", 12, 856_382.39)]
    [InlineData("10000000", "0", 8, 1_250_000.00)]
    public void Level_InAdvance_IsRoundedOnce(string principal, string rate, int periods, decimal instalment)
    {
        // P i (1+i)^(n-1) / ((1+i)^n - 1), computed apart with 40 digits; rounding the payment in arrears first is a fen off in the first row.
        var first = Periods(Deal($"{{amort: level, rate: {rate}, every: 1M, periods: {periods}, timing: advance}}", principal, dates: 12), "")[0];

        // The first two instalments fall on the cut-off and on the first payment date.
        Assert.Equal(2 * instalment, first.Yuan("collected", "interest") + first.Yuan("collected", "principal"));
    }

    [Fact]
    public void Level_InAdvanceWhoseFirstDateTheOriginatorTook_GoesOnInArrears()
    {
        var deal = Deal("{amort: level, rate: 0.06, every: 1M, periods: 12, timing: advance}", "12000000", dates: 12)
            .With("closing: 2025-01-01", "closing: 2025-01-15, cutoff: 2025-01-01").With("pool:", "pool:\n  closing_collections: originator");

        var first = Periods(deal, """ "assumptions":[{"scope":"pool","cdr":["0.10"]}] """)[0];

        // 12,000,000 less the instalment of the cut-off, less the loss, over the eleven dates that are left.
        var balance = 12_000_000m - 1_027_658.86m - first.Yuan("defaulted");
        var grown = (decimal)Math.Pow(1.005, 11);
        Assert.Equal(Math.Round(balance * 0.005m * grown / (grown - 1), 2), first.Yuan("collected", "interest") + first.Yuan("collected", "principal"));
    }

    [Fact]
    public void Prepayment_AfterTheOriginatorsCollections_AccruesFromTheLastContractDate()
    {
        // Half-yearly interest from 2025-01-01: the originator takes 2025-07-01, the debt is prepaid on 2025-10-01.
        var deal = Deal("{amort: interest_then_bullet, rate: 0.0365, every: 6M, periods: 4}", "10000000", dates: 6)
            .With("closing: 2025-01-01", "closing: 2025-08-01, cutoff: 2025-01-01").With("first: 2025-02-01", "first: 2025-10-01").With("last: 2025-07-01", "last: 2026-03-01")
            .With("pool:", "pool:\n  closing_collections: originator");

        var first = Periods(deal, """ "prepayments":[{"obligor":"X","period":1,"share":"1"}] """)[0];

        // 10,000,000 x 3.65 % x 92 / 365: July to September, not from January.
        Assert.Equal(92_000m, first.Yuan("collected", "interest"));
    }

    [Fact]
    public void Prepayment_OfAReceivable_EarnsItsDiscountOnThatDate()
    {
        // Bought at 6 % below face for 365 days and paid at face in the first month: the whole 600,000 is income, and taxed, then.
        var deal = Deal("{amort: discount, rate: 0.06}", "10000000", dates: 12)
            .With("waterfalls:", "fees: [{id: vat, kind: tax, basis: discount_collected, vat: 0.06}]\nwaterfalls:")
            .With("  normal:", "  normal:\n    - {do: pay_tax, what: [vat]}");

        var periods = Periods(deal, """ "prepayments":[{"obligor":"X","period":1,"share":"1"}] """);

        Assert.Equal((33_962.26m, 0m), (periods[0].Yuan("paid", "vat"), periods[^1].Yuan("paid", "vat")));
    }

    private static string Deal(string contract, string principal, int dates) => $$"""
        schema: ipabs/v1
        id: LOAN
        market: SZSE
        structure: micro_loan
        dates: {closing: 2025-01-01, legal_maturity: 2030-01-01, payment_dates: {every: 1M, first: 2025-02-01, last: {{new DateOnly(2025, 1, 1).AddMonths(dates):yyyy-MM-dd}} } }
        size: 100.00
        pool:
          contract: {{contract}}
          obligors:
            - {id: X, principal: {{principal}}}
        tranches:
          - {id: SUB, size: 100.00, residual: true}
        waterfalls:
          normal:
            - {do: pay_principal, what: [SUB], amount: all}
            - {do: pay_residual, what: [SUB]}
        """;

    private static List<JsonElement> Periods(string deal, string events) =>
        [.. Deals.Run(deal, $$"""{"schema":"ipabs-scenario/v1","id":"loan"{{(events.Length == 0 ? "" : ",")}}{{events}} }""").GetProperty("periods").EnumerateArray()];
}

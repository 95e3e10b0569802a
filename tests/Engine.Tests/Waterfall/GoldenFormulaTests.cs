using System.Text.Json;
using Xunit;
using Zhirong.Engine.Tests.Basics;
using Zhirong.Engine.Waterfall.Run;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>The rows of tests/golden/deal-formulas.json that need a deal: F12 and F13.</summary>
public sealed class GoldenFormulaTests
{
    /// <summary>Senior notes due on the first date out of a pool that falls short of them by the claim of F13.</summary>
    private const string ClaimDeal = """
        schema: ipabs/v1
        id: CLAIM-1
        market: SZSE
        structure: pledge_loan
        dates: {closing: 2026-01-20, expected_maturity: 2028-01-20, legal_maturity: 2029-01-20, payment_dates: {list: [2027-01-20, 2028-01-20]}}
        size: 107643441.56
        pool:
          contract: {amort: bullet, rate: 0, maturity: 2027-01-20}
          obligors:
            - {id: X, principal: 20520000.00}
            - {id: Y, principal: 87123441.56}
        tranches:
          - {id: A, size: 100000000.00, amort: bullet, expected_maturity: 2027-01-20}
          - {id: SUB, size: 7643441.56, residual: true}
        support:
          - {id: topup, kind: top_up, covers: [A.principal]}
        waterfalls:
          normal:
            - {do: pay_principal, what: [A]}
            - {do: pay_support_claim, what: [topup]}
            - {do: pay_principal, what: [SUB], amount: all, when: "A.balance == 0"}
            - {do: pay_residual, what: [SUB], when: "A.balance == 0"}
        """;

    private static readonly Dictionary<string, JsonElement> Rows =
        Repo.Golden("deal-formulas.json").EnumerateArray().ToDictionary(row => row.GetProperty("id").GetString()!);

    [Fact]
    public void BreakEven_F12_AgreesFromTheDealItself()
    {
        var expected = Rows["F12"].GetProperty("out");

        var found = BreakEven.Of(Deals.Prepare(Deals.Ningbo).Deal!).Value;

        Assert.Equal(expected.Number("keep"), found.Keep.Rounded(6));
        Assert.Equal(expected.Number("bdr_pct"), found.DefaultShare.Percent(4));
        // "keep = (140,780,500 + 240,039.03) / (148,770,000 - 122,982.53)"
        Assert.Equal((140_780_500m + 240_039.03m) / (148_770_000m - 122_982.53m), found.Keep.ToDecimal());
    }

    [Theory]
    [InlineData("0.0220", "0.0320", "4.2039")] // a dearer coupon leaves less room: 137,750,000 x 1 % and its paying fee more
    [InlineData("rate: 0.0260", "rate: 0.0000", "2.7445")]
    public void BreakEven_OtherTerms_MovesWithTheDeal(string from, string to, string percent)
    {
        // 1 - (137,750,000 x 1.032 + 240,107.91) / (148,770,000 - 122,982.53); 1 - (140,780,500 + 240,039.03) / 145,000,000
        Assert.Equal(decimal.Parse(percent), BreakEven.Of(Deals.Prepare(Deals.Ningbo.With(from, to)).Deal!).Value.DefaultShare.Percent(4));
    }

    [Fact]
    public void BreakEven_NotesAboveTheCollections_IsZero()
    {
        // 137,750,000 at 9 % need 150,147,500, the pool brings 148,770,000: nothing may default, and nothing is negative.
        Assert.Equal(0, BreakEven.Of(Deals.Prepare(Deals.Ningbo.With("coupon: 0.0220", "coupon: 0.0900")).Deal!).Value.DefaultShare.Percent(4));
    }

    [Fact]
    public void BreakEven_SeveralDates_IsRefused()
    {
        Assert.Equal("RUN-0301", BreakEven.Of(Deals.Prepare(Deals.Ctex).Deal!).Refusals[0].Code);
    }

    [Fact]
    public void Claim_F13_IsReimbursedFromTheRecoveryBeforeTheSubordinate()
    {
        var (given, expected) = (Rows["F13"].GetProperty("in"), Rows["F13"].GetProperty("out"));
        var scenario = $$"""{"schema":"ipabs-scenario/v1","defaults":[{"obligor":"X","period":1,"recovery":"{{given.Number("recovery")}}","lag":1}]}""";

        var periods = Deals.Run(ClaimDeal, scenario).GetProperty("periods");

        Assert.Equal(given.Number("defaulted"), periods[0].Yuan("defaulted"));
        Assert.Equal(given.Number("claim"), periods[0].Yuan("drawn", "topup"));
        Assert.Equal(given.Number("claim"), periods[0].Yuan("balances", "topup.claim"));
        Assert.Equal(expected.Number("recovery"), periods[1].Yuan("collected", "recovery"));
        Assert.Equal(expected.Number("recovery"), periods[1].Yuan("paid", "topup.repay"));
        Assert.Equal(expected.Number("claim_left"), periods[1].Yuan("balances", "topup.claim"));
        Assert.Equal(expected.Number("to_sub"), periods[1].Yuan("paid", "SUB.principal") + periods[1].Yuan("paid", "SUB.residual"));
    }
}

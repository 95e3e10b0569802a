using Xunit;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Waterfall.Costs;
using Zhirong.Engine.Waterfall.Reading;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>Optional parts of a deal that move no money of the notes: origins, costs, rights by category.</summary>
public sealed class CostTermsTests
{
    private static readonly LprTable Lpr = LprTable.Parse(Repo.Read("data", "rates", "lpr.csv")).Value;

    [Theory]
    [InlineData("origins: [{path: size, kind: guessed}]", "FLD-0103 origins.0.kind")]
    [InlineData("origins: [{kind: published}]", "FLD-0101 origins.0.path")]
    [InlineData("origins: [{path: size, kind: published, date: 2026-02-30}]", "FLD-0102 origins.0.date")]
    [InlineData("origins: {path: size}", "FLD-0102 origins")]
    [InlineData("costs: {items: [{id: a, kind: bribe, amount: 1}]}", "FLD-0103 costs.items.a.kind")]
    [InlineData("costs: {items: [{id: a, kind: guarantee}]}", "FLD-0101 costs.items.a.amount")]
    [InlineData("costs: {items: [{id: a, kind: guarantee, rate: 0.01}]}", "FLD-0101 costs.items.a.of")]
    [InlineData("costs: {items: [{id: a, kind: guarantee, rate: 0.01, of: b}, {id: b, kind: guarantee, amount: 1}]}", "FLD-0103 costs.items.a.of")]
    [InlineData("costs: {items: [{id: a, kind: guarantee, rate: 0.01, of: principal, amount: 1}]}", "FLD-0102 costs.items.a.amount")]
    [InlineData("costs: {quote: {lpr: 1Y, spread_bp: 5, method: bullet, every: 3X}}", "SCHD-0102 costs.quote.every")]
    [InlineData("costs: {quote: {lpr: 2Y, spread_bp: 5, method: bullet, every: 3M}}", "FLD-0103 costs.quote.lpr")]
    [InlineData("costs: {itms: []}", "FLD-0104 costs.itms")]
    public void Read_OfAWrongPart_IsRefusedAtItsField(string part, string expected)
    {
        var refusals = DealReader.Read(Bytes(part)).Refusals;
        Assert.Contains(expected, refusals.Select(r => $"{r.Code} {r.Path}"));
        Assert.All(refusals, r => Assert.True(r.Line > 0, r.Path));
    }

    [Fact]
    public void Read_WithoutTheOptionalParts_HasNone()
    {
        var deal = DealReader.Read(Bytes("")).Value;
        Assert.Empty(deal.Origins);
        Assert.Null(deal.Costs);
        Assert.All(deal.Pool.Obligors, o => Assert.Empty(o.RightsByKind));
    }

    [Fact]
    public void Of_OneItemOfEachRule_IsTheHandComputedAmount()
    {
        // By hand on a firm of 1,000,000 with 3 rights in a pool of 4,000,000: 0.6 % = 6,000.00; half of it = 3,000.00; 1,500 a right = 4,500.00;
        // 10,000.01 over the pool by principal = 2,500.00 (the odd fen goes to the larger remainder); 2 % capped at 15,000.00.
        var deal = DealReader.Read(Bytes("""
            costs:
              items:
                - {id: guarantee, kind: guarantee, rate: 0.006, of: principal}
                - {id: aid, kind: subsidy_applied, rate: 0.5, of: guarantee, date: 2026-06-01}
                - {id: appraisal, kind: appraisal, amount: 1500, per: right}
                - {id: issue, kind: issue_fee, amount: 10000.01, split: principal}
                - {id: subsidy, kind: subsidy_received, rate: 0.02, of: principal, cap: 15000, date: 2026-06-01}
            """)).Value;
        var first = DealCosts.Of(deal, deal.Costs!, Lpr).Value.Borrowers[0].Cost;
        Assert.Equal(["guarantee 6000.00", "aid 3000.00", "appraisal 4500.00", "issue 2500.00", "subsidy 15000.00"], first.Items.Select(i => $"{i.Id} {i.Amount}"));
        Assert.True(first.NetIfGranted.Rate < first.Net.Rate && first.Net.Rate < first.Gross.Rate);
    }

    [Theory]
    [InlineData("2026-01-20", "")]
    [InlineData("2015-01-20", "CRED-0102")]
    [InlineData("2031-01-20", "CRED-0103")]
    public void Of_AQuoteOnADay_NeedsThatDaysRate(string day, string code)
    {
        var deal = DealReader.Read(Bytes($"costs: {{quote: {{lpr: 1Y, date: {day}, spread_bp: 10, method: bullet, every: 1Y}}}}")).Value;
        var costs = DealCosts.Of(deal, deal.Costs!, Lpr);
        Assert.Equal(code, costs.Ok ? "" : costs.Refusals[0].Code);
        Assert.Equal(code.Length == 0 ? "" : "costs.quote.date", costs.Ok ? "" : costs.Refusals[0].Path);
    }

    private static byte[] Bytes(string part) => System.Text.Encoding.UTF8.GetBytes($$"""
        schema: ipabs/v1
        id: SMALL
        market: SZSE
        structure: pledge_loan
        dates: {closing: 2026-01-20, payment_dates: [2027-01-20]}
        size: 4000000
        pool:
          contract: {amort: bullet, rate: 0.03}
          obligors: [{id: F1, principal: 1000000, ip: 3}, {id: F2, principal: 3000000, ip: 1}]
        tranches: [{id: A, size: 3800000, coupon: 0.02}, {id: SUB, size: 200000, residual: true}]
        waterfalls: {normal: [{do: pay_interest, what: [A]}, {do: pay_principal, what: [A]}, {do: pay_principal, what: [SUB], amount: all}, {do: pay_residual, what: [SUB]}]}
        {{part}}
        """);
}

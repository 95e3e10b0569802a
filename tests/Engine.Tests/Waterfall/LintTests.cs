using System.Globalization;
using Xunit;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>Every lint rule: a founding deal with one small change gives exactly that code at that path; inside the boundary, nothing.</summary>
public sealed class LintTests
{
    private const string Nothing = "";

    [Theory]
    [InlineData("S01")]
    [InlineData("S05")]
    public void Check_FoundingDeal_FindsNothingGraverThanInfo(string folder)
    {
        var prepared = Deals.Prepare(Repo.Read("cases", folder, "deal.yaml"));

        Assert.Empty(prepared.ShapeRefusals);
        Assert.DoesNotContain(prepared.Findings, f => f.Severity != Severity.Info);
    }

    [Theory]
    [InlineData("size: 137750000.00, coupon", "size: 137750000.01, coupon", "error LINT-0101 tranches")]
    [InlineData("size: 137750000.00, coupon", "size: 137749999.99, coupon", "error LINT-0101 tranches")]
    [InlineData("{id: N11, principal: 5000000, ", "{id: N11, principal: 4999999.99, ", "error LINT-0102 pool.obligors")]
    [InlineData("{id: N11, principal: 5000000, ", "{id: N11, principal: 5000000.01, ", Nothing)]
    [InlineData("size: 137750000.00, coupon: 0.0220, day_count: ACT/365F, amort: bullet, rating: AAA}   # S 2.2 %, AAA; A 95 %\n  - {id: SUB, zh: 次级, en: Subordinated, size: 7250000.00",
        "size: 137750000.01, coupon: 0.0220, day_count: ACT/365F, amort: bullet, rating: AAA}   # S 2.2 %, AAA; A 95 %\n  - {id: SUB, zh: 次级, en: Subordinated, size: 7249999.99", "error LINT-0103 tranches")]
    [InlineData("min_obligors: 10", "min_obligors: 12", "warning LINT-0104 pool.obligors")]
    [InlineData("min_obligors: 10", "min_obligors: 11", Nothing)]
    [InlineData("max_single_share: 0.50", "max_single_share: 0.14482758620", "warning LINT-0105 pool.obligors.N01.principal")]
    [InlineData("max_single_share: 0.50", "max_single_share: 0.14482758621", Nothing)]
    [InlineData("max_top5_share: 0.70", "max_top5_share: 0.613793103448", "warning LINT-0106 pool.obligors")]
    [InlineData("max_top5_share: 0.70", "max_top5_share: 0.613793103449", Nothing)]
    [InlineData("legal_maturity: 2029-01-20", "legal_maturity: 2027-01-20", Nothing)]
    [InlineData("legal_maturity: 2029-01-20", "legal_maturity: 2027-01-19", "error LINT-0108 dates.legal_maturity; error LINT-0109 dates.payment_dates")]
    [InlineData("expected_maturity: 2027-01-20", "expected_maturity: 2027-01-21", "warning LINT-0109 dates.payment_dates")]
    [InlineData("amort: bullet, rating: AAA", "amort: bullet, expected_maturity: 2027-01-19, rating: AAA", "error LINT-0109 tranches.A.expected_maturity")]
    [InlineData("amort: bullet, rating: AAA", "amort: bullet, expected_maturity: 2027-01-20, rating: AAA", Nothing)]
    [InlineData("remittance: -7", "remittance: -8", "error LINT-0110 dates.offsets.remittance")]
    [InlineData("remittance: -7", "remittance: -6", Nothing)]
    [InlineData("record: -1", "record: 0", Nothing)]
    [InlineData("record: -1", "record: 1", "error LINT-0110 dates.offsets.record")]
    [InlineData("record: -1", "record: -3", "error LINT-0110 dates.offsets.record")]
    [InlineData("covers: [tax, fees, A.interest", "covers: [tax, fees, A.intrest", "error LINT-0111 support.topup.covers")]
    [InlineData("covers: [tax, fees, A.interest", "covers: [tax, fees, A.residual", "error LINT-0111 support.topup.covers")]
    [InlineData("normal:\n    - {do: pay_tax, what: [vat]}\n    - {do: pay_fee, what: [custody, trust_fee, rating, paying]}",
        "normal:\n    - {do: pay_tax, what: [vat]}\n    - {do: pay_fee, what: [custody, trust_fee, paying]}", "error LINT-0113 waterfalls.normal")]
    [InlineData("accelerated:\n    - {do: pay_tax, what: [vat]}\n", "accelerated:\n", "error LINT-0113 waterfalls.accelerated")]
    [InlineData("    - {do: pay_interest, what: [A]}\n    - {do: pay_principal, what: [A], amount: scheduled}", "    - {do: pay_principal, what: [A], amount: scheduled}", "error LINT-0114 waterfalls.normal")]
    [InlineData("    - {do: pay_principal, what: [A], amount: scheduled}\n", "", "error LINT-0114 waterfalls.normal")]
    [InlineData("{id: N01, principal: 21000000,", "{id: N01, appraised: 20999999.99, principal: 21000000,", "warning LINT-0116 pool.obligors.N01.appraised")]
    [InlineData("{id: N01, principal: 21000000,", "{id: N01, appraised: 21000000, principal: 21000000,", Nothing)]
    [InlineData("asset_kind: trust_loan_pledged_ip", "appraised: 144999999.99", "warning LINT-0116 pool.appraised")]
    [InlineData("asset_kind: trust_loan_pledged_ip", "appraised: 145000000.00", Nothing)]
    [InlineData("asset_kind: trust_loan_pledged_ip", "appraised: 0", "warning LINT-0116 pool.appraised")]
    [InlineData("pool.cum_default_ratio > 0.10", "pool.cum_default_ration > 0.10", "error RULE-0106 triggers.accel.when")]
    [InlineData("amount: scheduled}", "amount: scheduled, when: \"A.balance\"}", "error RULE-0107 waterfalls.normal.4.when")]
    [InlineData("kind: rate, basis: size, rate: 0.0005", "kind: rate, basis: sizes, rate: 0.0005", "error LINT-0118 fees.trust_fee.basis")]
    [InlineData("kind: payout_rate, rate", "kind: payout_rate, basis: [A.balance], rate", "error LINT-0118 fees.paying.basis")]
    [InlineData("{id: N01, principal: 21000000,", "{id: N01, contract: {maturity: 2027-01-20}, principal: 21000000,", Nothing)]
    [InlineData("{id: N01, principal: 21000000,", "{id: N01, contract: {maturity: 2027-01-21}, principal: 21000000,", "error LINT-0121 pool.obligors.N01")]
    [InlineData("amort: bullet, rate: 0.0260", "amort: schedule, schedule: [100], rate: 0.0260", Nothing)]
    [InlineData("amort: bullet, rate: 0.0260", "amort: schedule, schedule: [100.01], rate: 0.0260", "error LINT-0126 pool.contract.schedule")]
    [InlineData("amort: bullet, rate: 0.0260", "amort: schedule, schedule: [50, 50], rate: 0.0260", "error LINT-0126 pool.contract.schedule")]
    [InlineData("amount: scheduled}\n    - {do: pay_support_claim, what: [topup]}", "amount: scheduled}", "warning LINT-0127 waterfalls.normal")]
    [InlineData("currency: CNY", "waivers: [{code: LINT-0101, reason: 无}]", "error LINT-0128 waivers")]
    [InlineData("currency: CNY", "waivers: [{code: LINT-0103, reason: 无}]", Nothing)]
    public void Check_NingboWithOneChange_FindsThatAlone(string from, string to, string expected) => Check(Deals.Ningbo, Deals.Ningbo.With(from, to), expected);

    [Theory]
    [InlineData("8.37]", "8.38]", "error LINT-0107 tranches.A.unit_principal")]
    [InlineData("8.37]", "8.36]", "error LINT-0107 tranches.A.unit_principal")]
    [InlineData("8.33, 8.37]", "16.70, 0]", Nothing)]
    [InlineData("- {do: fund_reserve, what: [reserve]}", "- {do: fund_reserve, what: [resrve]}", "error LINT-0112 waterfalls.normal.6.what")]
    [InlineData("- {do: fund_reserve, what: [reserve]}", "- {do: fund_reserve, what: [topup]}", "error LINT-0112 waterfalls.normal.6.what")]
    [InlineData("- {do: fund_reserve, what: [reserve]}", "- {do: fund_reserve}", "error LINT-0112 waterfalls.normal.6.what")]
    [InlineData("- {do: fund_reserve, what: [reserve]}", "- {do: fund_reserve, what: [reserve, reserve]}", "error LINT-0112 waterfalls.normal.6.what")]
    [InlineData("- {do: fund_reserve, what: [reserve]}", "- {do: fund_reserve, what: [reserve], pari_passu: [topup]}", "error LINT-0112 waterfalls.normal.6.pari_passu")]
    [InlineData("amount: scheduled}", "amount: target}", "error LINT-0112 waterfalls.normal.4.amount")]
    [InlineData("- {do: fund_reserve, what: [reserve]}\n    - {do: release_reserve, what: [reserve], when: \"A.balance == 0\"}", "- {do: fund_reserve, what: [reserve]}", "warning LINT-0119 waterfalls.normal")]
    [InlineData("amort: unit_schedule, unit_principal: [8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.37]",
        "amort: target_balance, target_balance: [300000000, 250000000, 200000000, 150000000, 150000000, 150000000, 90000000, 80000000, 70000000, 60000000, 50000000, 0]", Nothing)]
    [InlineData("amort: unit_schedule, unit_principal: [8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.37]",
        "amort: target_balance, target_balance: [300000000, 250000000, 200000000, 150000000, 150000000.01, 150000000, 90000000, 80000000, 70000000, 60000000, 50000000, 0]", "error LINT-0120 tranches.A.target_balance")]
    [InlineData("- {do: fund_reserve, what: [reserve]}", "- {do: fund_reserve, what: [reserve]}\n    - {do: buy_assets}", "error LINT-0122 waterfalls.normal.7")]
    [InlineData("- {do: fund_reserve, what: [reserve]}", "- {do: fund_reserve, what: [reserve], from_account: income}", "error LINT-0123 waterfalls.normal.6.from_account")]
    [InlineData("- {do: fund_reserve, what: [reserve]}", "- {do: fund_reserve, what: [reserve]}\n    - {do: transfer, from_account: cash, to_account: cash}", "error LINT-0123 waterfalls.normal.7.from_account; error LINT-0123 waterfalls.normal.7.to_account")]
    [InlineData("currency: CNY", "accounts: [{id: cash, receives: [interst]}]", "error LINT-0123 accounts.cash.receives")]
    [InlineData("valid_months: 24", "valid_months: 8", Nothing)]
    [InlineData("valid_months: 24", "valid_months: 7", "error LINT-0124 shelf.valid_months")]
    [InlineData("no_objection: 2021-04-30", "no_objection: 2021-12-29", "error LINT-0124 shelf.valid_months")]
    [InlineData("cap: 1000000000.00", "cap: 337000000.00", Nothing)]
    [InlineData("cap: 1000000000.00", "cap: 336999999.99", "error LINT-0124 shelf.cap")]
    [InlineData("series: 10,", "used: [{series: 9, size: 1}], series: 10,", Nothing)]
    [InlineData("series: 10,", "used: [{series: 10, size: 1}], series: 10,", "error LINT-0124 shelf.series")]
    [InlineData("series: 10,", "used: [{series: 1, size: 663000000.01}], series: 10,", "error LINT-0124 shelf.cap")]
    [InlineData("max_term_years: 3", "max_term_years: 2.75", "error LINT-0124 shelf.max_term_years")]
    [InlineData("min: 1000000,", "min: 11000000.01,", "error LINT-0124 pool.obligors.C15.principal")]
    [InlineData("min: 1000000,", "min: 11000000.00,", Nothing)]
    [InlineData("{id: C15, principal: 11000000,", "{id: C15, back_licence: {id: L1, rights: [P1]}, principal: 11000000,", "error LINT-0125 pool.obligors.C15.back_licence")]
    [InlineData("{id: C14, principal: 13000000, industry: 新一代信息技术}\n    - {id: C15, principal: 11000000,",
        "{id: C14, principal: 13000000, first_licence: {id: L1, type: exclusive, rights: [P1]}}\n    - {id: C15, first_licence: {id: L2, type: exclusive, rights: [P1]}, principal: 11000000,", "error LINT-0125 pool.obligors.C15.first_licence")]
    [InlineData("{id: C14, principal: 13000000, industry: 新一代信息技术}\n    - {id: C15, principal: 11000000,",
        "{id: C14, principal: 13000000, first_licence: {id: L1, type: exclusive, rights: [P1], until: 2023-01-01}}\n    - {id: C15, first_licence: {id: L2, type: exclusive, rights: [P1], date: 2023-01-02}, principal: 11000000,", Nothing)]
    public void Check_CtexWithOneChange_FindsThatAlone(string from, string to, string expected) => Check(Deals.Ctex, Deals.Ctex.With(from, to), expected);

    [Theory]
    [InlineData("paying", "reserve", "error LINT-0129 support.reserve")] // a fee and a reserve of one name
    [InlineData("mgmt", "size", "error LINT-0129 fees.size")]
    public void Check_CtexWithAnIdWrittenOtherwiseThroughout_FindsTheSharedName(string from, string to, string expected) =>
        Check(Deals.Ctex, Deals.Ctex.Replace($"id: {from},", $"id: {to},").Replace($", {from}]", $", {to}]").Replace($"[{from}", $"[{to}"), expected);

    [Fact]
    public void Check_AcceleratedOrderThatATriggerNeeds_IsMissed()
    {
        var from = Deals.Ningbo.IndexOf("  accelerated:", StringComparison.Ordinal);
        var until = Deals.Ningbo.IndexOf("payout:", StringComparison.Ordinal);

        Check(Deals.Ningbo, Deals.Ningbo.Remove(from, until - from), "error LINT-0115 waterfalls");
    }

    /// <summary>西投保 ABN: an advance of 120.19 % is carried by the guarantee and named; what covers no principal, or nothing, carries none of it.</summary>
    [Theory]
    [InlineData("", "warning", "国有增信主体")]
    [InlineData("covers: [tax, fees, A.interest]", "error", "= 120.19%")]
    [InlineData("limit: 0", "error", "= 120.19%")]
    public void Check_FinanceAboveTheAppraisedValue_IsCarriedBySupportOrRefused(string support, string severity, string says)
    {
        var deal = Deals.Ningbo.With("asset_kind: trust_loan_pledged_ip", "appraised: 120642316.33");
        deal = support.StartsWith("covers", StringComparison.Ordinal) ? deal.With("covers: [tax, fees, A.interest, A.principal]", support) : support.Length > 0 ? deal.With("limit: unlimited", support) : deal;
        var finding = Assert.Single(Deals.Prepare(deal).Findings, f => f.Code == "LINT-0116");

        Assert.Equal(severity, finding.Severity.ToString().ToLowerInvariant());
        Assert.Contains(says, finding.Sentence(Language.Zh), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("size: 137750000.00, coupon", "size: 137750000.01, coupon", "LINT-0101", "145000000.01", "145000000.00")]
    [InlineData("{id: N11, principal: 5000000, ", "{id: N11, principal: 4999999.99, ", "LINT-0102", "144999999.99", "145000000.00")]
    [InlineData("covers: [tax, fees, A.interest", "covers: [tax, fees, A.intrest", "LINT-0111", "A.intrest", "A.interest")]
    [InlineData("record: -1", "record: -3", "LINT-0110", "-3", "custodian_transfer -2")]
    [InlineData("{id: N01, principal: 21000000,", "{id: N01, appraised: 20999999.99, principal: 21000000,", "LINT-0116", "21000000.00 / 20999999.99", "")]
    public void Check_AnyFinding_SaysTheRawValuesInBothLanguages(string from, string to, string code, string found, string expected)
    {
        var finding = Assert.Single(Deals.Prepare(Deals.Ningbo.With(from, to)).Findings, f => f.Code == code);

        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.Contains(found, finding.Sentence(language), StringComparison.Ordinal);
            Assert.Contains(expected, finding.Sentence(language), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("record: -1", "record: 1", "record: 1")]
    [InlineData("{id: N11, principal: 5000000, ", "{id: N11, appraised: 1, principal: 5000000, ", "id: N11")]
    [InlineData("pool.cum_default_ratio > 0.10", "pool.cum_default_ration > 0.10", "cum_default_ration")]
    [InlineData("amort: bullet, rating: AAA", "amort: bullet, expected_maturity: 2027-01-19, rating: AAA", "2027-01-19")]
    public void Check_AnyFinding_PointsToItsLine(string from, string to, string text)
    {
        var deal = Deals.Ningbo.With(from, to);
        var finding = Assert.Single(Deals.Prepare(deal).Findings, f => f.Severity != Severity.Info);

        Assert.Contains(text, deal.Split('\n')[finding.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WaivedRule_WarnsWithTheReason()
    {
        var deal = Deals.Ningbo.With("size: 137750000.00, coupon", "size: 137750000.01, coupon").With("size: 7250000.00", "size: 7249999.99")
            .With("currency: CNY", "waivers: [{code: LINT-0103, reason: 监管已豁免}]");

        var finding = Assert.Single(Deals.Prepare(deal).Findings, f => f.Code == "LINT-0103");

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("监管已豁免", finding.Message.Zh, StringComparison.Ordinal);
    }

    private static void Check(string founding, string changed, string expected)
    {
        var prepared = Deals.Prepare(changed);

        Assert.Empty(prepared.ShapeRefusals.Select(r => $"{r.Line} {r.Path} {r.Code} {r.Sentence(Language.En)}"));
        var found = Names(prepared.Findings).ToList();
        foreach (var name in Names(Deals.Prepare(founding).Findings))
        {
            found.Remove(name);
        }

        Assert.Equal(expected, string.Join("; ", found.Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> Names(IReadOnlyList<Refusal> findings) =>
        findings.Select(f => $"{f.Severity.ToString().ToLower(CultureInfo.InvariantCulture)} {f.Code} {f.Path}");
}

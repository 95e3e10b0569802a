using System.Text;
using System.Text.Json;
using Xunit;
using Zhirong.Engine.Appraisal.Concluding;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Basics;
using static Zhirong.Engine.Tests.Appraisal.Cases;

namespace Zhirong.Engine.Tests.Appraisal;

/// <summary>A request from its file to the whole answer, with the parameter files the product ships.</summary>
public sealed class GroupTests
{
    public static ParameterSet Shipped
    {
        get
        {
            static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Repo.Root, "data", "appraisal", file));
            return new()
            {
                Royalties = RoyaltyReader.Read(Bytes("royalty-rates.yaml")).Value,
                ShareCard = CardReader.Read(Bytes("share-rate-card.yaml")).Value,
                RiskCard = CardReader.Read(Bytes("risk-build-up.yaml")).Value,
                Fees = [ParameterGoldenTests.Fees("900x3,1200x3,2000x3,4000x3,6000x3,8000x5")],
                Presets = PresetReader.Read(Bytes("presets.yaml")).Value,
                Policy = PolicyReader.Read(Bytes("policy.yaml")).Value,
            };
        }
    }

    /// <summary>The golden relief from royalty in 万元 as a request in yuan, allocated over three patents.</summary>
    private const string Request = """
        schema: zhirong/value-request/v1
        id: R-1
        base_date: 2025-12-31
        value_type: market
        purpose: pledge
        timing: mid
        group:
          id: press
          zh: 伺服压力机
          en: servo presses
          income_stream: 整机销售
          rights:
            - {id: P1, number: CN1, kind: invention, zh: 甲, weight: 0.4, expires: 2036-01-01}
            - {id: P2, number: CN2, kind: invention, zh: 乙, weight: 0.35, expires: 2035-06-01}
            - {id: P3, number: CN3, kind: invention, zh: 丙, weight: 0.25, expires: 2034-01-01}
        firm:
          year: 2025
          revenue: {value: 90000000, source: 审计报告}
          profit: {value: 9000000, source: 审计报告}
          net_assets: {value: 10000000, source: 审计报告}
        life:
          technical: {value: 6, source: 技术更新周期}
        discount: {way: typed, tax: after_tax, rate: {value: 0.18, source: 测算表}}
        methods:
          - id: royalty
            method: revenue_share
            income: {first_year: 2026, yearly: [100000000, 110000000, 118800000, 124740000, 128482200, 128482200], source: 预测表}
            share: {way: typed, rate: {value: 0.03, source: 许可合同, kind: contract}}
            tax: {value: 0.15, source: 高新证书}
        not_used: {cost: 成本与收益弱对应, market: 无可比案例}
        conclusion: {pick: royalty, reason: 收益可预测}
        pledge: {valid: {value: 0.85, source: 尽调}, fire_sale: {value: 0.1, source: 政策}}
        sensitivity: {method: royalty, shares: [0.025, 0.03, 0.035], rates: [0.16, 0.18, 0.20]}
        simulation: {method: royalty, paths: 10000, seed: 7, share_spread: 0.2, rate_spread: 0.01, growth_spread: 0.03}
        roll_forward:
          method: royalty
          to: 2026-12-31
          events:
            - {event: contested, effective: 2026-05-01, source: 无效请求受理通知, survival: {value: 0.6, source: 律师意见}}
        bases:
          - {basis: outside, value: 11000000, by: 某资产评估公司, on: 2025-12-31, source: 评估报告}
        """;

    private static Result<GroupValue> Value(string text)
    {
        var request = ValueRequestReader.Read(Encoding.UTF8.GetBytes(text), Shipped);
        return request.Ok ? GroupAppraisal.Of(request.Value, Shipped) : Result<GroupValue>.Refused(request.Refusals);
    }

    private static string With(string from, string to)
    {
        Assert.Contains(from, Request, StringComparison.Ordinal);
        return Request.Replace(from, to, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_OfTheGolden_IsWholeAndExplained()
    {
        var value = Value(Request).Value;
        Assert.Equal(11_194_867.23m, value.Conclusion!.Value.Yuan);
        Assert.Equal([4_477_946.89m, 3_918_203.53m, 2_798_716.81m], value.Rights.Select(r => r.Value.Yuan));
        Assert.Equal(value.Conclusion.Value.Fen, value.Rights.Sum(r => r.Value.Fen));
        Assert.Equal(8_564_073.43m, value.Pledge!.Value.Yuan);
        Near(9_769_622m, value.Grid!.Values[0][0], 5);
        Assert.InRange(value.Simulated!.Value.Middle, 11_000_000, 11_400_000);
        Assert.True(value.Simulated.Value.Low < value.Simulated.Value.Middle && value.Simulated.Value.Middle < value.Simulated.Value.High);
        Near(value.Rolled!.TimeOnly.Unrounded * 0.6m, value.Rolled.Value.Yuan, 0.005m);
        Assert.Equal([Basis.Internal, Basis.Outside], value.Bases.Select(b => b.Basis));
        // 1119 万 exceeds the firm's net assets and the limit of an internal value.
        Assert.Equal(["VAL-0503", "VAL-0505"], value.Warnings.Select(w => w.Code));
        Assert.All(value.Methods[0].Inputs, i => Assert.True(i.Origin.IsVerified, i.Name));
        Assert.Equal(5, value.Tornado.Count);
    }

    [Fact]
    public void Simulation_WithoutDeviations_IsTheConclusion()
    {
        foreach (var text in new[] { With("share_spread: 0.2, rate_spread: 0.01, growth_spread: 0.03", "fade: 0.9"), With("share_spread: 0.2, rate_spread: 0.01, growth_spread: 0.03", "fade: 0.9").Replace("base_date: 2025-12-31", "base_date: 2025-09-30", StringComparison.Ordinal).Replace("rate: {value: 0.03", "decline: 0.1, rate: {value: 0.03", StringComparison.Ordinal).Replace("first_year: 2026", "first_year: 2025", StringComparison.Ordinal) })
        {
            var value = Value(text).Value;
            Near((double)value.Methods[0].Unrounded, value.Simulated!.Value.Mean, 2);
        }
    }

    [Theory]
    [InlineData("tax: after_tax", "tax: pre_tax", "VAL-0201")]
    [InlineData("share: {way: typed,", "share: {way: typed, of: profit,", "VAL-0202")]
    [InlineData("number: CN2", "number: CN1", "VAL-0501")]
    [InlineData("pick: royalty", "pick: market", "VAL-0303")]
    [InlineData("weight: 0.35", "weight: 0.36", "VAL-0301")]
    [InlineData("reason: 收益可预测", "reason: \" \"", "VAL-0302")]
    [InlineData("sensitivity: {method: royalty", "sensitivity: {method: other", "VAL-0303")]
    [InlineData("to: 2026-12-31", "to: 2025-12-31", "VAL-0602")]
    [InlineData("{pick: royalty, ", "{weights: {royalty: 0.5}, ", "VAL-0301")]
    [InlineData("fire_sale: {value: 0.1", "fire_sale: {value: 1.1", "FLD-0102")]
    [InlineData("kind: invention, zh: 甲", "kind: patent, zh: 甲", "FLD-0103")]
    [InlineData("timing: mid", "timing: middle", "FLD-0103")]
    [InlineData("method: revenue_share", "method: revenue", "FLD-0103")]
    [InlineData("income_stream: 整机销售", "income: 整机销售", "FLD-0101")]
    [InlineData("value: 0.18", "value: 2.18", "VAL-0102")]
    public void Value_OfABrokenRequest_IsRefused(string from, string to, string code) => Assert.Contains(Value(With(from, to)).Refusals, r => r.Code == code);

    [Fact]
    public void Value_WithoutARateOrALife_StaysOpenAndIsNeverADefault()
    {
        var open = Value(With("discount: {way: typed, tax: after_tax, rate: {value: 0.18, source: 测算表}}\n", "").Replace("conclusion: {pick: royalty, reason: 收益可预测}\n", "", StringComparison.Ordinal)
            .Replace("sensitivity: {method: royalty, shares: [0.025, 0.03, 0.035], rates: [0.16, 0.18, 0.20]}\n", "", StringComparison.Ordinal)
            .Replace("pledge: {valid: {value: 0.85, source: 尽调}, fire_sale: {value: 0.1, source: 政策}}\n", "", StringComparison.Ordinal).Split("simulation:")[0]).Value;
        Assert.Empty(open.Methods);
        Assert.Equal(["VAL-0101"], open.Open[0].Refusals.Select(r => r.Code));
        Assert.Null(open.Conclusion);
        Assert.Equal("VAL-0305", Value(With("discount: {way: typed, tax: after_tax, rate: {value: 0.18, source: 测算表}}\n", "")).Refusals[0].Code);
    }

    [Fact]
    public void Warnings_OfEvidenceKindPurposeAndFirm_AreAllNamed()
    {
        var plain = Value(With("{value: 0.18, source: 测算表}", "0.18")).Value;
        Assert.Contains(plain.Methods[0].Warnings, w => w.Code == "VAL-0105" && w.Path == "discount.rate");
        var mark = Value(Request.Replace("kind: invention", "kind: gi_mark", StringComparison.Ordinal)).Value;
        Assert.Contains(mark.Warnings, w => w.Code == "VAL-0401");
        Assert.Contains(mark.Warnings, w => w.Code == "VAL-0402" && w.Message.Zh.Contains("集体", StringComparison.Ordinal));
        Assert.Contains(Value(With("market: 无可比案例", "income: x")).Value.Warnings, w => w.Code == "VAL-0306");
        Assert.Contains(Value(With("purpose: pledge", "purpose: balance_sheet")).Value.Warnings, w => w.Code == "VAL-0506");
        Assert.Equal(2, Value(With("purpose: pledge", "purpose: securitization").Replace("basis: outside", "basis: agreed", StringComparison.Ordinal)).Value.Warnings.Count(w => w.Code == "VAL-0506"));
        Assert.Contains(Value(With("  net_assets: {value: 10000000, source: 审计报告}\n", "")).Value.Warnings, w => w.Code == "VAL-0101" && w.Severity == Severity.Warning);
        Assert.Contains(Value(With("profit: {value: 9000000", "profit: {value: -1")).Value.Warnings, w => w.Code == "VAL-0504");
    }

    [Fact]
    public void Quality_UsedTwice_IsRefusedUnlessConfirmed()
    {
        var scores = string.Join(", ", Shipped.ShareCard.Leaves.Select(l => $"{l}: 80"));
        var risks = string.Join(", ", Shipped.RiskCard.Leaves.Select(l => $"{l}: 40"));
        var both = With("share: {way: typed, rate: {value: 0.03, source: 许可合同, kind: contract}}", "share: {way: interval, industry: machinery, scores: {" + scores + "}}")
            .Replace("discount: {way: typed, tax: after_tax, rate: {value: 0.18, source: 测算表}}", "discount: {way: build_up, tax: after_tax, risk_free: 0.02, cap: 0.05, scores: {" + risks + "}}", StringComparison.Ordinal);
        Assert.Equal("VAL-0203", Value(both).Refusals[0].Code);
        var confirmed = Value(both + "\nquality: {confirmed: true, reason: 两套评分衡量不同因素}\n").Value;
        Assert.Contains(confirmed.Warnings, w => w.Code == "VAL-0204");
        Assert.Equal(0.02m + (4 * 0.4m * 0.05m), confirmed.Methods[0].Inputs.Count > 0 ? ((Zhirong.Engine.Appraisal.Income.IncomeCase)confirmed.Case.Methods[0]).Discount.Rate : 0);
        Assert.Equal("VAL-0101", Value(both.Replace("legal_status: 80, ", "", StringComparison.Ordinal)).Refusals[0].Code);
    }

    /// <summary>Figures at the edge of what a file may hold: refused, never an exception.</summary>
    [Theory]
    [InlineData("{id: x, method: comparables, deals: [{id: A, price: 1000000000000, weight: 1, compare: [{factor: a, subject: 1000000000000, deal: 0.000001}, {factor: b, subject: 1000000000000, deal: 0.000001}]}]}", "VAL-0107")]
    [InlineData("{id: x, method: multiplier, material: 1000000000000, labour: 1000000000000, labour_factor: 100, risk: 0.99, return: 100, risk_sign: deducted}", "VAL-0107")]
    [InlineData("{id: x, method: real_option, model: simulation, worth: 1, investment: 1, years: 100, rate: 1, volatility: 5}", "VAL-0102")]
    [InlineData("{id: x, method: real_option, model: binomial, worth: 1, investment: 1, years: 100, rate: 1, volatility: 0.01, steps: 1}", "VAL-0106")]
    [InlineData("{id: x, method: replacement, direct: 1, indirect: 1, capital_rate: 0, capital_years: 0, profit_rate: 0, used_years: 0, remaining_years: 0}", "VAL-0103")]
    [InlineData("{id: x, method: renewal_bound, fees: cn-invention, years_paid: 20.5, decay: 0.5, rate: 0}", "VAL-0102")]
    [InlineData("{id: x, method: excess_earnings, income: {first_year: 2026, last: 1000000000000, growth: 9, years: 100}, tax: 0.1}", "VAL-0102")]
    [InlineData("{id: x, method: contract_flow, fees: [{due: 2020-01-01, amount: 1}], default_rate: 1, recovery: 0}", "VAL-0104")]
    public void Value_OfExtremeFigures_IsRefusedAndNeverThrows(string method, string code) =>
        Assert.Contains(Value(With("methods:\n", $"methods:\n  - {method}\n")).Refusals, r => r.Code == code);

    [Fact]
    public void Value_OfALongLifeAtAHighRate_LeavesNothingOfTheFarYears()
    {
        var value = Value(With("technical: {value: 6, source: 技术更新周期}", "legal: {value: 100, source: x}").Replace("value: 0.18", "value: 2", StringComparison.Ordinal)
            .Replace("yearly: [100000000, 110000000, 118800000, 124740000, 128482200, 128482200]", $"yearly: [{string.Join(", ", Enumerable.Repeat("100000000", 100))}]", StringComparison.Ordinal)).Value;
        Assert.Equal((100, 0m), (value.Methods[0].CashFlows.Count, value.Methods[0].CashFlows[^1].Factor));
    }

    [Fact]
    public void Pledge_WithoutAConclusion_IsRefused() =>
        Assert.Contains(Value(With("conclusion: {pick: royalty, reason: 收益可预测}\n", "")).Refusals, r => r.Code == "VAL-0101" && r.Path == "conclusion");

    [Fact]
    public void Layout_OfTenYears_IsCapped()
    {
        var layout = Value(Request.Replace("kind: invention", "kind: ic_layout", StringComparison.Ordinal).Replace("technical: {value: 6", "legal: {value: 14", StringComparison.Ordinal)).Value;
        Assert.Equal(10m, ((Zhirong.Engine.Appraisal.Income.IncomeCase)layout.Case.Methods[0]).Life.Years);
    }

    [Fact]
    public void Json_OfTheSameRequest_IsTheSameBytes()
    {
        static string Json()
        {
            using var memory = new MemoryStream();
            using (var writer = new Utf8JsonWriter(memory))
            {
                ValueResultJson.Write(writer, Value(Request).Value, "00", "test", Language.Zh);
            }

            return Encoding.UTF8.GetString(memory.ToArray());
        }

        Assert.Equal(Json(), Json());
        Assert.Contains("\"value\":\"11194867.23\"", Json(), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_SharingARight_AreRefused()
    {
        var group = Value(Request).Value.Case.Group;
        Assert.Empty(ProductGroup.EachRightOnce([group]));
        Assert.Equal(3, ProductGroup.EachRightOnce([group, group with { Id = "other" }]).Count(r => r.Code == "VAL-0501"));
        Assert.Equal("VAL-0502", ProductGroup.EachRightOnce([group with { Rights = [] }])[0].Code);
        Assert.NotNull(Allocation.Of(Money.Cny(1), [1m]).Value);
    }
}

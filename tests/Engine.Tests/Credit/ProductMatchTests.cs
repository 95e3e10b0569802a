using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Subsidies;

namespace Zhirong.Engine.Tests.Credit;

/// <summary>Products held against firms: who gets which, what it costs, why not.</summary>
public sealed class ProductMatchTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static LoanProduct Shipped(string id) => ProductReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "data", "products", $"{id}.yaml"))).Value;

    private static IReadOnlyList<LoanProduct> Shipped() => [.. Directory.GetFiles(Path.Combine(Repo.Root, "data", "products"), "*.yaml").Order(StringComparer.Ordinal).Select(f => ProductReader.Read(File.ReadAllBytes(f)).Value)];

    private static ProductMarket Market(bool? used = false, params string[] aid) => new(
        new Dictionary<LprTenor, LprQuote> { [LprTenor.OneYear] = new(Day, 0.03m), [LprTenor.FiveYears] = new(Day, 0.035m) },
        [.. aid.Select(a => SubsidyRuleReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "data", "schemes", "subsidy", $"{a}.yaml"))).Value)], new Flat(), used);

    private sealed class Flat : IReferenceRates
    {
        public Result<ReferenceQuote> At(string curve, DateOnly on) => new ReferenceQuote(curve, on, on, 0.03m, "test");
    }

    /// <summary>A Zhejiang firm with five inventions worth 10 million; tests change what they are about.</summary>
    private static ProductCase Firm(params (string Name, string? Value)[] changed)
    {
        var facts = new Dictionary<string, string?>
        {
            ["firm.region"] = "330106",
            ["firm.size"] = "small",
            ["firm.classes"] = "hightech",
            ["firm.founded"] = "2015-06-01",
            ["firm.dishonest"] = "false",
            ["firm.overdue_days"] = "0",
            ["firm.rd_ratio"] = "0.08",
            ["firm.debt_ratio"] = "0.4",
            ["ip.kinds"] = "invention",
            ["ip.inventions"] = "5",
            ["ip.count"] = "5",
            ["ip.least_months"] = "60",
            ["ip.value"] = "10000000",
            ["guarantee.kind"] = "none",
            ["loan.amount"] = "1000000",
            ["loan.months"] = "12",
        };
        foreach (var (name, value) in changed)
        {
            facts[name] = value;
        }

        return new(Day, facts.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => new ProductFactValue(ProductFacts.Find(f.Key)!.Type == RuleType.Texts ? RuleValue.Of(f.Value!.Split(',')) : RuleValue.Parse(ProductFacts.Find(f.Key)!.Type, f.Value!)!.Value, "test", Day)));
    }

    /// <summary>By hand: 1,000,000 at 3.00 % + 30 bp, ACT/360, quarters of 92, 92, 91 and 90 days: 8433.33, 8433.33, 8341.67, 8250.00; appraisal fee 0.2 %.</summary>
    [Fact]
    public void Quote_InterestThenBullet_IsTheScheduleAndTheFee()
    {
        var quote = ProductMatch.Held(Shipped("abc-zheketong"), Firm(), Market()).Quote!;

        Assert.Equal(["8433.33", "8433.33", "8341.67", "8250.00"], quote.Instalments.Select(i => $"{i.Interest}"));
        Assert.Equal(("0.0330", "35458.33", "35458.33", "3500000.00"), ($"{quote.Rate:0.0000}", $"{quote.GrossTotal}", $"{quote.RankedTotal}", $"{quote.Most}"));
        Assert.InRange(quote.Gross!.Value, 0.0354m, 0.0365m);
        Assert.Equal(quote.Gross, quote.AfterAid);
    }

    /// <summary>By hand: 4.5 % of 1,000,000 over the same quarters is 45,625.00, the guarantee 10,000.00, the aid 1.5 % of the principal 15,000.00.</summary>
    [Fact]
    public void Quote_AidOfTheFirmsProvince_LowersTheCostItIsRankedBy()
    {
        var firm = Firm(("firm.region", "510107"), ("guarantee.kind", "policy_guarantor"));
        var quote = ProductMatch.Held(Shipped("tianfu-zhilai"), firm, Market(false, "sichuan-tianfu", "fujian-interest")).Quote!;

        Assert.Equal(["sichuan-tianfu"], quote.Aid.Select(a => a.Rule.Head.Id));
        Assert.Equal(("55625.00", "15000.00", "40625.00"), ($"{quote.GrossTotal}", $"{quote.Granted}", $"{quote.RankedTotal}"));
        Assert.True(quote.AfterAid < quote.Gross - 0.014m);
    }

    /// <summary>Aid that is open is neither zero nor paid: it is told and moves nothing.</summary>
    [Fact]
    public void Quote_AidThatIsOpen_MovesNothing()
    {
        var quote = ProductMatch.Held(Shipped("standard-pledge"), Firm(("firm.region", "350100")), Market(null, "fujian-interest")).Quote!;

        Assert.Equal(AidState.Open, quote.Aid.Single().State);
        Assert.Equal((Money.Zero, quote.Gross), (quote.Granted, quote.AfterAid));
    }

    [Theory]
    [InlineData("CN-33", "330106", true)]
    [InlineData("CN-330000", "330106", true)]
    [InlineData("CN-330200", "330106", false)]
    [InlineData("CN-330200", "330282", true)]
    [InlineData("CN-110000", "110105", true)]
    [InlineData("CN", "330106", false)]
    public void Covers_Jurisdictions_ByTheirDigits(string jurisdiction, string region, bool covered)
    {
        var rule = SubsidyRuleReader.Read(Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(Repo.Root, "data", "schemes", "subsidy", "sichuan-tianfu.yaml")).Replace("CN-51", jurisdiction, StringComparison.Ordinal))).Value;

        Assert.Equal(covered ? 1 : 0, ProductMatch.Held(Shipped("standard-pledge"), Firm(("firm.region", region)), Market() with { Aid = [rule] }).Quote!.Aid.Count);
    }

    /// <summary>Around every bound: on it, one beyond it, not known.</summary>
    [Theory]
    [InlineData("ip.inventions", "3", "", "0")]
    [InlineData("ip.inventions", "2", "inventions", "-1")]
    [InlineData("loan.amount", "30000000", "pledge", "-26500000")]
    [InlineData("loan.amount", "3500000", "", "0")]
    [InlineData("loan.amount", "3500000.01", "pledge", "-0.01")]
    [InlineData("loan.amount", "499999.99", "amount.least", "-0.01")]
    [InlineData("loan.months", "13", "months.most", "-1")]
    [InlineData("firm.founded", "2023-03-02", "", "0")]
    [InlineData("firm.founded", "2023-03-03", "founded", "-1")]
    [InlineData("firm.region", "320100", "region", "")]
    [InlineData("ip.kinds", "plant_variety", "kinds", "")]
    [InlineData("firm.dishonest", "true", "dishonest", "")]
    [InlineData("ip.value", null, "?", "")]
    [InlineData("firm.dishonest", null, "?", "")]
    public void Held_AroundABound_FailsByNameAndMargin(string name, string? value, string failed, string margin)
    {
        var answer = ProductMatch.Held(Shipped("abc-zheketong"), Firm((name, value)), Market());

        Assert.Equal(failed switch { "" => ProductFit.Eligible, "?" => ProductFit.Unknown, _ => ProductFit.Refused }, answer.Fit);
        Assert.Equal(failed.Trim('?'), string.Join(' ', answer.Failed.Select(f => f.Condition.Id)));
        Assert.All(answer.Failed.Where(_ => margin.Length > 0), f => Assert.Equal(decimal.Parse(margin), f.Margin));
        Assert.Equal(failed == "?" ? [name] : [], answer.Conditions.SelectMany(c => c.Missing).Distinct());
    }

    [Fact]
    public void Sentence_OfAFailedCondition_SaysWhatIsNeededAndWhatIsThere()
    {
        var answer = ProductMatch.Held(Shipped("abc-zheketong"), Firm(("ip.inventions", "1"), ("firm.region", "320100"), ("loan.amount", "4000000")), Market());

        Assert.Equal(
            ["评估值 × 质押率 35%：需要 ≥ 申请金额 4,000,000 元，现有 3,500,000 元", "注册地：需要 浙江省（33），现有 320100", "有效发明专利：需要 ≥ 3 件，现有 1 件"],
            answer.Failed.Select(f => f.Sentence.Zh));
        Assert.Equal("inventions in force: needs ≥ 3, has 1", answer.Failed.Last().Sentence.En);
    }

    /// <summary>Three firms of one province have three different winners; every loser names a condition.</summary>
    [Theory]
    [InlineData("abc-zengxiang-e", "guarantee.kind=policy_guarantor;ip.kinds=data_ip;ip.inventions=0")]
    [InlineData("abc-zheketong", "")]
    [InlineData("abc-kechuang-e", "ip.inventions=1;ip.value=0;firm.founded=2025-09-01")]
    [InlineData("abc-keji-e", "loan.months=24;ip.value=0")]
    public void Of_DifferentFirms_HaveDifferentWinners(string winner, string changed)
    {
        var answers = ProductMatch.Of(Shipped(), Firm([.. changed.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(c => (c.Split('=')[0], (string?)c.Split('=')[1]))]), Market());

        Assert.Equal((winner, 1), (answers[0].Product.Id, answers[0].Rank));
        Assert.All(answers.Where(a => a.Fit == ProductFit.Refused), a => Assert.NotEmpty(a.Failed));
        var costs = answers.Where(a => a.Rank is not null).Select(a => a.Quote!.Ranked!.Value).ToList();
        Assert.Equal(costs.Order(), costs);
        Assert.Equal(Shipped().Count, answers.Count);
    }

    [Theory]
    [InlineData("amount: {min: 500000, max: 30000000}", "amount: {min: 500000, max: 400000}", "CRED-0601")]
    [InlineData("rate: 0.002, per: once", "per: once", "CRED-0602")]
    [InlineData("pledge_rate: 0.35", "pledge_rate: 1.2", "CRED-0603")]
    [InlineData("is: ip.inventions", "is: ip.inventionz", "RULE-0106")]
    [InlineData("every: 3M", "every: 2W", "FLD-0102")]
    public void Read_AFaultyText_IsRefusedByItsNumber(string part, string replacement, string code)
    {
        var text = File.ReadAllText(Path.Combine(Repo.Root, "data", "products", "abc-zheketong.yaml"));
        Assert.Contains(part, text, StringComparison.Ordinal);

        Assert.Contains(code, ProductReader.Read(Encoding.UTF8.GetBytes(text.Replace(part, replacement, StringComparison.Ordinal))).Refusals.Select(r => r.Code));
    }
}

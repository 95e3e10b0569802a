using System.Globalization;
using System.Text.Json;
using Xunit;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Subsidies;
using static Zhirong.Engine.Tests.Rules.Schemes;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>The aid of <c>lending.json</c> (S_*) by the schemes that are shipped.</summary>
public sealed class SubsidyGoldenTests
{
    private static readonly JsonElement Golden = Repo.Golden("lending.json");

    private const string Qingdao = "firm.is_patentee: true\npledge.first_time_patents: 1\nloan.signed: 2024-12-05\nused: {}\nloan.principal: ";

    [Fact]
    public void Qingdao_SixtyPercentOfTheLprBeforeSigning()
    {
        var rule = Subsidy("qingdao-interest");
        var (small, large) = (Aid(rule, Qingdao + "10000000"), Aid(rule, Qingdao + "30000000"));
        Assert.Equal(G("S_QD", "a"), Yuan(small.TotalFen));
        Assert.Equal(N("S_QD", "b"), Yuan(large.TotalFen));
        Assert.Equal(G("S_QD", "b_raw"), Step(large, "rounded").Value);
        // Signed in December: the quote of November, the latest on its last day.
        var rate = Step(small, "rate");
        Assert.Equal(("0.031", "2024-11-30", "2024-11-20"), (rate.Value, Detail(rate, "on"), Detail(rate, "published")));
        Assert.Equal(("firm_year", "yes", "500000.00"), (Detail(Step(large, "cap"), "cap"), Detail(Step(large, "cap"), "bound"), Detail(Step(large, "cap"), "limit")));
        Assert.Equal("no", Detail(Step(small, "cap"), "bound"));
    }

    /// <summary>A contract of the first day after a month's end takes that month; of the last day, the month before.</summary>
    [Theory]
    [InlineData("2024-10-31", "0.0335")]
    [InlineData("2024-11-01", "0.031")]
    public void Qingdao_AroundTheMonthsEnd_TakesTheMonthBefore(string signed, string rate) =>
        Assert.Equal(rate, Step(Aid(Subsidy("qingdao-interest"), Qingdao.Replace("2024-12-05", signed, StringComparison.Ordinal) + "10000000"), "rate").Value);

    [Theory]
    [InlineData("guarantee.kind: none\nloan.rate: 0.04", "plain", "5000000")]
    [InlineData("guarantee.kind: surety_insurance\nloan.rate: 0.031", "guar", "5000000")]
    [InlineData("guarantee.kind: policy_guarantor\nloan.rate: 0.03", "low", "5000000")]
    [InlineData("guarantee.kind: surety_insurance\nloan.rate: 0.05", "capd", "20000000")]
    public void Fujian_ByGuaranteeAndActualRate(string facts, string golden, string principal)
    {
        var made = Aid(Subsidy("fujian-interest"), $"firm.size: small\nloan.term_months: 12\nloan.repaid: 2024-06-30\nused: {{}}\n{facts}\nloan.principal: {principal}");
        Assert.Equal(golden == "capd" ? N("S_FJ", "capd") : G("S_FJ", golden), Yuan(made.TotalFen));
        Assert.Equal("2024-12-31", Detail(Step(made, "rate"), "on"));
    }

    [Theory]
    [InlineData("0.05", "500000", "200000.00", "Granted")]
    [InlineData("0.05", "1500000", "500000.00", "Granted")]
    [InlineData("0.0539", "500000", "200000.00", "Granted")]
    [InlineData("0.053900000001", "500000", "0.00", "Refused")]
    [InlineData("0.055", "550000", "0.00", "Refused")]
    public void Zhongguancun_UpToFourteenTenthsOfTheLpr(string rate, string interest, string aid, string state)
    {
        var made = Aid(Subsidy("zhongguancun-interest"), $"firm.revenue: 200000000\nloan.signed: 2021-06-01\nloan.rate: {rate}\npaid.interest: {interest}\nused: {{}}");
        Assert.Equal((aid, state), (Yuan(made.TotalFen), made.State.ToString()));
        Assert.Contains("1.4 * rate.lpr [0.0385]", made.Conditions[1].Shown, StringComparison.Ordinal);
        Assert.Equal([("贷款年利率", rate), ("一年期 LPR", "0.0385")], made.Conditions[1].Facts.Select(f => (f.Title.Zh, f.Value)));
        Assert.Equal(1.4m * 0.0385m, decimal.Parse(G("S_ZGC", "limit"), CultureInfo.InvariantCulture));
    }

    /// <summary>What nobody says has its title and no value; a rate whose day is not known has none either.</summary>
    [Fact]
    public void Condition_OnWhatNobodySays_NamesIt()
    {
        var made = Aid(Subsidy("zhongguancun-interest"), "firm.revenue: 200000000\nloan.rate: 0.05\nused: {}");
        Assert.Equal([("贷款年利率", "0.05"), ("一年期 LPR", null)], made.Conditions[1].Facts.Select(f => (f.Title.Zh, f.Value)));
        Assert.Contains("loan.signed", made.Conditions[1].Missing);

        // A flag may be written in several ways and is told in one.
        foreach (var (written, told) in new[] { ("yes", "true"), ("True", "true"), ("no", "false") })
        {
            var flag = Aid(Subsidy("qingdao-interest"), $"firm.is_patentee: {written}\nused: {{}}");
            Assert.Equal([told], flag.Conditions.Concat(flag.Items.SelectMany(i => i.Conditions)).SelectMany(c => c.Facts).Where(f => f.Name == "firm.is_patentee").Select(f => f.Value).Distinct());
        }
    }

    [Theory]
    [InlineData("loan.signed", "合同签订日", "day the contract was signed")]
    [InlineData("LPR1Y 2026-01-20", "2026-01-20 的一年期 LPR", "one-year LPR of 2026-01-20")]
    [InlineData("used.firm_year", "每企业每年上限的已用额", "used before: per firm and year")]
    [InlineData("caps.firm_year.amount", "每企业每年上限（发文未载明的数值）", "per firm and year (a figure the issuing text does not show)")]
    [InlineData("pool", "资金池中其他申请的金额", "what others are granted from the pool")]
    [InlineData("balances", "各日提款余额", "the drawn balance day by day")]
    [InlineData("no.such.name", "no.such.name", "no.such.name")]
    public void Wanted_OfAScheme_IsToldInWords(string name, string zh, string en)
    {
        var told = SchemeWanted.Of(Subsidy("zhongguancun-interest"), name);
        Assert.Equal((zh, en), (told.Zh, told.En));
    }

    [Fact]
    public void Shenzhen_ThreeItemsUnderOneRoof()
    {
        var rule = Subsidy("shenzhen-aid");
        var first = Aid(rule, "loan.first: true\npaid.interest: 400000\npaid.premium: 60000\npaid.guarantee_fee: 100000\nused: {}");
        Assert.Equal(List("S_SZ", "a"), [.. first.Items.Select(i => Yuan(i.AmountFen)), Yuan(first.TotalFen)]);
        var second = Aid(rule, "loan.first: false\npaid.interest: 1200000\npaid.premium: 300000\npaid.guarantee_fee: 900000\nused: {}");
        Assert.Equal(N("S_SZ", "b", 3), Yuan(second.TotalFen));
        Assert.Equal([G("S_SZ", "b", 0), G("S_SZ", "b", 1), "250000.00"], second.Items.Select(i => Yuan(i.AmountFen)));
        Assert.Equal(N("S_SZ", "b", 2), Step(second, "cap", item: 2).Value);
    }

    [Theory]
    [InlineData("5000000", "172500", "75000", "20000", "a")]
    [InlineData("15000000", "600000", "225000", "90000", "b")]
    public void CityX_TheLesserOfPercentAndPaid(string principal, string interest, string fee, string valuation, string golden)
    {
        var made = Aid(Subsidy("city-x-aid"), $"loan.principal: {principal}\nloan.fully_repaid: true\nloan.disbursed: true\npaid.interest: {interest}\npaid.guarantee_fee: {fee}\npaid.valuation_fee: {valuation}\nused: {{}}");
        Assert.Equal(Golden.GetProperty("S_36").GetProperty(golden).EnumerateArray().Select(e => Two(e.GetString()!)), made.Items.Select(i => Yuan(i.AmountFen)));
    }

    [Fact]
    public void CityX_BeforeRepayment_PaysTheValuationAlone()
    {
        var made = Aid(Subsidy("city-x-aid"), "loan.principal: 5000000\nloan.fully_repaid: false\nloan.disbursed: true\npaid.interest: 172500\npaid.guarantee_fee: 75000\npaid.valuation_fee: 20000\nused: {}");
        Assert.Equal(["Refused 0.00", "Refused 0.00", "Granted 20000.00"], made.Items.Select(i => $"{i.State} {Yuan(i.AmountFen)}"));
        Assert.Equal("20000.00", Yuan(made.TotalFen));
    }

    [Theory]
    [InlineData("180000", "36000", "val", "prem")]
    [InlineData("260000", "60000", "val2", "prem2")]
    public void Xuchang_HalfUpToTheYearsCap(string valuation, string premium, string first, string second) =>
        Assert.Equal([N("S_XC", first), N("S_XC", second)], Aid(Subsidy("xuchang-aid"), $"paid.valuation_fee: {valuation}\npaid.premium: {premium}\nused: {{}}").Items.Select(i => Yuan(i.AmountFen)));

    [Fact]
    public void Tongliang_PoolOverTotalOfEach()
    {
        var rule = Subsidy("tongliang-pool");
        Assert.Equal(Golden.GetProperty("S_TL").GetString(), Yuan(Aid(rule, "approved.amount: 100000\npool: {before: [900000]}").TotalFen));
        // Largest remainder: the three parts are the pool to the fen.
        Assert.Equal("142856.94", Yuan(Aid(rule, "approved.amount: 200000\npool: {after: [330000, 170001]}").TotalFen));
        Assert.Equal("235713.95", Yuan(Aid(rule, "approved.amount: 330000\npool: {before: [200000], after: [170001]}").TotalFen));
        Assert.Equal("121429.11", Yuan(Aid(rule, "approved.amount: 170001\npool: {before: [200000, 330000]}").TotalFen));
        Assert.Equal("100000.00", Yuan(Aid(rule, "approved.amount: 100000\npool: {before: [400000]}").TotalFen));
        Assert.Equal("100000.01", Yuan(Aid(rule, "approved.amount: 100000.01\npool: {before: [400000]}").TotalFen));
        Assert.Equal("399999.99", Yuan(Aid(rule, "approved.amount: 400000\npool: {after: [100000.01]}").TotalFen));
    }

    private const string Tianfu = "loan.principal: 1000000\nloan.rate: 0.045\nloan.fee_rate: 0.01\nloan.term_months: 12\nloan.signed: 2025-06-01\nloan.drawn: 2025-06-10\nloan.due: 2026-06-10";

    [Fact]
    public void Tianfu_OneAndAHalfPercentByEitherBasis()
    {
        var text = Text("subsidy", "sichuan-tianfu");
        Assert.Equal(G("S_SC", "sub365"), Yuan(Aid(SubsidyOf(text), Tianfu).TotalFen));
        Assert.Equal(G("S_SC", "sub"), Yuan(Aid(SubsidyOf(text.Replace("percent: 0.015}", "percent: 0.015}\n    time: {basis: ACT/360}", StringComparison.Ordinal)), Tianfu).TotalFen));
        Assert.Equal(AidState.Refused, Aid(SubsidyOf(text), Tianfu.Replace("loan.rate: 0.045", "loan.rate: 0.0451", StringComparison.Ordinal)).State);
    }

    /// <summary>A first year of 100 %, capped by the kind of firm (#28).</summary>
    [Fact]
    public void Beijing_FirstYearUpToTheCapOfItsKind()
    {
        Assert.Equal("200000.00", Yuan(Aid(Subsidy("beijing-premium"), "paid.premium: 210000\ninsurance.year: 1\nfirm.kind: key_sme\nused: {}").TotalFen));
        Assert.Equal("210000.00", Yuan(Aid(Subsidy("beijing-premium"), "paid.premium: 210000\ninsurance.year: 1\nfirm.kind: champion\nused: {}").TotalFen));
        var later = Aid(Subsidy("beijing-premium"), "paid.premium: 210000\ninsurance.year: 2\nfirm.kind: key_sme\nused: {}");
        Assert.Equal((AidState.Open, null), (later.State, later.TotalFen));
        Assert.Contains("items.premium.multiplier.later.value", later.Missing);
    }

    private static string G(string name, string part) => Golden.GetProperty(name).GetProperty(part).GetString()!;

    private static string G(string name, string part, int at) => Golden.GetProperty(name).GetProperty(part)[at].GetString()!;

    private static string N(string name, string part) => Two(G(name, part));

    private static string N(string name, string part, int at) => Two(G(name, part, at));

    private static List<string> List(string name, string part) => [.. Golden.GetProperty(name).GetProperty(part).EnumerateArray().Select(e => e.GetString()!)];

    private static string Two(string number) => decimal.Parse(number, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture);

    private static SchemeStep Step(SubsidyResult made, string kind, int item = 0) => made.Items[item].Steps.Single(s => s.Kind == kind);

    private static string Detail(SchemeStep step, string name) => step.Details.Single(d => d.Key == name).Value;
}

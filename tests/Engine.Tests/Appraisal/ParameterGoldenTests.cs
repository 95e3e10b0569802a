using Xunit;
using Zhirong.Engine.Appraisal.Concluding;
using Zhirong.Engine.Appraisal.Cost;
using Zhirong.Engine.Appraisal.Discounting;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Income;
using Zhirong.Engine.Appraisal.Indices;
using Zhirong.Engine.Appraisal.Market;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Weighing;
using Zhirong.Engine.Basics;
using static Zhirong.Engine.Tests.Appraisal.Cases;

namespace Zhirong.Engine.Tests.Appraisal;

/// <summary>Shares, rates, cost, market, renewal, weights and indices against valuation.json, with the parameter files the product ships.</summary>
public sealed class ParameterGoldenTests
{
    private static ScoreCard Card(string file) => CardReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "data", "appraisal", file))).Value;

    private static List<Figure> Scores(ScoreCard card, params decimal[] scores) => [.. card.Leaves.Zip(scores, (id, score) => F($"scores.{id}", score))];

    [Fact]
    public void Share_ByTheShippedCard_IsTheGolden()
    {
        var g = Golden.GetProperty("share_rate");
        var card = Card("share-rate-card.yaml");
        var scores = Scores(card, [.. Ds(g.GetProperty("legal").GetProperty("s")), .. Ds(g.GetProperty("tech").GetProperty("s")), D(g.GetProperty("econ").GetProperty("s"))]);
        Near(D(g.GetProperty("r")) * 100, card.Evaluate(scores).Value.Score, 1e-12m);
        var table = RoyaltyReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "data", "appraisal", "royalty-rates.yaml"))).Value;
        var machinery = table.Industries.Single(i => i.Id == "machinery");
        Assert.Equal((D(g.GetProperty("m")), D(g.GetProperty("n"))), (machinery.Least, machinery.Most));
        var share = ShareRate.Interval(F("m", machinery.Least), F("n", machinery.Most), IncomeMeasure.Revenue, card, scores).Value;
        Near(D(g.GetProperty("K")), share.Rate, 1e-15m);
        Assert.True(share.MovedByQuality);
        Assert.Equal("VAL-0101", ShareRate.Interval(F("m", 0.01m), F("n", 0.03m), IncomeMeasure.Revenue, card, scores[1..]).Refusals[0].Code);
        Assert.Equal(9, table.Industries.Count);
    }

    [Fact]
    public void Rate_ByTheShippedCardOfRisks_IsTheGolden()
    {
        var g = Golden.GetProperty("discount").GetProperty("risk_sum");
        var card = Card("risk-build-up.yaml");
        var scores = Scores(card, 40, 60, 20, 40, 40, 60, 40, 60, 60, 40, 60, 40, 20, 40);
        foreach (var (cap, golden) in new[] { (0.05m, "r5"), (0.08m, "r8") })
        {
            var rate = RiskBuildUp.Of(card, scores, F("rf", D(g.GetProperty("rf"))), F("cap", cap), TaxBasis.AfterTax).Value;
            Near(D(g.GetProperty(golden)), rate.Rate, 1e-15m);
        }

        Assert.Equal([42m, 50.92m, 50m, 34m], card.Evaluate(scores).Value.Children.Select(c => c.Score));
    }

    [Fact]
    public void Rate_OfCapitalAndAssets_IsTheGolden()
    {
        var g = Golden.GetProperty("discount").GetProperty("wacc");
        Figure Of(string key) => F(key, D(g.GetProperty(key)));
        var capital = new CapitalCost { RiskFree = Of("rf"), Beta = Of("beta"), MarketPremium = Of("erp"), Specific = Of("rs"), EquityShare = Of("E"), DebtRate = Of("rd"), Tax = Of("t") };
        Near(D(g.GetProperty("Re")), capital.EquityReturn, 1e-15m);
        Near(D(g.GetProperty("WACC")), capital.Rate(TaxBasis.AfterTax).Value.Rate, 1e-15m);
        Near(D(g.GetProperty("WACCBT")), capital.Rate(TaxBasis.PreTax).Value.Rate, 1e-15m);
        var split = new AssetReturn { Capital = capital, WorkingShare = Of("Wc"), WorkingReturn = Of("ic"), FixedShare = Of("Wf"), FixedReturn = Of("if") };
        Near(D(g.GetProperty("Ri_pre")), split.Rate(TaxBasis.PreTax).Value.Rate, 1e-14m);
        Near(D(g.GetProperty("Ri_post")), split.Rate(TaxBasis.AfterTax).Value.Rate, 1e-14m);
        Assert.Equal("VAL-0102", (split with { FixedShare = F("Wf", 0.65m) }).Rate(TaxBasis.PreTax).Refusals[0].Code);
        Assert.Equal(0.14m, DiscountRate.Industry(F("mean", 0.12m), F("add", 0.02m), TaxBasis.PreTax).Value.Rate);
        Assert.Equal("VAL-0102", DiscountRate.Typed(F("rate", 0), TaxBasis.PreTax).Refusals[0].Code);
    }

    [Fact]
    public void Cost_BothForms_AreTheGolden()
    {
        var g = Golden.GetProperty("cost");
        var of = new ReplacementCase { Id = "c", Direct = F("direct", 100), Indirect = F("indirect", 30), CapitalRate = F("i", 0.0435m), CapitalYears = F("y", 1.5m), ProfitRate = F("p", 0.15m), UsedYears = F("used", 0), RemainingYears = F("left", 10) };
        Near(D(g.GetProperty("replacement").GetProperty("value")), of.Value(Terms()).Value.Unrounded, 1e-12m);
        Near(157.00375m * 0.7m, (of with { UsedYears = F("used", 3), RemainingYears = F("left", 7) }).Value(Terms()).Value.Unrounded, 1e-12m);
        Assert.Equal("VAL-0103", (of with { RemainingYears = F("left", 0) }).Value(Terms()).Refusals[0].Code);
        var multiplier = new MultiplierCase { Id = "m", Material = F("c", 120), Labour = F("v", 80), LabourFactor = F("b1", 1.5m), Risk = F("b2", 0.3m), Return = F("l", 0.2m), Sign = ResearchRisk.Deducted };
        Near(D(g.GetProperty("beijia").GetProperty("value")), multiplier.Value(Terms()).Value.Unrounded, 1e-12m);
        Near(288m / 1.3m, (multiplier with { Sign = ResearchRisk.Added }).Value(Terms()).Value.Unrounded, 1e-12m);
        Assert.Equal("VAL-0102", (multiplier with { Risk = F("b2", 1) }).Value(Terms()).Refusals[0].Code);
        Assert.Equal(1320m, new DataCostCase { Id = "d", TotalCost = F("tc", 1000), Return = F("r", 0.1m), Utility = F("u", 1.2m) }.Value(Terms()).Value.Unrounded);
    }

    [Fact]
    public void Market_TwoDeals_IsTheGolden()
    {
        var g = Golden.GetProperty("market");
        ComparableDeal Deal(string id, decimal price, decimal weight, params (decimal Subject, decimal Deal)[] ratios) =>
            new(id, F(id, price), F($"{id}.weight", weight), [.. ratios.Select((r, i) => new Comparison($"f{i}", r.Subject, r.Deal))]);
        var of = new ComparablesCase { Id = "m", Deals = [Deal("A", 500, 0.6m, (100, 98), (95, 100), (105, 100)), Deal("B", 620, 0.4m, (100, 102), (95, 90), (105, 110))] };
        var value = of.Value(Terms()).Value;
        Near(D(g.GetProperty("case1")), value.Steps[0].Result, 1e-9m);
        Near(D(g.GetProperty("case2")), value.Steps[1].Result, 1e-9m);
        Near(D(g.GetProperty("weighted_60_40")), value.Unrounded, 1e-9m);
        Assert.Equal(["VAL-0207"], value.Warnings.Select(w => w.Code));
        Assert.Equal("VAL-0301", (of with { Deals = of.Deals.Take(1).ToList() }).Value(Terms()).Refusals[0].Code);
        var thin = Benchmark.Of([1, 2, 3, 4, 5, 6, 7]);
        Assert.Equal((7, null), (thin.Count, thin.Median));
        Assert.Equal((2.75m, 4.5m, 6.25m), Benchmark.Of([1, 2, 3, 4, 5, 6, 7, 8]) is { } b ? (b.Low, b.Median, b.High) : default);
    }

    /// <summary>Fees as the golden numbers write them: <c>900x3,1200x3</c> is 900 in each of the first three years.</summary>
    internal static FeeTable Fees(string text) => new("cn-invention", "tests/golden/valuation.json", [.. text.Split(',').Select(band => band.Split('x')).SelectMany(band => Enumerable.Repeat(decimal.Parse(band[0]), int.Parse(band[1])))]);

    [Fact]
    public void Renewal_ByTheGoldenFees_IsTheGolden()
    {
        var g = Golden.GetProperty("renewal");
        var table = Fees(g.GetProperty("fees_cn_invention_M").GetString()!);
        Assert.Equal(20, table.Fees.Count);
        var decay = D(g.GetProperty("decay"));
        foreach (var row in g.GetProperty("r0").EnumerateObject())
        {
            var (years, value) = RenewalBound.Kept(table, decimal.Parse(row.Name), decay, D(g.GetProperty("disc")));
            Assert.Equal(row.Value[0].GetInt32(), years);
            Near(D(row.Value[1]), value, 1e-6m);
        }

        foreach (var row in g.GetProperty("min_r0").EnumerateObject())
        {
            Near(D(row.Value), RenewalBound.LeastFirstReturn(table, int.Parse(row.Name), decay), 0.005m);
        }

        foreach (var row in g.GetProperty("share_lognormal_mu_ln5000_sigma1.5").EnumerateObject())
        {
            Near(row.Value.GetDouble(), RenewalBound.ShareKept(table, int.Parse(row.Name), decay, Math.Log(5000), 1.5), 1e-6);
        }

        var bound = RenewalBound.Value("b", Terms(), table, F("paid", 9), F("decay", decay), F("rate", 0.1m)).Value;
        Near(D(g.GetProperty("min_r0").GetProperty("9")), bound.Steps[0].Result, 0.005m);
        Assert.True(bound.Unrounded >= 0);
    }

    [Fact]
    public void Weights_ByJudgmentAndByEntropy_AreTheGolden()
    {
        var g = Golden.GetProperty("ahp");
        var judged = PairwiseWeights.Of([.. g.GetProperty("A").EnumerateArray().Select(r => r.EnumerateArray().Select(x => x.GetDouble()).ToArray())]).Value;
        Assert.All(judged.Weights.Zip(g.GetProperty("w").EnumerateArray()), p => Near(p.Second.GetDouble(), p.First, 1e-12));
        Near(g.GetProperty("lambda").GetDouble(), judged.Lambda, 1e-12);
        Near(g.GetProperty("CR_RI058").GetDouble(), judged.ConsistencyRatio, 1e-12);
        Assert.True(judged.IsConsistent);
        Assert.Equal("VAL-0701", PairwiseWeights.Of([[1.0, 2.0], [2.0, 1.0]]).Refusals[0].Code);
        var e = Golden.GetProperty("entropy");
        var spread = EntropyWeights.Of([.. e.GetProperty("X").EnumerateArray().Select(r => r.EnumerateArray().Select(x => x.GetDouble()).ToArray())]);
        Assert.All(spread.Zip(e.GetProperty("w").EnumerateArray()), p => Near(p.Second.GetDouble(), p.First, 1e-12));
    }

    [Fact]
    public void Indices_OfFamiliesAndMarkets_AreTheGolden()
    {
        var families = Golden.GetProperty("pai").GetProperty("families").EnumerateArray().Select(f => new FamilyStrength(f[0].GetDouble(), f[1].GetDouble(), true));
        Near(Golden.GetProperty("pai").GetProperty("index").GetDouble(), PatentIndices.PortfolioStrength(families), 1e-12);
        Assert.Equal(0, PatentIndices.PortfolioStrength([new(3, 2, false)]));
        var k = Golden.GetProperty("kpss");
        foreach (var row in k.GetProperty("R").EnumerateObject())
        {
            Near(row.Value.GetDouble(), PatentIndices.MarketResponse(double.Parse(row.Name), k.GetProperty("sigma").GetDouble(), 1000, 2, k.GetProperty("gamma").GetDouble(), k.GetProperty("pi").GetDouble()), 1e-9);
        }

        Assert.Equal(["A+", "B", "B", "C", "C-"], new[] { 0.95, 0.5, 0.4, 0.05, 0.0499 }.Select(PatentIndices.Grade));
        Assert.Equal(0.625, PatentIndices.Percentile(5, [1, 2, 5, 9]));
        Assert.True(new HighValueFlags(null, true, null, null, null).IsHighValue);
        Assert.Null(new HighValueFlags(false, null, false, false, false).IsHighValue);
        Assert.False(new HighValueFlags(false, false, false, false, false).IsHighValue);
    }

    [Fact]
    public void PledgeRates_OfFoundingDeals_AreTheGolden()
    {
        var rows = Golden.GetProperty("lifecycle_ltv").EnumerateArray().ToList();
        Near(D(rows[0].GetProperty("implied_appraisal")) * 10_000, PledgeValue.ImpliedAppraisal(Money.Wan(D(rows[0].GetProperty("loan"))), D(rows[0].GetProperty("rate"))), 0.001m);
        foreach (var row in rows.Skip(1))
        {
            Near(D(row.GetProperty("ratio")), PledgeValue.PledgeRate(Money.Wan(D(row.GetProperty("raise"))), Money.Wan(D(row.GetProperty("appraisal")))), 1e-12m);
        }
    }
}

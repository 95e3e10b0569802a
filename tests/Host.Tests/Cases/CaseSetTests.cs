using Xunit;
using Zhirong.Cases;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Host.Tests.Cases;

public sealed class CaseSetTests
{
    [Theory]
    [InlineData("nothing", "--set: --set CASE-0104 nothing")]
    [InlineData("=1", "--set: --set CASE-0104 =1")]
    [InlineData("checks.size.published=2亿", "--set: checks.size.published CASE-0105 checks.size.published")]
    [InlineData("schema=x", "--set: schema CASE-0105 schema")]
    [InlineData("facts.copon=0.026", "--set: facts.copon CASE-0106 facts.copon")]
    [InlineData("assumptions.nothing=1", "--set: assumptions.nothing CASE-0106 assumptions.nothing")]
    [InlineData("assumptions.subsidy_rate.what=1", "--set: assumptions.subsidy_rate.what CASE-0106 assumptions.subsidy_rate.what")]
    [InlineData("deal.tranches.Z.size=1", "--set: deal.tranches.Z.size CASE-0106 deal.tranches.Z.size")]
    [InlineData("rights.R999.removed=true", "--set: rights.R999.removed CASE-0106 rights.R999.removed")]
    [InlineData("deal.pool.contract.rate=0.03", "--set: deal.pool.contract.rate CASE-0107 deal.pool.contract.rate")]
    [InlineData("rights.R001.remove=true", "rights.yaml: rights.R001.remove FLD-0104 remove")]
    [InlineData("rights.R001.owner=N99", "rights.yaml: rights.R001.owner CASE-0111 N99")]
    [InlineData("rights.R001.kind=recipe", "rights.yaml: rights.R001.kind FLD-0103 recipe")]
    [InlineData("firms.N01.sector=", "firms.yaml: firms.N01.sector FLD-0101 —")]
    [InlineData("deal.size=a lot", "deal.yaml: size FLD-0102 a lot")]
    [InlineData("deal.nothing=1", "deal.yaml: nothing FLD-0104 nothing")]
    [InlineData("facts.coupon=high", "cases/S01/case.yaml: bindings.deal.pool.contract.rate RULE-0106 facts.coupon")]
    [InlineData("assumptions.guarantee_rate=much", "cases/S01/case.yaml: parts.costs.items.guarantee.rate FLD-0102 much")]
    [InlineData("assumptions.subsidy_cap=-1", "cases/S01/case.yaml: parts.costs.items.subsidy.cap CASE-0118 -1")]
    [InlineData("assumptions.subsidy_cap=0.001", "cases/S01/case.yaml: parts.costs.items.subsidy.cap CASE-0118 0.001")]
    [InlineData("assumptions.loan_spread_bp=-301", "cases/S01/case.yaml: parts.costs.quote.spread_bp CASE-0118 -301")]
    [InlineData("assumptions.loan_method=none", "cases/S01/case.yaml: parts.costs.quote.method FLD-0103 none")]
    [InlineData("assumptions.loan_every=3X", "cases/S01/case.yaml: parts.costs.quote.every SCHD-0102 3X")]
    [InlineData("assumptions.subsidy_date=soon", "cases/S01/case.yaml: parts.costs.items.subsidy.date FLD-0102 soon")]
    [InlineData("parts.costs.quote.date=2031-01-20", "cases/S01/case.yaml: parts.costs.quote.date CRED-0103 2031-01-20")]
    [InlineData("parts.costs.items.issue.kind=bribe", "cases/S01/case.yaml: parts.costs.items.issue.kind FLD-0103 bribe")]
    [InlineData("assumptions.default_firm=N99", "cases/S01/case.yaml: parts.stress.defaults.0.obligor SCEN-0101 N99")]
    [InlineData("assumptions.default_recovery=2", "cases/S01/case.yaml: parts.stress.defaults.one.recovery CASE-0118 2")]
    public void Play_SetThatCannotBe_IsRefusedWithPlaceAndCode(string set, string expected)
    {
        var refusals = CaseRun.Play(CaseFiles.Shipped("S01"), CaseFiles.References, [set]).Refusals;

        Assert.Equal(expected, $"{refusals[0].File}: {refusals[0].Refusal.Path} {refusals[0].Refusal.Code} {refusals[0].Refusal.Found}");
    }

    private static string[] BadValues => Environment.GetEnvironmentVariable("ZHIRONG_LONG") == "1"
        ? ["", "0", "-1", "1e12", "999999999999999.99", "0.0000000000001", "x", "1990-01-01", "2199-12-31", "[]", "{}", "[a]", "[{}]", "true"]
        : ["", "1e12", "2199-12-31", "[]"];

    /// <summary>Whatever a value is replaced by, the answer is figures or a refusal, never a fault of ours.</summary>
    [Theory]
    [InlineData("S01")]
    [InlineData("S05")]
    public void Play_AnyValueReplaced_AnswersOrRefuses(string id)
    {
        var run = CaseFiles.Play(id);
        foreach (var path in Scalars(run.Tree.Root, ""))
        {
            foreach (var value in BadValues)
            {
                var set = $"{path}={value}";
                try
                {
                    var outcome = CaseRun.Play(CaseFiles.Shipped(id), CaseFiles.References, [set]);
                    Assert.True(outcome.Run is not null ^ outcome.Refusals.Count > 0, set);
                }
                catch (Exception problem) when (problem is not Xunit.Sdk.XunitException)
                {
                    Assert.Fail($"{set}: {problem}");
                }
            }
        }
    }

    /// <summary>Every settable value; of long lists the first record only.</summary>
    private static IEnumerable<string> Scalars(DocNode node, string path) => node switch
    {
        DocMap map => map.Entries
            .Where(e => path.Length > 0 || e.Key is not ("schema" or "id" or "title" or "sources" or "files" or "bindings" or "checks" or "variations"))
            .SelectMany(e => Scalars(e.Value, path.Length == 0 ? e.Key : $"{path}.{e.Key}")),
        DocList list => list.Items.Take(list.Items.Count > 8 ? 1 : 8).SelectMany((item, i) => Scalars(item, $"{path}.{(item is DocMap map && map["id"] is DocScalar id ? id.Text : $"{i}")}")),
        _ => [path],
    };

    /// <summary>A path that is a plain copy leads to what it copies.</summary>
    [Fact]
    public void Play_SetOfACopiedPath_ChangesItsSource()
    {
        var direct = CaseFiles.Play("S01", "facts.coupon=0.026").Computed();

        Assert.Equal(direct, CaseFiles.Play("S01", "deal.tranches.A.coupon=0.026").Computed());
    }

    [Fact]
    public void Play_SetOfAnAssumption_NeedsNoValueAtTheEnd() => Assert.Equal(
        CaseFiles.Play("S01", "assumptions.subsidy_rate=0.01").Computed(),
        CaseFiles.Play("S01", "assumptions.subsidy_rate.value=0.01").Computed());

    [Fact]
    public void Play_LaterSet_Wins() => Assert.Equal(
        CaseFiles.Play("S01", "facts.coupon=0.021").Computed(),
        CaseFiles.Play("S01", "facts.coupon=0.026", "facts.coupon=0.021").Computed());

    [Fact]
    public void Play_MistypedPath_NamesTheNearestOne()
    {
        var refusal = CaseRun.Play(CaseFiles.Shipped("S01"), CaseFiles.References, ["facts.copon=0.026"]).Refusals[0].Refusal;

        Assert.Equal("facts.coupon", refusal.Expected.In(Language.Zh));
    }
}

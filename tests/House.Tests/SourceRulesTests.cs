namespace Zhirong.House.Tests;

public sealed class SourceRulesTests
{
    // Ids of the founding deals, looked for even while their files are not there.
    private static readonly string[] KnownDeals = ["NB-FULLCAT-1", "CTEX-1"];

    private static IEnumerable<string> Sources => Repository.FilesUnder("src").Where(file => !file.EndsWith("packages.lock.json", StringComparison.Ordinal));

    private static IEnumerable<string> CodeFiles => Repository.FilesUnder("src", "*.cs");

    [Fact]
    public void OurTypes_HaveNames_ThatSaySomething() =>
        Repository.AssertNone(CodeFiles.SelectMany(file => SourceRules.WeakNames(file, Repository.Read(file))));

    [Fact]
    public void OurFiles_AreShort() =>
        Repository.AssertNone(Sources.SelectMany(file => SourceRules.TooLong(file, Repository.Read(file))));

    [Fact]
    public void OurRefusals_AreNumberedOnce() =>
        Repository.AssertNone(SourceRules.TwiceNumbered(CodeFiles.Where(file => file.EndsWith("Refusals.cs", StringComparison.Ordinal)).Select(file => (file, Repository.Read(file)))));

    [Theory]
    [InlineData("src/Modules/A/TwoRefusals.cs", 1)]
    [InlineData("src/Modules/A/Deep/TwoRefusals.cs", 1)]
    [InlineData("src/Modules/B/TwoRefusals.cs", 1)]
    [InlineData("src/Engine/C/TwoRefusals.cs", 1)]
    [InlineData("src/Modules/A/OneRefusals.cs", 0)]
    public void TwiceNumbered_TheSameCodeInTwoFiles_IsReported(string other, int breaches) =>
        Assert.Equal(breaches, SourceRules.TwiceNumbered([("src/Modules/A/OneRefusals.cs", "Make(\"LEN-0601\", a); Make(\"LEN-0601\", b)"), (other, "Make(\"LEN-0601\")")]).Count());

    [Fact]
    public void OurSources_KnowNoCase()
    {
        var deals = Repository.FilesUnder("cases", "deal.yaml").SelectMany(file => SourceRules.DealIds(Repository.Read(file)));
        var published = Repository.FilesUnder("cases", "case.yaml").SelectMany(file => SourceRules.Published(Repository.Read(file)));
        var ids = deals.Concat(KnownDeals).ToHashSet();
        var figures = published.ToHashSet();
        Repository.AssertNone(Sources.SelectMany(file => SourceRules.CaseFacts(file, Repository.Read(file), ids, figures)));
    }

    [Theory]
    [InlineData("class DealManager;", "DealManager")]
    [InlineData("static class MoneyHelper { }", "MoneyHelper")]
    [InlineData("interface IPayoutService { }", "IPayoutService")]
    [InlineData("abstract record StepBase;", "StepBase")]
    [InlineData("readonly record struct DateUtils;", "DateUtils")]
    [InlineData("enum Common { }", "Common")]
    [InlineData("class Debt; // class DealManager", "")]
    [InlineData("class ServiceFee { }", "")]
    [InlineData("class Database { }", "")]
    public void WeakNames_Declaration_IsJudgedByItsSuffix(string code, string name) =>
        Assert.Equal(name, string.Join('|', SourceRules.WeakNames("made.up", code).Select(breach => breach.What.Split(' ')[^1])));

    [Theory]
    [InlineData(SourceRules.LongestFile - 1, 0)]
    [InlineData(SourceRules.LongestFile, 0)]
    [InlineData(SourceRules.LongestFile + 1, 1)]
    public void TooLong_AroundTheLimit_RefusesOneLineMore(int lines, int breaches) =>
        Assert.Equal(breaches, SourceRules.TooLong("made.up", string.Concat(Enumerable.Repeat("x\n", lines))).Count());

    [Theory]
    [InlineData("if (id == \"S01\") {", "case id S01")]
    [InlineData("// as in S20", "case id S20")]
    [InlineData("S00 S21 S001 AS05 S1", "")]
    [InlineData("deal.Id == \"CTEX-1\"", "deal id CTEX-1")]
    [InlineData("var a = 12_019.5m;", "published figure 12_019.5")]
    [InlineData("// pays 12,019.50 yuan", "published figure 12,019.50")]
    [InlineData("var a = 12_019.51m;", "")]
    [InlineData("var a = 112_019.5m;", "")]
    public void CaseFacts_InAnyText_AreReported(string source, string breach) => Assert.Equal(
        breach,
        string.Join('|', SourceRules.CaseFacts("made.up", source, KnownDeals, new HashSet<decimal> { 12_019.5m }).Select(found => found.What)));

    [Theory]
    [InlineData("published: 12019.5", "12019.5")]
    [InlineData("- {id: a, published: \"120.19 %\", kind: derived}", "120.19")]
    [InlineData("published: '13,775.1亿'   # S", "13775.1")]
    [InlineData("published: 145000000.00", "")]
    [InlineData("published: 3.37", "")]
    [InlineData("published: 2021-12-28", "")]
    [InlineData("published: AAA", "")]
    public void Published_OfACaseFile_TakesFiguresLongEnoughToTell(string line, string figure) =>
        Assert.Equal(figure, string.Join('|', SourceRules.Published(line)));

    [Fact]
    public void DealIds_OfADealFile_IsItsOwnIdOnly() =>
        Assert.Equal(["MADE-UP-1"], SourceRules.DealIds("schema: ipabs/v1\nid: MADE-UP-1\npool:\n  - {id: N01}\n"));
}

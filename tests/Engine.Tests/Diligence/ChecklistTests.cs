using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Reading;

namespace Zhirong.Engine.Tests.Diligence;

/// <summary>The shipped checklist agrees with itself and with the engine; a broken one is refused where it is broken.</summary>
public sealed partial class ChecklistTests
{
    private static string Text { get; } = Repo.Read("data", "diligence", "checklist.yaml");

    [Fact]
    public void Shipped_HasItsFifteenChapters()
    {
        Assert.Equal(
            ["权属链", "法律状态与年费", "有效性、无效与诉讼", "权利负担", "保护范围与稳定性", "依赖与自由实施", "技术成熟度与替代", "产品对应与收入", "市场竞争", "运营历史", "商标、版权、数据与商业秘密", "人员流动", "合规", "风险汇总", "结论"],
            Examined.Shipped.Chapters.Select(c => c.Title.Zh));
        Assert.All(Examined.Shipped.Chapters.SkipLast(2), c => Assert.NotEmpty(c.Items));
    }

    /// <summary>What the engine makes, the checklist knows; every fact declared is asked somewhere; every text stands in two languages.</summary>
    [Fact]
    public void Shipped_AgreesWithTheEngine()
    {
        var list = Examined.Shipped;
        Assert.All(RightFacts.Names, name => Assert.NotNull(list.Fact(name)));
        var asked = list.Chapters.SelectMany(c => c.Items).SelectMany(i => i.Asks).ToHashSet();
        Assert.All(list.Facts, f => Assert.True(asked.Contains(f.Name) || RightFacts.Names.Contains(f.Name), f.Name));
        var texts = list.Facts.Select(f => f.Title).Concat(list.Chapters.SelectMany(c => c.Items).SelectMany(i => i.Findings.SelectMany(f => new[] { f.Text, f.Advice }).Append(i.Title)));
        Assert.All(texts, t => Assert.True(Chinese().IsMatch(t.Zh) && !Chinese().IsMatch(t.En) && t.En.Length > 1, $"{t}"));
    }

    /// <summary>Words of matters and states that may come are each decided: none falls between clear and finding.</summary>
    [Fact]
    public void Shipped_DecidesEveryWordOfItsFacts()
    {
        foreach (var item in Examined.Shipped.Chapters.SelectMany(c => c.Items))
        {
            foreach (var fact in item.Clear.Select(c => Examined.Shipped.Fact(c.Fact)!).Where(f => f.Words.Count > 0))
            {
                var decided = item.Clear.Concat(item.Findings.SelectMany(f => f.When)).Where(c => c.Fact == fact.Name).SelectMany(c => c.In).ToHashSet();
                Assert.Equal(fact.Words.Where(w => w != "unclear").Except(decided), []);
            }
        }
    }

    [Theory]
    [InlineData("clear: {holder: [sole]}", "clear: {holdr: [sole]}", "DIL-0201")]
    [InlineData("clear: {holder: [sole]}", "clear: {holder: [alone]}", "FLD-0103")]
    [InlineData("clear: {holder: [sole]}", "clear: {holder: []}", "FLD-0101")]
    [InlineData("clear: {holder: [sole]}", "clear: {dishonest: [\"no\"]}", "DIL-0202")]
    [InlineData("clear: {holder: [sole]}\n", "clear: {}\n", "DIL-0204")]
    [InlineData("touches: ownership\n        clear: {chain", "touches: owner\n        clear: {chain", "DIL-0201")]
    [InlineData("factor: own_share, zh: 权利共有，未见", "factor: 1.5, zh: 权利共有，未见", "FLD-0102")]
    [InlineData("grade: fatal, factor: 0, zh: 登记权利人不是", "grade: deadly, factor: 0, zh: 登记权利人不是", "FLD-0103")]
    [InlineData("id: usable, answer: \"yes\"", "id: usable, when: {minor: 1}, answer: \"yes\"", "DIL-0203")]
    [InlineData("为平台假设", "符合国家标准", "DIL-0205")]
    [InlineData("schema: zhirong/diligence-checklist/v1", "schema: zhirong/diligence-checklist/v2", "FLD-0103")]
    [InlineData("must: true\n        fresh: 180\n        touches: ownership", "must: true\n        fresch: 180\n        touches: ownership", "FLD-0104")]
    public void Read_OfABrokenChecklist_IsRefusedWithItsPlace(string from, string to, string code)
    {
        Assert.Contains(from, Text, StringComparison.Ordinal);
        var refused = ChecklistReader.Read(Encoding.UTF8.GetBytes(Text.Replace(from, to, StringComparison.Ordinal)));
        Assert.Contains(refused.Refusals, r => r.Code == code && r.Line > 0);
    }

    [Theory]
    [InlineData("day: 2026-03-31", "day: 31.3.2026", "FLD-0102", "day")]
    [InlineData("purpose: pledge", "purpose: pawn", "FLD-0103", "purpose")]
    [InlineData("      trl: {value: 9", "      trll: {value: 9", "DIL-0101", "rights.P1.facts.trll")]
    [InlineData("evaluation_report: {value: none", "evaluation_report: {value: nothing", "FLD-0103", "rights.D1.facts.evaluation_report.value")]
    [InlineData("share: 0.6", "share: 0.7", "DIL-0102", "rights.P3.holders")]
    [InlineData("number: ZL202120000002.2", "number: ZL202010000001.1", "DIL-0103", "rights.P2.number")]
    [InlineData("rights: [P1, P2, D1, T1]", "rights: [P1, P9]", "DIL-0104", "products.items.crate.rights")]
    [InlineData("from: 2025-11-03}", "from: 2025-11-03, until: 2025-11-02}", "DIL-0105", "rights.D1.burdens.items.0.until")]
    [InlineData("source: 保全查询, date: 2026-03-28", "source: 保全查询, date: 2026-04-01", "DIL-0107", "rights.D1.burdens.date")]
    [InlineData("kind: freeze", "kind: frozen", "FLD-0103", "rights.D1.burdens.items.0.kind")]
    [InlineData("value: 1200000.00", "value: 1200000.001", "FLD-0102", "rights.P1.value")]
    [InlineData("{value: 0.35, source: 2025", "{source: 2025", "FLD-0101", "firm.facts.income_concentration.value")]
    [InlineData("secrecy: part", "secrecy: part\n    trl: 9", "DIL-0101", "firm.facts.trl")]
    [InlineData("id: P2\n", "id: P1\n", "FLD-0102", "rights.P1.id")]
    public void Read_OfABrokenRequest_NamesThePlaceAndGoesOn(string from, string to, string code, string path)
    {
        var text = Repo.Read("docs", "reference", "examples", "diligence-request.yaml");
        Assert.Contains(from, text, StringComparison.Ordinal);
        text = text.Replace(from, to, StringComparison.Ordinal) + "further: 1\n";
        var refused = CaseReader.Read(Encoding.UTF8.GetBytes(text), Examined.Shipped).Refusals;
        Assert.Contains(refused, r => r.Code == code && r.Path == path && r.Line > 0 && r.Column > 0);
        Assert.Contains(refused, r => r is { Code: "FLD-0104", Path: "further" });
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}

using Xunit;
using Zhirong.Cases;
using Zhirong.Engine.Basics;

namespace Zhirong.Host.Tests.Cases;

/// <summary>A small valid case, and what is said about each way to spoil it.</summary>
public sealed class CaseFileTests
{
    private const string Valid = """
        schema: zhirong/case/v1
        id: T1
        title: {zh: 样例, en: sample}
        files: {firms: firms.yaml}
        facts: {count: 2}
        assumptions:
          tag: {value: 甲, reason: 为了测试}
        parts:
          register: {}
        checks:
          - {id: firms, part: register, kind: observed, title: 企业, published: 2, comparator: equals, of: register.firms}
          - {id: later, part: register, kind: observed, title: 备案, published: 2, comparator: equals, needs: assets}
        variations:
          - {id: v, title: 少一户, set: [firms.F1.sector=乙], mustFail: [firms]}
        """;

    private const string Firms = """
        - {id: F1, name: 一, sector: 甲}
        - {id: F2, name: 二, sector: 乙}
        """;

    [Fact]
    public void Play_ValidCase_PassesAndLeavesTheMissingRoomOpen()
    {
        var run = Play(Valid).Run!;

        Assert.Equal("firms Pass, later Open", string.Join(", ", run.Checks.Select(c => $"{c.Check.Id} {c.Status}")));
        Assert.Equal(new(1, 2), run.Total(Zhirong.Cases.Reading.CheckKind.Observed));
        Assert.False(run.AllPass);
    }

    [Theory]
    [InlineData("schema: zhirong/case/v1", "schema: zhirong/case/v9", "1:9 schema FLD-0103")]
    [InlineData("id: T1\n", "", "1:1 id FLD-0101")]
    [InlineData("facts:", "fact:", "5:1 fact FLD-0104")]
    [InlineData("files: {firms: firms.yaml}", "files: {firms: other.yaml}", "1:1 . DOC-0001")]
    [InlineData("files: {firms: firms.yaml}", "files: {firms: ../firms.yaml}", "4:16 files.firms CASE-0102")]
    [InlineData("files: {firms: firms.yaml}", "files: {firms: /etc/passwd}", "4:16 files.firms CASE-0102")]
    [InlineData("files: {firms: firms.yaml}", "files: {checks: firms.yaml}", "4:9 files.checks CASE-0103")]
    [InlineData("files: {firms: firms.yaml}", "files: {}", "1:1 parts.register CASE-0116")]
    [InlineData("{value: 甲, reason: 为了测试}", "{value: 甲}", "7:8 assumptions.tag CASE-0117")]
    [InlineData("{value: 甲, reason: 为了测试}", "甲", "7:8 assumptions.tag CASE-0117")]
    [InlineData("register: {}", "register: {rows: 5}", "9:14 parts.register.rows FLD-0104")]
    [InlineData("register: {}", "registry: {}", "9:3 parts.registry CASE-0111")]
    [InlineData("register: {}", "register:", "9:12 parts.register FLD-0102")]
    [InlineData("kind: observed, title: 企业", "kind: seen, title: 企业", "11:39 checks.firms.kind FLD-0103")]
    [InlineData("part: register, kind: observed, title: 企业", "part: notes, kind: observed, title: 企业", "11:5 checks.firms.part CASE-0111")]
    [InlineData("comparator: equals, of", "comparator: same, of", "11:86 checks.firms.comparator FLD-0103")]
    [InlineData("of: register.firms", "of: register.firm", "11:5 checks.firms.of CASE-0111")]
    [InlineData(", of: register.firms", "", "11:5 checks.firms.of FLD-0101")]
    [InlineData("published: 2, comparator: equals, of", "published: 2余, comparator: equals, of", "11:5 checks.firms.comparator CASE-0113")]
    [InlineData("published: 2, comparator: equals, of", "published: two, comparator: equals, of", "11:5 checks.firms.published CASE-0112")]
    [InlineData("published: 2, comparator: equals, of", "comparator: equals, of", "11:5 checks.firms.published FLD-0101")]
    [InlineData("needs: assets", "needs: heaven", "12:101 checks.later.needs FLD-0103")]
    [InlineData("id: later", "id: firms", "12:5 checks.firms CASE-0110")]
    [InlineData("mustFail: [firms]", "mustFail: [firm]", "14:5 variations.v.mustFail CASE-0111")]
    [InlineData("id: T1", "id: T1\nid: T2", "3:1 . DOC-0010")]
    [InlineData("facts: {count: 2}", "facts: 2", "5:8 facts FLD-0102")]
    [InlineData("facts: {count: 2}", "facts: {count: 2}\nbindings: {firms.F9.name: facts.count}", "6:12 bindings.firms.F9.name CASE-0111")]
    [InlineData("facts: {count: 2}", "facts: {count: 2}\nbindings: {firms.F1.name: facts.cuont + 1}", "6:27 bindings.firms.F1.name RULE-0106")]
    [InlineData("facts: {count: 2}", "facts: {count: 2}\nbindings: {firms.F1.name: facts.count / 0}", "6:27 bindings.firms.F1.name CASE-0108")]
    public void Play_SpoiltCase_IsRefusedWithLinePathAndCode(string good, string bad, string expected)
    {
        Assert.Contains(good, Valid);

        var outcome = Play(Valid.Replace(good, bad));

        Assert.Null(outcome.Run);
        var first = outcome.Refusals[0].Refusal;
        Assert.Equal(expected, $"{Math.Max(1, first.Line)}:{Math.Max(1, first.Column)} {(first.Path.Length == 0 ? "." : first.Path)} {first.Code}");
        Assert.All(outcome.Refusals, r => Assert.True(r.Refusal.Message is { Zh.Length: > 0, En.Length: > 0 }));
    }

    [Theory]
    [InlineData("sector: 乙", "sektor: 乙", "firms.yaml firms.F2.sector FLD-0101")]
    [InlineData("id: F2", "id: F1", "firms.yaml firms.F1 CASE-0110")]
    [InlineData("- {id: F2, name: 二, sector: 乙}", "- 5", "firms.yaml firms.1 FLD-0102")]
    public void Play_SpoiltNamedFile_IsRefusedUnderItsOwnName(string good, string bad, string expected)
    {
        var first = Play(Valid, Firms.Replace(good, bad)).Refusals[0];

        Assert.Equal(expected, $"{first.File} {first.Refusal.Path} {first.Refusal.Code}");
    }

    /// <summary>Nothing counted is nought, not a fault of the case.</summary>
    [Fact]
    public void Play_SectorWithoutFirms_CountsNought()
    {
        var run = Play(Valid.Replace("of: register.firms", "of: register.sector.丙")).Run!;

        Assert.Equal("0 Fail", $"{run.Checks[0].Output!.Value.In(Language.Zh)} {run.Checks[0].Status}");
    }

    private static CaseOutcome Play(string text, string firms = Firms) =>
        CaseRun.Play(CaseFiles.Made(text, new Dictionary<string, string> { ["firms.yaml"] = firms }), CaseFiles.References);
}


namespace Zhirong.House.Tests;

public sealed class ApprovalRulesTests
{
    private static IReadOnlyList<(string File, string Source)> Sources => [.. Repository.FilesUnder("src", "*.cs").Select(file => (file, Repository.Read(file)))];

    private static IReadOnlySet<string> Ruled => Repository.FilesUnder("data/approvals", "*.yaml").SelectMany(file => ApprovalRules.Ruled(Repository.Read(file))).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void Acts_OfEveryRoom_HaveARuleOrAReason()
    {
        Assert.True(Sources.SelectMany(s => ApprovalRules.Acts(s.Source)).Count() > 20);
        Assert.Empty(ApprovalRules.Missing(Sources, Ruled));
    }

    /// <summary>The twin: an act nobody wrote a rule for is reported where it stands, one whose reason is empty too.</summary>
    [Fact]
    public void Missing_OfAnActWithoutARule_SaysWhere()
    {
        var source = "api.MapPost(\"/a\", A)\n    .WithName(\"a\").Act(\"room.noun.verb\");\n// .Act(\"room.in.comment\")";
        Assert.Equal(["x.cs:2 the act room.noun.verb has no rule and no exemption in data/approvals"], ApprovalRules.Missing([("x.cs", source)], Ruled).Select(b => b.ToString()));
        Assert.Empty(ApprovalRules.Missing([("x.cs", source)], Ruled.Append("room.noun.verb").ToHashSet()));
        var rules = "rules:\n  - act: a.b\n    zh: 甲\n    exempt: {zh: 有理由, en: a reason}\n  - act: c.d\n    exempt: {zh: , en: }\n  - act: e.f\n    zh: 乙\n  - act: g.h\n    levels:\n      - steps: []\n";
        Assert.Equal(["a.b", "g.h"], ApprovalRules.Ruled(rules));
    }
}

using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>Policies and facts as tests write them.</summary>
internal static class Policies
{
    private const string Head = "schema: zhirong/policy/v1\nid: t\nversion: \"1\"\nzh: 测试\nen: test\nsource: 测试\n";

    public static ResolvedPolicy Of(string body) => Resolve(body).Value;

    public static Result<ResolvedPolicy> Resolve(string body, params PolicyDefinition[] shelf)
    {
        var read = Read(body);
        return read.Ok ? PolicyResolution.Of(read.Value, shelf) : Result<ResolvedPolicy>.Refused(read.Refusals);
    }

    public static Result<PolicyDefinition> Read(string body) => PolicyReader.Read(Encoding.UTF8.GetBytes(body.StartsWith("schema", StringComparison.Ordinal) ? body : Head + body));

    public static Result<FactSet> Facts(ResolvedPolicy policy, string facts) => Application(facts) is { Ok: true } read ? FactsReader.Bind(policy.Definition, read.Value[0]) : Result<FactSet>.Refused(Application(facts).Refusals);

    public static Result<IReadOnlyList<ApplicationFacts>> Application(string facts) =>
        FactsReader.Read(Encoding.UTF8.GetBytes(facts.StartsWith("schema", StringComparison.Ordinal) ? facts : "schema: zhirong/facts/v1\nid: a\nday: 2026-03-02\nfacts: {" + facts + "}\n"));

    public static Decision Decide(this ResolvedPolicy policy, string facts) => policy.Decide(Facts(policy, facts).Value);

    /// <summary>A table over numbers a and b and the text c, with rows as given.</summary>
    public static string Table(string hit, string outputs, params string[] rows) => Facts3 + $"""
        steps:
          - id: t
            kind: table
            zh: 表
            en: table
            hit: "{hit}"
            inputs: [{Input("a")}, {Input("b")}, {Input("c")}]
            outputs: [{outputs}]
            rows:
        """ + string.Concat(rows.Select(r => $"\n      - {r}")) + "\n";

    /// <summary>Decides with the values of a, b and c; null is not known.</summary>
    public static Decision Decide(this ResolvedPolicy policy, decimal? a, decimal? b, string? c)
    {
        RuleValue[] values = [a is { } x ? RuleValue.Of(x) : RuleValue.Unknown(RuleType.Number), b is { } y ? RuleValue.Of(y) : RuleValue.Unknown(RuleType.Number), c is null ? RuleValue.Unknown(RuleType.Text) : RuleValue.Of(c)];
        return policy.Decide(new FactSet("a", new(2026, 3, 2), values, [.. values.Select(v => v.Known ? Absence.None : Absence.NotGiven)], ""));
    }

    private const string Facts3 = """
        facts:
          - {name: a, type: number, zh: 甲, en: a}
          - {name: b, type: number, zh: 乙, en: b}
          - {name: c, type: text, zh: 丙, en: c, values: [x, y, z]}
        reasons: [{code: R1, zh: 一, en: one}, {code: R2, zh: 二, en: two}, {code: R3, zh: 三, en: three}]

        """;

    private static string Input(string id) => $$"""{id: {{id}}}""";
}

using System.Text;
using System.Text.Json;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Checking;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;
using Zhirong.Engine.Rules.Replaying;
using Zhirong.Engine.Rules.Writing;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>Policy files: the shipped ones, scorecards, policies that call policies, replay, bad files.</summary>
public sealed class PolicyTests
{
    private const string Inner = """
        facts: [{name: a, type: number, zh: 甲, en: a}]
        reasons: [{code: IN, zh: 内, en: inner}]
        steps:
          - {id: t, kind: table, zh: 表, en: table, hit: F, inputs: [{id: a}], outputs: [{name: v}], rows: [{when: ["> 5"], then: ["a * 2"], outcome: approve, reason: IN}, {when: ["-"], then: ["0"], outcome: decline, reason: IN}]}
        figures: [{name: v, from: t.v, zh: 值, en: value}]
        """;

    public static TheoryData<string> Shipped => [.. Directory.GetFiles(Path.Combine(Repo.Root, "data", "policies"), "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static List<PolicyDefinition> Shelf => [.. Directory.GetFiles(Path.Combine(Repo.Root, "data", "policies"), "*.yaml").Select(f => PolicyReader.Read(File.ReadAllBytes(f)).Value)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Check_AShippedPolicy_PassesItsOwnTestsAndHasNoError(string file)
    {
        var policy = PolicyResolution.Of(PolicyReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "data", "policies", file))).Value, Shelf);
        Assert.True(policy.Ok, string.Join('\n', policy.Refusals.Select(r => $"{r.Line}: {r.Path} {r.Code} {r.Found} {r.Message.En} ({r.Expected.En})")));
        var check = PolicyCheck.Of(policy.Value);
        Assert.True(check.Passes, string.Join('\n', check.Findings.Select(f => $"{f.What.Line}: {f.What.Path} {f.What.Code} {f.What.Found} ({f.What.Expected.En})")));
        Assert.True(check.Tests.Count >= 5);
        Assert.DoesNotContain(check.Findings, f => f.What.Severity == Severity.Warning);
        Assert.False(policy.Value.Definition.Published); // none of its figures was verified
    }

    /// <summary>The twin: with a threshold moved, the shipped tests fail, so they do hold the policy.</summary>
    [Fact]
    public void Check_AShippedPolicyWithAnotherCap_FailsItsTests()
    {
        var text = Repo.Read("data", "policies", "pledge-rate.yaml").Replace("name: cap_invention, value: 0.25", "name: cap_invention, value: 0.26", StringComparison.Ordinal);
        var check = PolicyCheck.Of(PolicyResolution.Of(PolicyReader.Read(Encoding.UTF8.GetBytes(text)).Value, []).Value);
        Assert.False(check.Passes);
        Assert.Contains(check.Findings, f => f.What is { Code: "POL-0308", Path: "tests.invention.expect.figures.limit" });
    }

    [Fact]
    public void Decide_TheSamePolicyAsYamlAndAsJson_HasOneHashAndOneAnswer()
    {
        var yaml = PolicyReader.Read(Encoding.UTF8.GetBytes("# a comment\nschema: zhirong/policy/v1\nid: t\nversion: \"1\"\nzh: 测\nen: t\nsource: s\nfacts: []\nsteps: [{id: m, kind: map, zh: m, en: m, values: [{name: x, is: '1 + 1'}]}]\nfigures: [{name: x, from: m.x, zh: x, en: x}]\n")).Value;
        var json = PolicyReader.Read(Encoding.UTF8.GetBytes("""{"version":"1","id":"t","schema":"zhirong/policy/v1","en":"t","zh":"测","source":"s","facts":[],"figures":[{"name":"x","from":"m.x","zh":"x","en":"x"}],"steps":[{"kind":"map","id":"m","zh":"m","en":"m","values":[{"name":"x","is":"1 + 1"}]}]}""")).Value;
        Assert.Equal(yaml.Hash, json.Hash);
        Assert.Matches("^sha256:[0-9a-f]{64}$", yaml.Hash);
        Assert.NotEqual(yaml.Hash, PolicyReader.Read(Encoding.UTF8.GetBytes("schema: zhirong/policy/v1\nid: t\nversion: \"1\"\nzh: 测\nen: t\nsource: s\nfacts: []\nsteps: [{id: m, kind: map, zh: m, en: m, values: [{name: x, is: '1 + 2'}]}]\nfigures: [{name: x, from: m.x, zh: x, en: x}]\n")).Value.Hash);
    }

    [Fact]
    public void Write_TheSameDecisionTwice_GivesTheSameBytes()
    {
        static byte[] Bytes()
        {
            var policy = PolicyResolution.Of(Shelf.First(p => p.Id == "instant-loan"), Shelf).Value;
            var test = policy.Definition.Tests[1];
            var decision = policy.Decide(FactsReader.Bind(policy.Definition, new("x", test.Day, test.Facts, "sha256:0")).Value);
            using var memory = new MemoryStream();
            using (var writer = new Utf8JsonWriter(memory))
            {
                DecisionJson.Write(writer, decision, "1", Language.Zh);
            }

            return memory.ToArray();
        }

        var (first, second) = (Bytes(), Bytes());
        Assert.Equal(first, second);
        var made = JsonDocument.Parse(first).RootElement;
        Assert.Equal(("decline", JsonValueKind.Null), (made.GetProperty("outcome").GetString(), made.GetProperty("limit").ValueKind));
        var over = made.GetProperty("reasons").EnumerateArray().First(r => r.GetProperty("code").GetString() == "IL-106").GetProperty("conditions")[0];
        Assert.Equal("0.01", over.GetProperty("margin").GetString());
        Assert.Contains("sentence", over.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 6", Outcome.Approve, "13")]
    [InlineData("a: 5", Outcome.Decline, "1")]
    [InlineData("", Outcome.Refer, "?")]
    public void Decide_WithASubDecision_CountsItsOutcome(string facts, Outcome outcome, string value)
    {
        var policy = Outer("{id: s, kind: decision, zh: 子, en: sub, policy: inner}");
        var made = policy.Decide(facts);
        Assert.Equal((outcome, value), (made.Outcome, made.Figures[0].Value.ToString()));
        Assert.Equal(facts.Length == 0 ? ["a"] : [], made.Missing.Select(m => m.Fact.Name));
        Assert.All(made.Reasons.Where(r => r.Code == "IN"), r => Assert.Equal("s/t", r.Step));
    }

    [Fact]
    public void Decide_WithASubDecisionThatDoesNotCount_TakesItsFiguresAlone()
    {
        var made = Outer("{id: s, kind: decision, zh: 子, en: sub, policy: inner, counts: false, with: {a: a + 1}}").Decide("a: 5");
        Assert.Equal((Outcome.Computed, "13"), (made.Outcome, made.Figures[0].Value.ToString()));
    }

    [Fact]
    public void Resolve_PoliciesThatCallEachOther_AreRefused()
    {
        var a = Named("a", "facts: []\nsteps: [{id: s, kind: decision, zh: 子, en: sub, policy: b}]\n");
        var b = Named("b", "facts: []\nsteps: [{id: s, kind: decision, zh: 子, en: sub, policy: a}]\n");
        var refused = Assert.Single(PolicyResolution.Of(a, [a, b]).Refusals);
        Assert.Equal(("POL-0207", "steps.s.policy"), (refused.Code, refused.Path));
        Assert.Equal("POL-0206", Assert.Single(PolicyResolution.Of(a, [a]).Refusals).Code);
        Assert.Equal("POL-0207", Assert.Single(PolicyResolution.Of(Named("c", "facts: []\nsteps: [{id: s, kind: decision, zh: 子, en: sub, policy: c}]\n"), []).Refusals).Code);
    }

    [Theory]
    [InlineData("x: 0, y: yes", "25", "1")]
    [InlineData("x: 10, y: yes", "75", "1")]
    [InlineData("x: 5, y: yes", "50", "1")]
    [InlineData("x: 99, y: no", "50", "1")] // beyond the line's end counts as the end
    [InlineData("x: 5", "50", "0.5")] // y is left out, its weight goes to x
    [InlineData("y: yes", "?", "0.5")] // x refers
    public void Decide_AScorecard_ScoresWhatIsKnown(string facts, string total, string coverage)
    {
        var made = Policies.Of(Card("0.5")).Decide(facts.Replace("yes", "true", StringComparison.Ordinal).Replace("no", "false", StringComparison.Ordinal));
        Assert.Equal((total, coverage), (PolicyWords.Text(made.Figures[0].Value) ?? "?", PolicyWords.Text(made.Figures[1].Value)));
        Assert.Equal(total == "?" ? Outcome.Refer : Outcome.Computed, made.Outcome);
    }

    [Fact]
    public void Decide_AScorecardBelowItsCoverage_ScoresNothingAndNamesTheFact()
    {
        var made = Policies.Of(Card("0.6")).Decide("x: 5");
        Assert.Equal((Outcome.Refer, "?"), (made.Outcome, made.Figures[0].Value.ToString()));
        Assert.Equal(["y"], made.Missing.Select(m => m.Fact.Name));
    }

    [Fact]
    public void Decide_AnAdditiveCard_AddsPoints()
    {
        var made = Policies.Of("""
            facts: [{name: x, type: number, zh: 甲, en: x}, {name: y, type: text, values: [p, q], zh: 乙, en: y}]
            steps:
              - id: card
                kind: scorecard
                combine: sum
                offset: 500
                zh: 卡
                en: card
                groups: [{id: g, zh: 组, en: g, indicators: [{id: x, zh: 甲, en: x, is: x, max: 50, bins: [{when: "< 10", points: -20}, {when: ">= 10", points: 30}], min: -20}, {id: y, zh: 乙, en: y, is: y, max: 40, bins: [{when: p, points: 40}, {when: q, points: 5}]}]}]
                bands: [{grade: A, from: 560}, {grade: B, from: 0}]
            figures: [{name: t, from: card.total, zh: 总, en: t}, {name: g, from: card.grade, zh: 级, en: g}]
            """);
        Assert.Equal(["570", "A"], policyFigures("x: 10, y: p"));
        Assert.Equal(["485", "B"], policyFigures("x: 9.9, y: q"));

        string[] policyFigures(string facts) => [.. made.Decide(facts).Figures.Select(f => PolicyWords.Text(f.Value)!)];
    }

    [Theory]
    [InlineData("a: {value: 7, date: 2026-02-20}", Outcome.Approve)]
    [InlineData("a: {value: 7, date: 2026-01-31}", Outcome.Approve)] // thirty days
    [InlineData("a: {value: 7, date: 2026-01-30}", Outcome.Refer)] // thirty-one
    [InlineData("a: 7", Outcome.Refer)]
    public void Decide_WithAnOldSource_DoesNotKnowTheFact(string facts, Outcome outcome)
    {
        var made = Policies.Of(Inner.Replace("type: number,", "type: number, fresh: 30,", StringComparison.Ordinal)).Decide(facts);
        Assert.Equal(outcome, made.Outcome);
        Assert.Equal(outcome == Outcome.Refer ? facts == "a: 7" ? Absence.Undated : Absence.TooOld : Absence.None, made.Missing.Select(m => m.Why).FirstOrDefault());
    }

    [Fact]
    public void Replay_ANewThreshold_TellsWhatChangesAndWhy()
    {
        var (old, now) = (Policies.Of(Inner), Policies.Of(Inner.Replace("> 5", "> 7", StringComparison.Ordinal)));
        var applications = Enumerable.Range(1, 10).Select(i => Policies.Application($"schema: zhirong/facts/v1\nid: a{i}\nday: 2026-03-02\nfacts: {{a: {i}}}\n").Value[0]).ToList();
        var replay = PolicyReplay.Of(old, now, applications);
        Assert.Equal(10, replay.Applications);
        Assert.Equal(["a6", "a7"], replay.Changes.Select(c => c.Application));
        Assert.All(replay.Changes, c => Assert.Equal((Outcome.Approve, Outcome.Decline, "v"), (c.Before, c.After, c.Figures[0].Name)));
        Assert.Equal([(Outcome.Approve, Outcome.Approve, 3), (Outcome.Approve, Outcome.Decline, 2), (Outcome.Decline, Outcome.Decline, 5)], replay.Outcomes.Select(o => (o.Before, o.After, o.Applications)));
        Assert.Empty(PolicyReplay.Of(old, old, applications).Changes);
    }

    [Theory]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: [{id: t, kind: tabel, zh: 表, en: t}]", "FLD-0103", "steps.t.kind")]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: []\nfigurs: []", "FLD-0104", "figurs")]
    [InlineData("facts: [{name: a b, type: number, zh: 甲, en: a}]\nsteps: []", "FLD-0102", "facts.a b.name")]
    [InlineData("facts: [{name: AAA, type: number, zh: 甲, en: a}]\nsteps: []", "FLD-0102", "facts.AAA.name")]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: [{id: m, kind: map, zh: m, en: m, values: [{name: x, is: a + nothing}]}]", "RULE-0106", "steps.m.values.x.is")]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: [{id: m, kind: map, zh: m, en: m, values: [{name: x, is: m.x + 1}]}]", "RULE-0106", "steps.m.values.x.is")]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a, min: 2, max: 1}]\nsteps: []", "POL-0106", "facts.a.max")]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: [{id: t, kind: table, zh: 表, en: t, hit: U, inputs: [{id: a}], outputs: [{name: v}], rows: [{when: ['1', '2'], then: ['1']}]}]", "POL-0101", "steps.t.rows.0.when")]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: [{id: t, kind: table, zh: 表, en: t, hit: U, inputs: [{id: a}], outputs: [{name: v}], rows: [{when: {aa: '1'}, then: ['1']}]}]", "POL-0108", "steps.t.rows.0.when.aa")]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: [{id: t, kind: table, zh: 表, en: t, hit: U, inputs: [{id: a}], outputs: [{name: v}], rows: [{when: ['1'], then: ['1']}, {when: ['2'], then: ['\"x\"']}]}]", "POL-0202", "steps.t.rows.1.then.v")]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: [{id: t, kind: table, zh: 表, en: t, hit: P, inputs: [{id: a}], outputs: [{name: v}], rows: [{when: ['1'], then: ['\"x\"']}]}]", "POL-0204", "steps.t.outputs")]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: [{id: t, kind: table, zh: 表, en: t, hit: C+, inputs: [{id: a}], outputs: [{name: v}], rows: [{when: ['1'], then: ['\"x\"']}]}]", "POL-0203", "steps.t.outputs")]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: [{id: t, kind: table, zh: 表, en: t, hit: C, inputs: [{id: a}], rows: [{when: ['1'], outcome: decline, reason: NO}]}]", "POL-0209", "steps.t.rows.0.reason")]
    [InlineData("facts: []\nparent: sha256:12\nsteps: []", "POL-0107", "parent")]
    [InlineData("facts: []\nsteps: [{id: c, kind: scorecard, zh: c, en: c, groups: [{id: g, zh: g, en: g, weight: 1, indicators: [{id: i, zh: i, en: i, is: '1', weight: 0.9, line: {from: 0, to: 1}}]}]}]", "POL-0103", "steps.c.groups.g.indicators")]
    public void Read_ABadPolicy_IsRefusedAtItsPlace(string body, string code, string path)
    {
        var refused = Policies.Resolve(body).Refusals;
        Assert.Contains(refused, r => r.Code == code && r.Path == path && r.Line > 0);
    }

    [Theory]
    [InlineData("a: x", "POL-0102", "facts.a")]
    [InlineData("a: [1]", "POL-0102", "facts.a")]
    [InlineData("a: 1e99", "POL-0102", "facts.a")]
    [InlineData("aa: 1", "POL-0402", "facts.aa")]
    [InlineData("a: 11", "POL-0403", "facts.a")]
    [InlineData("a: 1.5", "POL-0403", "facts.a")]
    [InlineData("a: {value: 1, date: 2027-01-01}", "POL-0404", "facts.a.date")]
    [InlineData("a: {valu: 1}", "FLD-0104", "facts.a.valu")]
    public void Bind_FactsThatDoNotFit_AreRefused(string facts, string code, string path)
    {
        var policy = Policies.Of("facts: [{name: a, type: number, min: 0, max: 10, places: 0, zh: 甲, en: a}]\nsteps: []\n");
        var refused = Assert.Single(Policies.Facts(policy, facts).Refusals);
        Assert.Equal((code, path), (refused.Code, refused.Path));
    }

    /// <summary>Empty lists and the largest numbers are decided or refused.</summary>
    [Theory]
    [InlineData("facts: []\nsteps: []", true)]
    [InlineData("facts: []\nsteps: [{id: t, kind: table, zh: 表, en: t, hit: F, inputs: [], rows: []}]", true)]
    [InlineData("facts: []\nsteps: [{id: t, kind: table, zh: 表, en: t, hit: U, inputs: [], outputs: [{name: v}], rows: [{then: ['1']}]}]", true)]
    [InlineData("facts: [{name: a, type: number, zh: 甲, en: a}]\nsteps: [{id: t, kind: table, zh: 表, en: t, hit: F, inputs: [{id: a}], outputs: [{name: v}], rows: []}]", true)]
    [InlineData("facts: [{name: a, type: number, places: 12, zh: 甲, en: a}]\nsteps: [{id: t, kind: table, zh: 表, en: t, hit: F, inputs: [{id: a}], outputs: [{name: v}], rows: [{when: ['> 79228162514264337593543950335'], then: ['1']}, {when: ['< -79228162514264337593543950335'], then: ['1']}, {when: ['0.0000000000001'], then: ['2']}]}]", true)]
    [InlineData("facts: []\nsteps: [{id: c, kind: scorecard, combine: sum, zh: c, en: c, groups: []}]", false)]
    [InlineData("facts: []\nsteps: [{id: c, kind: scorecard, combine: sum, zh: c, en: c, groups: [{id: g, zh: g, en: g, indicators: []}]}]", false)]
    [InlineData("facts: []\nsteps: [{id: c, kind: scorecard, zh: c, en: c, groups: [{id: g, zh: g, en: g, weight: 1, indicators: [{id: i, zh: i, en: i, is: '1', weight: 1, line: {from: -7e27, to: 7e27}}]}]}]", false)]
    public void Resolve_EmptyListsAndLargestNumbers_NeverThrow(string body, bool ok)
    {
        var policy = Policies.Resolve(body);
        Assert.Equal(ok, policy.Ok);
        if (ok)
        {
            PolicyCheck.Of(policy.Value);
            Assert.NotNull(policy.Value.Decide(policy.Value.Definition.Facts.Count == 0 ? "" : "a: 1"));
        }
    }

    /// <summary>Any part of a good policy replaced by anything is refused or read, never a crash.</summary>
    [Fact]
    public void Read_AMutatedPolicy_NeverThrows()
    {
        var text = Repo.Read("data", "policies", "pledge-rate.yaml");
        string[] pieces = ["", "-", "null", "[]", "{}", "\"", "'", "999999999999999999999999999999", "合同", "\0", "[[[[", "- - -", "1e28", ": ", "\n", "  ", "*x", "&x", "true", "2026-02-30"];
        const int Seed = 12_000;
        var read = 0;
        for (var n = 0; n < 60; n++)
        {
            var random = new Random(Seed + n);
            var (at, length) = (random.Next(text.Length), random.Next(0, 12));
            var changed = text[..at] + pieces[random.Next(pieces.Length)] + text[Math.Min(text.Length, at + length)..];
            try
            {
                if (PolicyReader.Read(Encoding.UTF8.GetBytes(changed)) is { Ok: true } policy && PolicyResolution.Of(policy.Value, []) is { Ok: true } resolved)
                {
                    PolicyCheck.Of(resolved.Value);
                    read++;
                }
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"seed {Seed + n}", problem);
            }
        }

        Assert.InRange(read, 5, 59);
    }

    private static PolicyDefinition Named(string id, string body) => PolicyReader.Read(Encoding.UTF8.GetBytes($"schema: zhirong/policy/v1\nid: {id}\nversion: \"1\"\nzh: 测\nen: t\nsource: s\n{body}")).Value;

    private static ResolvedPolicy Outer(string step) => PolicyResolution.Of(
        Named("outer", $"facts: [{{name: a, type: number, zh: 甲, en: a}}]\nsteps:\n  - {step}\nfigures: [{{name: x, from: s.v + 1, zh: x, en: x}}]\n"), [Named("inner", Inner)]).Value;

    private static string Card(string coverage) => $$$"""
        facts: [{name: x, type: number, zh: 甲, en: x}, {name: y, type: flag, zh: 乙, en: y}]
        steps:
          - id: card
            kind: scorecard
            zh: 卡
            en: card
            coverage: {{{coverage}}}
            groups: [{id: g, zh: 组, en: g, weight: 1, indicators: [{id: x, zh: 甲, en: x, is: x, weight: 0.5, line: {from: 0, to: 10}}, {id: y, zh: 乙, en: y, is: y, weight: 0.5, missing: leave_out, bins: [{when: "true", points: 50}, {when: "false", points: 0}]}]}]
        figures: [{name: t, from: card.total, zh: 总, en: t}, {name: c, from: card.coverage, zh: 覆, en: c}]
        """;
}

using Xunit;
using Zhirong.Engine.Rules.Checking;
using Zhirong.Engine.Rules.Deciding;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>What is found before a policy is published, each with an input that shows it.</summary>
public sealed class PolicyCheckTests
{
    private const string Number = "{name: v, type: number}";

    private static List<PolicyFinding> Found(string body, string code) => [.. PolicyCheck.Of(Policies.Of(body)).Findings.Where(f => f.What.Code == code)];

    /// <summary>The bound 60 belongs to no row: one strict, one strict. With one of them inclusive the gap is gone.</summary>
    [Theory]
    [InlineData("> 60", "60")]
    [InlineData(">= 60", null)]
    [InlineData("> 60.5", "60")]
    public void Check_AGap_IsFoundWithAnInputThatFallsIn(string upper, string? example)
    {
        var body = Policies.Table("U", Number, "{when: ['< 60', null, null], then: ['1']}", $"{{when: ['{upper}', null, null], then: ['2']}}");
        var gaps = Found(body, "POL-0301");
        Assert.Equal(example is not null, gaps.Count > 0);
        if (example is not null)
        {
            Assert.Equal(example, gaps[0].Example.First(e => e.Key == "a").Value);
            Assert.Equal("?", Policies.Of(body + "figures: [{name: f, from: t.v, zh: f, en: f}]\n").Decide(Facts(gaps[0])).Figures[0].Value.ToString());
        }
    }

    [Theory]
    [InlineData("U", "'2'", "POL-0302", true)]
    [InlineData("A", "'2'", "POL-0303", true)]
    [InlineData("A", "'1'", "POL-0303", false)]
    [InlineData("F", "'2'", "POL-0302", false)]
    public void Check_AnOverlap_MattersByHitPolicy(string hit, string second, string code, bool found)
    {
        var body = Policies.Table(hit, Number, "{id: r1, when: ['< 60', null, null], then: ['1']}", $"{{id: r2, when: ['>= 59', null, null], then: [{second}]}}");
        var overlaps = Found(body, code);
        Assert.Equal(found, overlaps.Count == 1);
        if (found)
        {
            Assert.InRange(decimal.Parse(overlaps[0].Example.First(e => e.Key == "a").Value), 59, 59.999m);
            Assert.Contains(Policies.Of(body).Decide(Facts(overlaps[0])).Reasons, r => r.Code == BuiltInReasons.Conflict);
        }
    }

    [Theory]
    [InlineData("['[10..20]', null, null]", true)] // within the first
    [InlineData("['[10..61]', null, null]", true)] // the first and the second between them
    [InlineData("['[10..81]', null, null]", false)]
    [InlineData("[null, null, x]", false)]
    public void Check_ARowNeverReached_IsFound(string third, bool hidden)
    {
        var body = Policies.Table("F", Number, "{id: r1, when: ['< 50', null, null], then: ['1']}", "{id: r2, when: ['[50..80]', null, null], then: ['2']}", $"{{id: r3, when: {third}, then: ['3']}}", "{id: r4, when: [null, null, null], then: ['4']}");
        var found = Found(body, "POL-0304");
        Assert.Equal(hidden, found.Exists(f => f.What.Path.EndsWith("r3", StringComparison.Ordinal)));
        Assert.DoesNotContain(found, f => f.What.Path.EndsWith("r4", StringComparison.Ordinal));
        if (hidden)
        {
            // The example meets the row's own conditions, and another row answers.
            Assert.NotEqual("r3", Policies.Of(body).Decide(Facts(found[0])).Steps[0].Fired[0].Row.Id);
        }
    }

    [Fact]
    public void Check_ADomain_RulesOutWhatCannotBe()
    {
        static string Of(string places) => Policies.Table("U", Number, "{when: ['<= 749', null, null], then: ['1']}", "{when: ['>= 750', null, null], then: ['2']}").Replace("{name: a, type: number,", $"{{name: a, type: number, {places}", StringComparison.Ordinal);
        Assert.Single(Found(Of(""), "POL-0301"));
        Assert.Empty(Found(Of("places: 0,"), "POL-0301"));
        Assert.Single(Found(Of("places: 1,"), "POL-0301"));
        Assert.Empty(Found(Of("max: 749,"), "POL-0301"));
        Assert.Single(Found(Of("max: 749,"), "POL-0305")); // then the second row can never hold
    }

    [Fact]
    public void Check_TextsAllNamed_LeaveNoGap()
    {
        Assert.Empty(Found(Policies.Table("U", Number, "{when: [null, null, 'x, y'], then: ['1']}", "{when: [null, null, z], then: ['2']}"), "POL-0301"));
        var gap = Assert.Single(Found(Policies.Table("U", Number, "{when: [null, null, 'x, y'], then: ['1']}"), "POL-0301"));
        Assert.Equal("z", gap.Example.First(e => e.Key == "c").Value);
        Assert.Single(Found(Policies.Table("U", Number, "{when: [null, null, '\"w\"'], then: ['1']}"), "POL-0305"));
    }

    [Theory]
    [InlineData("{when: {a: '> 1'}, outcome: decline}", "POL-0306")]
    [InlineData("{when: {a: '> 1'}, outcome: decline, reason: R1}", "POL-0307")] // R2 and R3 are never used
    [InlineData("{when: {a: '> b'}, outcome: decline, reason: R1}", "POL-0314")]
    public void Check_Reasons_AreLookedAt(string row, string code) => Assert.NotEmpty(Found(Policies.Table("C", "", row), code));

    [Fact]
    public void Check_APublishedPolicy_NeedsAnotherPersonsCheck()
    {
        static string Of(string checker) => $"status: published\nauthor: {{name: 甲, date: 2026-01-01}}\n{checker}facts: []\nsteps: [{{id: m, kind: map, zh: m, en: m, values: [{{name: x, is: '1'}}]}}]\nfigures: [{{name: x, from: m.x, zh: x, en: x}}]\ntests: [{{id: one, day: 2026-01-01, facts: {{}}, expect: {{outcome: computed, figures: {{x: 1}}}}}}]\n";
        Assert.Single(Found(Of(""), "POL-0310"));
        Assert.Single(Found(Of("checker: {name: 甲, date: 2026-01-02}\n"), "POL-0310"));
        Assert.True(PolicyCheck.Of(Policies.Of(Of("checker: {name: 乙, date: 2026-01-02}\n"))).Passes);
    }

    [Fact]
    public void Check_AnIndicatorWithoutPoints_IsFoundWithItsValue()
    {
        var found = Assert.Single(Found("facts: [{name: x, type: number, min: 0, max: 10, places: 0, zh: 甲, en: x}]\nsteps: [{id: c, kind: scorecard, zh: c, en: c, groups: [{id: g, zh: g, en: g, weight: 1, indicators: [{id: i, zh: i, en: i, is: x, weight: 1, bins: [{when: '< 3', points: 1}, {when: '> 3', points: 2}]}]}]}]\nfigures: [{name: t, from: c.total, zh: t, en: t}]\n", "POL-0316"));
        Assert.Equal("3", found.Example.Single().Value);
    }

    /// <summary>Gaps and overlaps of random tables are those that trying every point of a fine grid finds.</summary>
    [Fact]
    public void Check_OnRandomTables_FindsWhatAGridFinds()
    {
        const int Seed = 55_000;
        string[] cells = ["null", "'> 2'", "'>= 2'", "'< 2'", "'<= 3'", "'[1..3]'", "'(1..3)'", "'2'", "'not(2)'"], texts = ["null", "x", "'x, y'", "'not(z)'", "z"];
        var (gaps, overlaps) = (0, 0);
        for (var n = 0; n < 50; n++)
        {
            var random = new Random(Seed + n);
            var rows = Enumerable.Range(0, random.Next(1, 7)).Select(i => $"{{id: r{i}, when: [{cells[random.Next(cells.Length)]}, {cells[random.Next(cells.Length)]}, {texts[random.Next(texts.Length)]}], then: ['{i}']}}").ToArray();
            var policy = Policies.Of(Policies.Table("U", Number, rows));
            var (gap, overlap) = (false, false);
            foreach (var (a, b, c) in Grid())
            {
                var made = policy.Decide(a, b, c);
                overlap |= made.Reasons.Any(r => r.Code == BuiltInReasons.Conflict);
                gap |= made.Steps[0].Fired.Count == 0 && made.Reasons.All(r => r.Code != BuiltInReasons.Conflict);
            }

            var found = PolicyCheck.Of(policy).Findings;
            Assert.True(gap == found.Any(f => f.What.Code == "POL-0301"), $"seed {Seed + n}: gap {gap}\n{string.Join('\n', rows)}");
            Assert.True(overlap == found.Any(f => f.What.Code == "POL-0302"), $"seed {Seed + n}: overlap {overlap}\n{string.Join('\n', rows)}");
            (gaps, overlaps) = (gaps + (gap ? 1 : 0), overlaps + (overlap ? 1 : 0));
        }

        Assert.True(gaps is > 5 and < 50 && overlaps is > 5 and < 50, $"{gaps} gaps, {overlaps} overlaps from seed {Seed}");
    }

    private static IEnumerable<(decimal A, decimal B, string C)> Grid() => Enumerable.Range(0, 9).SelectMany(a => Enumerable.Range(0, 9).SelectMany(b => ((string[])["x", "y", "z"]).Select(c => (a / 2m, b / 2m, c))));

    private static string Facts(PolicyFinding finding) => string.Join(", ", finding.Example.Select(e => $"{e.Key}: {e.Value}"));
}

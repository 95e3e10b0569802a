using Xunit;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>Hit policies, what is not known, and margins.</summary>
public sealed class DecidingTests
{
    private const string Number = "{name: v, type: number}";
    private const string Ranked = "{name: v, type: text, values: [no, maybe, yes]}";

    private static string Value(string hit, string output, string facts, params string[] rows)
    {
        var made = Policies.Of(Policies.Table(hit, output, rows) + "figures: [{name: f, from: t.v, zh: 值, en: value}]\n").Decide(facts);
        return $"{made.Figures[0].Value} {string.Join(',', made.Missing.Select(m => m.Fact.Name))} {string.Join(',', made.Reasons.Select(r => r.Code))}".Trim();
    }

    [Theory]
    [InlineData("U", "a: 60", "10")]
    [InlineData("U", "a: 59.99", "5")]
    [InlineData("U", "a: 90", "?  ZR-CONFLICT")]
    [InlineData("U", "", "? a ZR-MISSING")]
    [InlineData("F", "a: 90", "10")]
    [InlineData("F", "", "? a ZR-MISSING")]
    [InlineData("C+", "a: 90", "30")]
    [InlineData("C<", "a: 90", "10")]
    [InlineData("C>", "a: 90", "20")]
    [InlineData("C#", "a: 90", "2")]
    [InlineData("C#", "a: 10", "1")]
    [InlineData("C", "a: 90", "[10, 20]")]
    [InlineData("R", "a: 90", "[10, 20]")]
    [InlineData("C+", "", "? a ZR-MISSING")]
    public void Decide_ByHitPolicy_AnswersOrNamesWhatIsMissing(string hit, string facts, string says) =>
        Assert.Equal(says, Value(hit, Number, facts, "{when: ['>= 60', null, null], then: ['10']}", "{when: ['>= 80', null, null], then: ['20']}", "{when: ['< 60', null, null], then: ['5']}"));

    [Theory]
    [InlineData("a: 1, b: 1", "no")] // the first value stands first, whatever the rows' order
    [InlineData("a: 1, b: 9", "maybe")]
    [InlineData("a: 9, b: 9", "yes")]
    [InlineData("b: 1", "no")] // nothing outranks it, so a does not matter
    [InlineData("a: 1", "? b ZR-MISSING")]
    [InlineData("a: 9", "? b ZR-MISSING")]
    public void Decide_ByPriority_TakesTheBestValue(string facts, string says) =>
        Assert.Equal(says, Value("P", Ranked, facts, "{when: [null, null, null], then: ['\"yes\"']}", "{when: ['< 5', null, null], then: [maybe]}", "{when: [null, '< 5', null], then: [no]}"));

    [Theory]
    [InlineData("a: 9, b: 9", "[maybe, yes]")]
    [InlineData("a: 1, b: 9", "[yes]")]
    public void Decide_InOutputOrder_SortsByTheValues(string facts, string says) =>
        Assert.Equal(says.Replace("[", "[\"", StringComparison.Ordinal).Replace("]", "\"]", StringComparison.Ordinal).Replace(", ", "\", \"", StringComparison.Ordinal),
            Value("O", Ranked, facts, "{when: [null, null, null], then: ['\"yes\"']}", "{when: ['> 5', null, null], then: [maybe]}"));

    [Theory]
    [InlineData("a: 1, b: 1", "1")] // both say the same
    [InlineData("a: 1, b: 9", "1")]
    [InlineData("a: 9, b: 9", "?  ZR-CONFLICT")]
    public void Decide_ByAny_TakesWhatAllSay(string facts, string says) =>
        Assert.Equal(says, Value("A", Number, facts, "{when: ['< 5', null, null], then: ['1']}", "{when: [null, '< 5', null], then: ['1']}", "{when: ['> 5', null, null], then: ['2']}", "{when: [null, '> 8', null], then: ['1']}"));

    /// <summary>What is not known does not matter where every way it could turn out says the same.</summary>
    [Theory]
    [InlineData("F", "b: 1", "7")]
    [InlineData("A", "b: 1", "7")]
    [InlineData("U", "b: 9", "? a ZR-MISSING")]
    public void Decide_WhereEveryWaySaysTheSame_AnswersWithoutTheFact(string hit, string facts, string says) =>
        Assert.Equal(says, Value(hit, Number, facts, "{when: ['< 5', '< 5', null], then: ['7']}", "{when: [null, '< 5', null], then: ['7']}", "{when: ['> 5', '> 5', null], then: ['8']}"));

    [Theory]
    [InlineData("a: 70, b: 0, c: x", Outcome.Approve, "R1")]
    [InlineData("a: 70, b: 5, c: x", Outcome.Decline, "R2,R1")]
    [InlineData("a: 70, c: x", Outcome.Refer, "R1,ZR-MISSING")] // b is not known: what approves is not enough
    [InlineData("b: 5, c: x", Outcome.Decline, "R2,ZR-MISSING")] // a no stands whatever else is missing
    [InlineData("b: 0, c: x", Outcome.Refer, "ZR-MISSING")]
    [InlineData("a: 10, b: 0, c: x", Outcome.Refer, "ZR-NO-ROW")] // nothing said anything
    [InlineData("a: 70, b: 0, c: z", Outcome.Refer, "R3,R1")]
    public void Decide_OfSeveralRows_TheGravestHolds(string facts, Outcome outcome, string codes)
    {
        var made = Policies.Of(Policies.Table("C", "", "{when: {a: '>= 60'}, outcome: approve, reason: R1}", "{when: {b: '> 0'}, outcome: decline, reason: R2}", "{when: {c: z}, outcome: refer, reason: R3}")).Decide(facts);
        Assert.Equal(outcome, made.Outcome);
        Assert.Equal(codes.Split(',').Order(), made.Reasons.Select(r => r.Code).Order());
        Assert.Equal(made.Reasons.Select(r => r.Outcome).OrderDescending(), made.Reasons.Select(r => r.Outcome));
    }

    /// <summary>No way of forgetting facts turns a no or a doubt into a yes.</summary>
    [Fact]
    public void Decide_WithFactsTakenAway_NeverApprovesWhatItDidNot()
    {
        var policy = Policies.Of(Policies.Table("F", "", "{when: {c: x, a: '< 50'}, outcome: decline, reason: R1}", "{when: {b: '[10..20]'}, outcome: refer, reason: R2}", "{when: {a: '>= 40'}, outcome: approve, reason: R3}", "{when: {}, outcome: decline, reason: R1}"));
        string[] a = ["", "a: 39", "a: 40", "a: 50"], b = ["", "b: 9", "b: 10", "b: 21"], c = ["", "c: x", "c: y"];
        foreach (var (x, y, z) in a.SelectMany(x => b.SelectMany(y => c.Select(z => (x, y, z)))))
        {
            var outcome = policy.Decide(string.Join(", ", ((string[])[x, y, z]).Where(t => t.Length > 0))).Outcome;
            if (outcome == Outcome.Approve)
            {
                // Then every completion approves as well.
                Assert.All(Fill(a, x).SelectMany(p => Fill(b, y).SelectMany(q => Fill(c, z).Select(r => $"{p}, {q}, {r}"))), full => Assert.Equal(Outcome.Approve, policy.Decide(full).Outcome));
            }
        }

        static IEnumerable<string> Fill(string[] all, string given) => given.Length > 0 ? [given] : all.Skip(1);
    }

    [Theory]
    [InlineData("57", false, "-3")]
    [InlineData("60", true, "0")]
    [InlineData("64.5", true, "4.5")]
    public void Decide_ARowThatFiredOrNearlyDid_SaysByHowMuch(string has, bool fires, string margin)
    {
        var made = Policies.Of(Policies.Table("F", "", "{id: high, when: {a: '>= 60'}, outcome: approve, reason: R1}", "{id: low, when: {a: '< 60'}, outcome: decline, reason: R2}")).Decide($"a: {has}, b: 1, c: x");
        var condition = fires ? made.Reasons[0].Conditions[0] : made.Steps[0].Near.Single(n => n.Row.Id == "high").Conditions[0];
        Assert.Equal((fires, ">= 60", has, margin), (condition.Met, condition.Needs, condition.Has.ToString(), condition.Margin?.ToString()));
    }

    /// <summary>The rows next to the value are told, and none that fails by two conditions.</summary>
    [Fact]
    public void Decide_BetweenBands_NamesTheNearestRowOnEachSide()
    {
        var rows = Enumerable.Range(0, 9).Select(i => $"{{id: r{i}, when: {{a: '[{i}0..{i + 1}0)', b: '{(i == 6 ? "< 0" : ">= 0")}'}}, then: ['{i}']}}").ToArray();
        var made = Policies.Of(Policies.Table("U", Number, rows)).Decide("a: 45, b: 1, c: x");
        Assert.Equal(["r4"], made.Steps[0].Fired.Select(r => r.Row.Id));
        Assert.Equal(["r3", "r5"], made.Steps[0].Near.Select(r => r.Row.Id).Order());
        Assert.Equal([-5m, -5m], made.Steps[0].Near.Select(n => n.Conditions[0].Margin));
        Assert.Equal(["r7"], Policies.Of(Policies.Table("U", Number, rows)).Decide("a: 85, b: 1, c: x").Steps[0].Near.Select(r => r.Row.Id));
    }

    /// <summary>The index gives what asking every cell in turn gives, on random tables, with and without unknowns.</summary>
    [Fact]
    public void Decide_OnRandomTables_FiresTheRowsAPlainWalkFires()
    {
        const int Seed = 81_000;
        string[] numbers = ["-", "> 3", ">= 3", "< 3", "<= 3", "[2..5]", "(2..5)", "3", "2, 4", "not(3)", "not([2..4])", "> b", "$ + 1 > 4", "!= 2", "> 1 and < 4", "< 2 or > 4"], texts = ["-", "x", "x, y", "not(z)", "\"y\"", "!= \"x\"", "contains($, \"z\")"];
        for (var n = 0; n < 60; n++)
        {
            var random = new Random(Seed + n);
            var rows = Enumerable.Range(0, random.Next(1, 70)).Select(i => (A: numbers[random.Next(numbers.Length)], B: numbers[random.Next(numbers.Length)], C: texts[random.Next(texts.Length)])).ToList();
            var policy = Policies.Of(Policies.Table("C", "{name: v, type: number}", [.. rows.Select((r, i) => $"{{id: r{i}, when: ['{r.A}', '{r.B}', '{r.C}'], then: ['{i}']}}")]));
            for (var m = 0; m < 4; m++)
            {
                decimal? a = random.Next(4) == 0 ? null : random.Next(0, 13) / 2m, b = random.Next(4) == 0 ? null : random.Next(0, 13) / 2m;
                var c = random.Next(4) == 0 ? null : ((string[])["x", "y", "z"])[random.Next(3)];
                var made = policy.Decide(a, b, c);
                var walked = rows.Select((r, i) => (Id: $"r{i}", Met: Walk(r, a, b, c))).ToList();
                Assert.True(walked.Where(w => w.Met.IsTrue).Select(w => w.Id).SequenceEqual(made.Steps[0].Fired.Select(f => f.Row.Id)), $"seed {Seed + n}: {a} {b} {c}");
                Assert.True(walked.Where(w => !w.Met.Known).Select(w => w.Id).SequenceEqual(made.Steps[0].Doubtful.Select(f => f.Row.Id)), $"seed {Seed + n}: {a} {b} {c}");
            }
        }
    }

    private static RuleValue Walk((string A, string B, string C) row, decimal? a, decimal? b, string? c)
    {
        var facts = new Three(a, b, c);
        RuleValue[] cells = [Ask(row.A, RuleType.Number, 0), Ask(row.B, RuleType.Number, 1), Ask(row.C, RuleType.Text, 2)];
        return cells.Any(v => v is { Known: true, IsTrue: false }) ? RuleValue.Of(false) : cells.All(v => v.IsTrue) ? RuleValue.Of(true) : RuleValue.Unknown(RuleType.Flag);

        RuleValue Ask(string cell, RuleType type, int slot) => cell == "-" ? RuleValue.Of(true) : RuleExpression.CompileCell(cell, facts, type, ["x", "y", "z"]).Value.Test(facts.Get(slot), facts);
    }

    private sealed class Three(decimal? a, decimal? b, string? c) : IRuleVocabulary, IRuleFacts
    {
        public IReadOnlyCollection<string> Names => ["a", "b", "c"];

        public bool TryFind(string name, out int slot, out RuleType type)
        {
            slot = "abc".IndexOf(name, StringComparison.Ordinal);
            type = slot == 2 ? RuleType.Text : RuleType.Number;
            return slot >= 0 && name.Length == 1;
        }

        public RuleValue Get(int slot) => slot switch
        {
            0 => a is { } x ? RuleValue.Of(x) : RuleValue.Unknown(RuleType.Number),
            1 => b is { } y ? RuleValue.Of(y) : RuleValue.Unknown(RuleType.Number),
            _ => c is null ? RuleValue.Unknown(RuleType.Text) : RuleValue.Of(c),
        };
    }
}

using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;
using Zhirong.Engine.Rules.Scoring;
using Zhirong.Engine.Rules.Tables;

namespace Zhirong.Engine.Rules.Checking;

/// <summary>All that is looked at before a policy is published.</summary>
public sealed record PolicyCheck(ResolvedPolicy Policy, IReadOnlyList<PolicyFinding> Findings, IReadOnlyList<TestRun> Tests)
{
    /// <summary>No finding is an error.</summary>
    public bool Passes => Findings.All(f => f.What.Severity != Severity.Error);

    public static PolicyCheck Of(ResolvedPolicy policy)
    {
        var findings = new List<PolicyFinding>();
        foreach (var step in policy.Steps)
        {
            findings.AddRange(step switch
            {
                ResolvedTable table => TableCheck.Of(table, policy),
                ResolvedScorecard card => Card(card, policy),
                _ => [],
            });
        }

        Uses(policy, findings);
        Signatures(policy.Definition, findings);
        var tests = policy.Definition.Tests.Select(t => TestRun.Of(policy, t)).ToList();
        foreach (var failed in tests.SelectMany(t => t.Differences.Select(d => (t.Test, Difference: d))))
        {
            Add(findings, failed.Test.Place, PolicyFindings.TestFails($"{failed.Test.Place.Path}.{failed.Difference.Path}", failed.Difference.Found, failed.Difference.Expected));
        }

        if (tests.Count == 0)
        {
            findings.Add(new(PolicyFindings.NoTests(policy.Definition.Published ? Severity.Error : Severity.Warning), []));
        }

        return new(policy, [.. findings.OrderBy(f => f.What.Severity).ThenBy(f => f.What.Line).ThenBy(f => f.What.Column)], tests);
    }

    private static List<PolicyFinding> Card(ResolvedScorecard card, ResolvedPolicy policy)
    {
        var findings = new List<PolicyFinding>();
        foreach (var indicator in card.Groups.SelectMany(g => g).Where(i => i.Bins.Length > 0))
        {
            var column = TableColumn.Of(indicator.Is, [.. indicator.Bins.Select(b => RuleEvaluation.Constant(b.Root) is { IsTrue: true } ? null : b)]);
            var domain = ColumnDomain.Of(indicator.Is, policy);
            for (var kind = 0; kind < column.Classes; kind++)
            {
                if (domain.ValueOf(column, kind) is { } value && Array.TrueForAll(column.MetBy(kind), w => w == 0))
                {
                    var name = indicator.Is.Text.Trim();
                    findings.Add(new(PolicyFindings.NoPoints(indicator.Indicator.Place.Path, $"{name} = {value}").At(indicator.Indicator.Place.Line, indicator.Indicator.Place.Column), [KeyValuePair.Create(name, value.ToString())]));
                    break;
                }
            }
        }

        return findings;
    }

    private static void Uses(ResolvedPolicy policy, List<PolicyFinding> findings)
    {
        var definition = policy.Definition;
        var codes = policy.Steps.SelectMany(s => s.Step switch
        {
            TableStep table => table.Rows.SelectMany(r => r.Reasons),
            ScorecardStep card => card.Groups.SelectMany(g => g.Indicators).SelectMany(i => i.Reasons),
            _ => [],
        }).ToHashSet(StringComparer.Ordinal);
        foreach (var reason in definition.Reasons.Where(r => !codes.Contains(r.Code)))
        {
            Add(findings, reason.Place, PolicyFindings.UnusedReason($"reasons.{reason.Code}", reason.Code));
        }

        var slots = policy.Steps.SelectMany(Expressions).Concat(policy.Figures.Select(f => f.From)).SelectMany(e => e.Names).Select(n => n.Slot).ToHashSet();
        for (var i = 0; i < definition.Facts.Count; i++)
        {
            if (!slots.Contains(i))
            {
                findings.Add(new(PolicyFindings.UnusedFact($"facts.{definition.Facts[i].Name}", definition.Facts[i].Name), []));
            }
        }

        foreach (var parameter in definition.Parameters.Where(p => !p.Verified))
        {
            findings.Add(new(PolicyFindings.Unverified($"parameters.{parameter.Name}", $"{parameter.Value} {parameter.Unit}".Trim()), []));
        }

        if (!policy.Says && policy.Figures.Length == 0 && definition.Steps.All(s => s is not TableStep))
        {
            findings.Add(new(PolicyFindings.NoFigures(), []));
        }
    }

    private static IEnumerable<RuleExpression> Expressions(ResolvedStep step) => step switch
    {
        ResolvedTable table => table.Columns.Select(c => c.Input).Concat(table.Columns.SelectMany(c => c.Cells).OfType<RuleExpression>()).Concat(table.Outputs.SelectMany(o => o).OfType<RuleExpression>()).Concat(table.Defaults.OfType<RuleExpression>()),
        ResolvedScorecard card => card.Groups.SelectMany(g => g).SelectMany(i => i.Bins.Append(i.Is)),
        ResolvedMap map => map.Values,
        ResolvedDecision decision => decision.With,
        _ => [],
    };

    private static void Signatures(PolicyDefinition policy, List<PolicyFinding> findings)
    {
        if (policy.Published && (policy.Author is null || policy.Checker is null || policy.Author.Name.Trim() == policy.Checker.Name.Trim()))
        {
            findings.Add(new(PolicyFindings.NotChecked(policy.Author is null ? "author" : "checker", policy.Checker?.Name ?? "—"), []));
        }
    }

    private static void Add(List<PolicyFinding> findings, Placed place, Refusal what) => findings.Add(new(what.At(place.Line, place.Column), []));
}

/// <summary>What differs from what a test expects.</summary>
public sealed record TestDifference(string Path, string Found, string Expected);

/// <summary>A policy's own test, run.</summary>
/// <param name="Test">The test.</param>
/// <param name="Decision">What was decided; null when the facts were refused.</param>
/// <param name="Differences">None: it passes.</param>
public sealed record TestRun(PolicyTest Test, Decision? Decision, IReadOnlyList<TestDifference> Differences)
{
    internal static TestRun Of(ResolvedPolicy policy, PolicyTest test)
    {
        var facts = FactsReader.Bind(policy.Definition, new(test.Id, test.Day, test.Facts, ""));
        if (!facts.Ok)
        {
            return new(test, null, [.. facts.Refusals.Select(r => new TestDifference("facts", $"{r.Path} {r.Code} {r.Found}", r.Expected.En))]);
        }

        var decision = policy.Decide(facts.Value);
        var differences = new List<TestDifference>();
        if (test.Expected.Outcome is { } outcome && outcome != decision.Outcome)
        {
            differences.Add(new("expect.outcome", Word(decision.Outcome), Word(outcome)));
        }

        Compare("expect.reasons", test.Expected.Reasons, decision.Reasons.Select(r => r.Code).Distinct(), differences);
        Compare("expect.missing", test.Expected.Missing, decision.Missing.Select(m => m.Fact.Name), differences);
        foreach (var (name, expected) in test.Expected.Figures)
        {
            var found = decision.Figures.Where(f => f.Figure.Name == name).Select(f => (RuleValue?)f.Value).FirstOrDefault();
            if (found is not { } value || !(value.Known ? value.ToString() == expected || RuleValue.Parse(value.Type, expected)?.Equals(value) == true : expected == "?"))
            {
                differences.Add(new($"expect.figures.{name}", found?.ToString() ?? "—", expected));
            }
        }

        return new(test, decision, differences);
    }

    private static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    private static void Compare(string path, IReadOnlyList<string>? expected, IEnumerable<string> found, List<TestDifference> differences)
    {
        if (expected is not null && string.Join(", ", found.Order(StringComparer.Ordinal)) is var said && string.Join(", ", expected.Order(StringComparer.Ordinal)) is var wanted && said != wanted)
        {
            differences.Add(new(path, said, wanted));
        }
    }
}

using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;

namespace Zhirong.Engine.Rules.Replaying;

/// <summary>A figure that differs between two versions; null where a version does not give it or it is not known.</summary>
public sealed record FigureChange(string Name, RuleValue? Before, RuleValue? After);

/// <summary>An application that two versions decide differently.</summary>
public sealed record ReplayChange(string Application, DateOnly Day, Outcome Before, Outcome After, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost, IReadOnlyList<FigureChange> Figures);

/// <summary>How often a reason is given by each version.</summary>
public sealed record ReasonCount(string Code, Words Sentence, int Before, int After);

/// <summary>How many applications go from one outcome to another.</summary>
public sealed record OutcomeCount(Outcome Before, Outcome After, int Applications);

/// <summary>
/// A new version of a policy over applications that were decided before: what would change, and for which reasons. A pure function of
/// two policies and stored facts; whether a version is in force does not matter to it.
/// </summary>
/// <param name="Before">The version now.</param>
/// <param name="After">The version to come.</param>
/// <param name="Applications">How many were decided by both.</param>
/// <param name="Outcomes">From outcome to outcome, the diagonal included.</param>
/// <param name="Reasons">Codes that either version gave, by code.</param>
/// <param name="Changes">Applications that differ, in their order.</param>
/// <param name="Refused">Applications whose facts one of the versions does not take.</param>
public sealed record PolicyReplay(ResolvedPolicy Before, ResolvedPolicy After, int Applications, IReadOnlyList<OutcomeCount> Outcomes, IReadOnlyList<ReasonCount> Reasons, IReadOnlyList<ReplayChange> Changes, IReadOnlyList<Refusal> Refused)
{
    public static PolicyReplay Of(ResolvedPolicy before, ResolvedPolicy after, IReadOnlyList<ApplicationFacts> applications)
    {
        var (refused, changes) = (new List<Refusal>(), new List<ReplayChange>());
        var outcomes = new SortedDictionary<(Outcome, Outcome), int>();
        var reasons = new SortedDictionary<string, ReasonCount>(StringComparer.Ordinal);
        var (old, now) = (Names(before), Names(after));
        foreach (var application in applications)
        {
            var facts = (Old: FactsReader.Bind(before.Definition, application, now), New: FactsReader.Bind(after.Definition, application, old));
            if (!facts.Old.Ok || !facts.New.Ok)
            {
                refused.AddRange(facts.Old.Refusals.Concat(facts.New.Refusals).DistinctBy(r => (r.Code, r.Line, r.Column)));
                continue;
            }

            var (was, becomes) = (before.Decide(facts.Old.Value, explain: false), after.Decide(facts.New.Value, explain: false));
            outcomes[(was.Outcome, becomes.Outcome)] = outcomes.GetValueOrDefault((was.Outcome, becomes.Outcome)) + 1;
            Count(reasons, was, 1, 0);
            Count(reasons, becomes, 0, 1);
            if (Change(was, becomes) is { } change)
            {
                changes.Add(change);
            }
        }

        return new(before, after, outcomes.Values.Sum(), [.. outcomes.Select(o => new OutcomeCount(o.Key.Item1, o.Key.Item2, o.Value))], [.. reasons.Values], changes, refused);
    }

    private static HashSet<string> Names(ResolvedPolicy policy) => policy.Definition.Facts.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);

    private static void Count(SortedDictionary<string, ReasonCount> reasons, Decision decision, int before, int after)
    {
        foreach (var reason in decision.Reasons.DistinctBy(r => r.Code))
        {
            var kept = reasons.GetValueOrDefault(reason.Code) ?? new(reason.Code, reason.Sentence, 0, 0);
            reasons[reason.Code] = kept with { Before = kept.Before + before, After = kept.After + after };
        }
    }

    private static ReplayChange? Change(Decision was, Decision becomes)
    {
        var (old, now) = (was.Reasons.Select(r => r.Code).Distinct().ToList(), becomes.Reasons.Select(r => r.Code).Distinct().ToList());
        var figures = was.Figures.Select(f => f.Figure.Name).Union(becomes.Figures.Select(f => f.Figure.Name))
            .Select(name => new FigureChange(name, Value(was, name), Value(becomes, name))).Where(f => f.Before != f.After).ToList();
        return was.Outcome == becomes.Outcome && figures.Count == 0 && old.ToHashSet().SetEquals(now)
            ? null
            : new(was.Facts.Id, was.Facts.Day, was.Outcome, becomes.Outcome, [.. now.Except(old)], [.. old.Except(now)], figures);
    }

    private static RuleValue? Value(Decision decision, string name) =>
        decision.Figures.Where(f => f.Figure.Name == name && f.Value.Known).Select(f => (RuleValue?)f.Value).FirstOrDefault();
}

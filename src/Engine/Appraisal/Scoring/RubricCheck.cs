using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Scoring;

/// <summary>The totals a use of a rubric can give, with every indicator there.</summary>
/// <param name="Scenario">The use.</param>
/// <param name="Lowest">Unrounded, 0 to 100, after the sides' floors.</param>
/// <param name="Highest">Unrounded, 0 to 100, after the sides' floors.</param>
public sealed record TotalReach(Scenario Scenario, decimal Lowest, decimal Highest);

/// <summary>What can be said of a rubric before anything is scored by it: grades nobody can get, steps never taken, vetoes that cannot fire, weights of nothing.</summary>
public static class RubricCheck
{
    /// <summary>All findings, errors and warnings, with their places in the rubric's document.</summary>
    public static IReadOnlyList<Refusal> Of(Rubric rubric)
    {
        List<Refusal> found = [.. Grades(rubric), .. Steps(rubric), .. Vetoes(rubric), .. Weights(rubric)];
        return [.. found.Select(f => Placed(rubric.Document, f)).OrderBy(f => f.Severity != Severity.Error).ThenBy(f => f.Line)];
    }

    /// <summary>What each use can give. An expert may give 0 to 100; a fact gives what its table holds.</summary>
    public static IReadOnlyList<TotalReach> Reach(Rubric rubric) => [.. rubric.Scenarios.Select(use => new TotalReach(use, Total(rubric, use, Lowest), Total(rubric, use, Highest)))];

    private static decimal Total(Rubric rubric, Scenario use, Func<Indicator, decimal> score)
    {
        List<decimal> sides = [.. rubric.Sides.Select(s => s.Groups.Sum(g => g.Weight * g.Indicators.Average(score)))];
        var total = sides.Select((s, i) => s * use.Weights[i]).Sum();
        // Where a side of a floor stays below it even at its best, the best total is cut as well.
        return rubric.Sides.Where((s, i) => s.FloorBelow is { } below && sides[i] < below).Aggregate(total, (t, s) => t * s.FloorFactor);
    }

    private static decimal Highest(Indicator i) => i.Mode != IndicatorMode.Auto || i.Scale is not null ? 100 : i.Anchors.Max(a => a.Score);

    private static decimal Lowest(Indicator i) => i.Mode != IndicatorMode.Auto || i.Scale is not null ? 0 : i.Anchors.Min(a => a.Score);

    private static IEnumerable<Refusal> Grades(Rubric rubric)
    {
        var reach = Reach(rubric);
        for (var g = 0; g < rubric.Grades.Count; g++)
        {
            var (step, below) = (rubric.Grades[g], g == 0 ? decimal.MaxValue : rubric.Grades[g - 1].From);
            List<TotalReach> without = [.. reach.Where(r => r.Highest < step.From || r.Lowest >= below)];
            if (without.Count == reach.Count)
            {
                yield return RubricFindings.GradeNeverGiven(step.Grade, step.From, reach.Max(r => r.Highest));
            }
            else
            {
                foreach (var here in without)
                {
                    yield return RubricFindings.GradeNotHere(step.Grade, here.Scenario, here);
                }
            }
        }
    }

    private static IEnumerable<Refusal> Steps(Rubric rubric)
    {
        foreach (var (path, indicator) in Placed(rubric))
        {
            for (var step = 1; step < indicator.Anchors.Count; step++)
            {
                var before = indicator.Anchors.Take(step).ToList().FindIndex(earlier => Takes(earlier, indicator.Anchors[step]));
                if (before >= 0)
                {
                    yield return RubricFindings.AnchorNeverTaken(path, step, before);
                }
            }
        }
    }

    /// <summary>Whether a step leaves nothing of a later one; a step without a condition takes nothing.</summary>
    private static bool Takes(Anchor earlier, Anchor later) =>
        earlier.In.Count > 0 ? later.In.Count > 0 && later.In.All(earlier.In.Contains)
        : (earlier.From is not null || earlier.To is not null) && later.In.Count == 0 && (later.From is not null || later.To is not null)
            && (earlier.From is null || later.From >= earlier.From) && (earlier.To is null || later.To <= earlier.To);

    private static IEnumerable<Refusal> Vetoes(Rubric rubric)
    {
        foreach (var veto in rubric.Vetoes)
        {
            foreach (var use in veto.Scenarios.Where(s => rubric.Scenario(s) is null))
            {
                yield return RubricFindings.VetoUse(veto.Id, use, rubric.Scenarios.Select(s => s.Id));
            }

            // A fact that is also scored by words says how its values are spelled.
            var words = rubric.Indicators.Where(i => i.Fact == veto.Fact).SelectMany(i => i.Anchors).SelectMany(a => a.In).ToHashSet(StringComparer.Ordinal);
            if (words.Count > 0 && !veto.In.Any(words.Contains))
            {
                yield return RubricFindings.NoSuchGround($"vetoes.{veto.Id}.in", veto.Fact);
            }
        }
    }

    private static IEnumerable<Refusal> Weights(Rubric rubric)
    {
        if (rubric.Coverage == 0)
        {
            yield return RubricFindings.NoCoverage();
        }

        foreach (var (side, s) in rubric.Sides.Select((side, s) => (side, s)))
        {
            if (rubric.Scenarios.All(use => use.Weights[s] == 0))
            {
                yield return RubricFindings.WeighsNothing($"level1.{side.Id}", side.Title);
            }

            foreach (var group in side.Groups.Where(g => g.Weight == 0))
            {
                yield return RubricFindings.WeighsNothing($"level1.{side.Id}.level2.{group.Id}.weight", group.Title);
            }
        }
    }

    private static IEnumerable<(string Path, Indicator Indicator)> Placed(Rubric rubric) =>
        rubric.Sides.SelectMany(s => s.Groups.SelectMany(g => g.Indicators.Select(i => ($"level1.{s.Id}.level2.{g.Id}.level3.{i.Id}", i))));

    /// <summary>With the line of the deepest node its path still names.</summary>
    private static Refusal Placed(DocNode document, Refusal found)
    {
        var at = document;
        foreach (var step in found.Path.Split('.'))
        {
            var next = at switch
            {
                DocMap map => map[step],
                DocList list => list.Items.FirstOrDefault(i => i is DocMap item && (item["id"] ?? item["grade"]) is DocScalar name && name.Text == step) ?? (int.TryParse(step, out var n) && n < list.Items.Count ? list.Items[n] : null),
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            at = next;
        }

        return found.At(at.Line, at.Column);
    }
}

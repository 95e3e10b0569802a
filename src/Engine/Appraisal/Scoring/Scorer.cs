using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Scoring;

/// <summary>A fact of the register, as a word or a number, with its origin.</summary>
public sealed record ScoreFact(string Name, string Value, Origin Origin);

/// <summary>What is scored.</summary>
/// <param name="Id">Name.</param>
/// <param name="Number">Official number.</param>
/// <param name="Kind">Word of its category.</param>
/// <param name="Title">For people.</param>
/// <param name="Facts">Facts by name.</param>
/// <param name="Scores">Experts' scores, named by indicator.</param>
public sealed record ScoreSubject(string Id, string Number, string Kind, Words Title, IReadOnlyList<ScoreFact> Facts, IReadOnlyList<Figure> Scores);

/// <summary>One indicator's score; null where missing.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Score">0 to 100; null for 待核实.</param>
/// <param name="Ground">The anchor, the fact or the expert's word it rests on.</param>
/// <param name="Input">Fact or score with its origin; null where missing.</param>
public sealed record IndicatorScore(Indicator Indicator, decimal? Score, Words Ground, AppraisalInput? Input);

/// <summary>A group's score: the mean of its indicators that are there.</summary>
public sealed record GroupScore(IndicatorGroup Group, decimal? Score, IReadOnlyList<IndicatorScore> Indicators);

/// <summary>A side's score: its groups by weight, those missing left out.</summary>
public sealed record SideScore(ValueSide Side, decimal? Score, decimal Weight, IReadOnlyList<GroupScore> Groups);

/// <summary>How a scoring ended.</summary>
public enum ScoreOutcome
{
    Graded,

    /// <summary>证据不足.</summary>
    Insufficient,

    /// <summary>否决.</summary>
    Vetoed,
}

/// <summary>The score of one subject.</summary>
public sealed record SubjectScore
{
    public required ScoreSubject Subject { get; init; }

    public required IReadOnlyList<SideScore> Sides { get; init; }

    /// <summary>Part of all weight that has a score.</summary>
    public required decimal Coverage { get; init; }

    /// <summary>Unrounded; null when a side has no score at all or a veto stops it.</summary>
    public decimal? Total { get; init; }

    /// <summary>Null without enough coverage or after a veto.</summary>
    public string? Grade { get; init; }

    public required ScoreOutcome Outcome { get; init; }

    public required IReadOnlyList<Veto> Vetoes { get; init; }

    public required IReadOnlyList<Refusal> Warnings { get; init; }
}

/// <summary>Scores by a rubric, exactly (in decimals).</summary>
public static class Scorer
{
    public static Result<SubjectScore> Of(Rubric rubric, Scenario scenario, ScoreSubject subject)
    {
        var refusals = Check(rubric, subject);
        if (refusals.Count > 0)
        {
            return Result<SubjectScore>.Refused(refusals);
        }

        var warnings = new List<Refusal>();
        List<SideScore> sides = [.. rubric.Sides.Select((side, s) => Side(side, scenario.Weights[s], subject, warnings))];
        // Thirds and sevenths have no end in decimals: parts that make up the asked share must not fall a last digit short of it.
        var coverage = Rounding.Decimals(sides.Sum(s => s.Weight * s.Groups.Sum(g => g.Group.Weight * g.Indicators.Count(i => i.Score is not null) / g.Indicators.Count)), 12);
        var fired = Vetoes(rubric, scenario, subject, warnings);
        var stops = fired.Any(v => v.Effect == VetoEffect.Stop);
        var zero = fired.Any(v => v.Effect == VetoEffect.Zero);
        decimal? total = stops ? null : zero ? 0 : Total(sides);
        var enough = coverage >= rubric.Coverage && total is not null;
        if (!enough && !stops && !zero)
        {
            warnings.Add(RubricRefusals.Thin(coverage, rubric.Coverage));
        }

        return new SubjectScore
        {
            Subject = subject,
            Sides = sides,
            Coverage = coverage,
            Total = total,
            Outcome = stops || zero ? ScoreOutcome.Vetoed : enough ? ScoreOutcome.Graded : ScoreOutcome.Insufficient,
            Grade = enough && !zero ? rubric.GradeOf(total!.Value) : null,
            Vetoes = fired,
            Warnings = [.. warnings, .. UnknownFacts(rubric, subject)],
        };
    }

    private static decimal? Total(List<SideScore> sides)
    {
        // A side of no weight may be missing; any other makes the total unknown.
        if (sides.Any(s => s.Score is null && s.Weight > 0))
        {
            return null;
        }

        var total = sides.Sum(s => (s.Score ?? 0) * s.Weight);
        return sides.Where(s => s.Side.FloorBelow is { } below && s.Score < below).Aggregate(total, (t, s) => t * s.Side.FloorFactor);
    }

    private static SideScore Side(ValueSide side, decimal weight, ScoreSubject subject, List<Refusal> warnings)
    {
        List<GroupScore> groups = [.. side.Groups.Select(g => Group(g, subject, warnings))];
        var present = groups.Where(g => g.Score is not null && g.Group.Weight > 0).ToList();
        var sum = present.Sum(g => g.Group.Weight);
        return new(side, sum == 0 ? null : present.Sum(g => g.Score!.Value * g.Group.Weight) / sum, weight, groups);
    }

    private static GroupScore Group(IndicatorGroup group, ScoreSubject subject, List<Refusal> warnings)
    {
        List<IndicatorScore> scores = [.. group.Indicators.Select(i => One(i, subject, warnings))];
        var present = scores.Where(s => s.Score is not null).ToList();
        return new(group, present.Count == 0 ? null : present.Sum(s => s.Score!.Value) / present.Count, scores);
    }

    private static IndicatorScore One(Indicator indicator, ScoreSubject subject, List<Refusal> warnings)
    {
        if (indicator.Mode != IndicatorMode.Expert && subject.Facts.FirstOrDefault(f => f.Name == indicator.Fact) is { } fact
            && FromFact(indicator, fact, warnings) is { } found)
        {
            return found;
        }

        if (indicator.Mode != IndicatorMode.Auto && Score(subject, indicator) is { } score)
        {
            Unverified(score.Name, Figure.Text(score.Value), score.Origin, warnings);
            var nearest = indicator.Anchors.Count == 0 ? default(Anchor) : indicator.Anchors.MinBy(a => Math.Abs(a.Score - score.Value));
            return new(indicator, score.Value, nearest?.Title ?? new("专家评分", "an expert's score"), score.Shown);
        }

        warnings.Add(RubricRefusals.Missing($"indicators.{indicator.Id}", indicator.Title));
        return new(indicator, null, new("待核实", "to be verified"), null);
    }

    private static IndicatorScore? FromFact(Indicator indicator, ScoreFact fact, List<Refusal> warnings)
    {
        var input = new AppraisalInput($"facts.{fact.Name}", fact.Value, fact.Origin);
        Unverified(input.Name, fact.Value, fact.Origin, warnings);
        if (indicator.Scale is { } scale && FieldReader.TryNumber(fact.Value, out var number))
        {
            return new(indicator, scale.Score(number), new($"{Figure.Text(scale.Low)} 到 {Figure.Text(scale.High)} 线性", $"straight from {Figure.Text(scale.Low)} to {Figure.Text(scale.High)}"), input);
        }

        if (indicator.Anchors.FirstOrDefault(a => a.Matches(fact.Value)) is { } anchor)
        {
            return new(indicator, anchor.Score, anchor.Title, input);
        }

        warnings.Add(RubricRefusals.NoAnchor(input.Name, fact.Value, string.Join(" | ", indicator.Anchors.SelectMany(a => a.In.Count > 0 ? a.In : [$"{a.From}…{a.To}"]))));
        return null;
    }

    private static void Unverified(string name, string value, Origin origin, List<Refusal> warnings)
    {
        if (!origin.IsVerified && !warnings.Any(w => w.Path == name))
        {
            warnings.Add(RubricRefusals.WithoutEvidence(name, value));
        }
    }

    private static Figure? Score(ScoreSubject subject, Indicator indicator) =>
        subject.Scores.FirstOrDefault(s => s.Name[(s.Name.LastIndexOf('.') + 1)..] == indicator.Id);

    private static List<Veto> Vetoes(Rubric rubric, Scenario scenario, ScoreSubject subject, List<Refusal> warnings)
    {
        var fired = new List<Veto>();
        foreach (var veto in rubric.Vetoes.Where(v => v.Concerns(subject.Kind, scenario.Id)))
        {
            if (subject.Facts.FirstOrDefault(f => f.Name == veto.Fact) is not { } fact)
            {
                warnings.Add(RubricRefusals.VetoUnknown(veto));
            }
            else if (veto.In.Contains(fact.Value))
            {
                fired.Add(veto);
                warnings.Add(RubricRefusals.Vetoed(veto, fact.Value));
            }
        }

        return fired;
    }

    private static List<Refusal> Check(Rubric rubric, ScoreSubject subject)
    {
        var (refusals, indicators) = (new List<Refusal>(), rubric.Indicators.ToDictionary(i => i.Id));
        foreach (var score in subject.Scores)
        {
            var id = score.Name[(score.Name.LastIndexOf('.') + 1)..];
            if (!indicators.TryGetValue(id, out var indicator))
            {
                refusals.Add(RubricRefusals.UnknownIndicator(score.Name, id, FieldRefusals.Nearest(id, indicators.Keys)));
            }
            else if (indicator.Mode == IndicatorMode.Auto)
            {
                refusals.Add(RubricRefusals.NotForExperts(score.Name, id));
            }
            else if (score.Value is < 0 or > 100)
            {
                refusals.Add(RubricRefusals.ScoreRange(score.Name, Figure.Text(score.Value)));
            }
        }

        return refusals;
    }

    private static IEnumerable<Refusal> UnknownFacts(Rubric rubric, ScoreSubject subject)
    {
        HashSet<string> known = [.. rubric.Indicators.Select(i => i.Fact).OfType<string>(), .. rubric.Vetoes.Select(v => v.Fact)];
        return subject.Facts.Where(f => !known.Contains(f.Name)).Select(f => RubricRefusals.UnknownFact($"facts.{f.Name}", f.Name, FieldRefusals.Nearest(f.Name, known)));
    }
}

using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Scoring;

/// <summary>Who may score an indicator.</summary>
public enum IndicatorMode
{
    /// <summary>From a fact of the register alone.</summary>
    Auto,

    /// <summary>By a person alone.</summary>
    Expert,

    /// <summary>From a fact, or by a person where the fact is not there.</summary>
    Either,
}

/// <summary>One step of an indicator's table: what has to hold of the fact, and the score it then has.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Title">What a person goes by.</param>
/// <param name="From">The fact is at least this; null for no lower end.</param>
/// <param name="To">The fact is at most this; null for no upper end.</param>
/// <param name="In">The fact is one of these words; empty for a number.</param>
public sealed record Anchor(decimal Score, Words Title, decimal? From, decimal? To, IReadOnlyList<string> In)
{
    /// <summary>An anchor with no condition guides people and matches no fact.</summary>
    public bool Matches(string fact) => In.Count > 0 ? In.Contains(fact)
        : (From is not null || To is not null) && FieldReader.TryNumber(fact, out var number) && (From is null || number >= From) && (To is null || number <= To);
}

/// <summary>A number scored straight between two ends, held to 0 and 100 beyond them.</summary>
public sealed record LinearScale(decimal Low, decimal High)
{
    public decimal Score(decimal value) => 100 * (Math.Clamp(value, Low, High) - Low) / (High - Low);
}

/// <summary>三级指标.</summary>
public sealed record Indicator
{
    public required string Id { get; init; }

    public required Words Title { get; init; }

    public required IndicatorMode Mode { get; init; }

    /// <summary>The fact it is scored from; null for experts.</summary>
    public string? Fact { get; init; }

    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    /// <summary>Instead of anchors; null where there are anchors.</summary>
    public LinearScale? Scale { get; init; }
}

/// <summary>二级指标; its indicators weigh alike.</summary>
public sealed record IndicatorGroup(string Id, Words Title, decimal Weight, IReadOnlyList<Indicator> Indicators);

/// <summary>一级指标: 法律价值, 技术价值, 经济价值. Below <see cref="FloorBelow"/> the whole total is multiplied by <see cref="FloorFactor"/>.</summary>
public sealed record ValueSide(string Id, Words Title, IReadOnlyList<IndicatorGroup> Groups, decimal? FloorBelow, decimal FloorFactor);

/// <summary>A use of the score with its own weights of the sides.</summary>
public sealed record Scenario(string Id, Words Title, IReadOnlyList<decimal> Weights);

/// <summary>What a veto does.</summary>
public enum VetoEffect
{
    /// <summary>The total is 0.</summary>
    Zero,

    /// <summary>No total and no grade.</summary>
    Stop,

    /// <summary>A warning only.</summary>
    Warning,
}

/// <summary>A fact that no score outweighs.</summary>
/// <param name="Id">Name.</param>
/// <param name="Title">For people.</param>
/// <param name="Fact">The fact that is looked at.</param>
/// <param name="In">The words that fire it.</param>
/// <param name="Kinds">Categories it holds for; empty for all.</param>
/// <param name="Scenarios">Scenarios it holds for; empty for all.</param>
/// <param name="Effect">What it does.</param>
public sealed record Veto(string Id, Words Title, string Fact, IReadOnlyList<string> In, IReadOnlyList<string> Kinds, IReadOnlyList<string> Scenarios, VetoEffect Effect)
{
    public bool Concerns(string kind, string scenario) => (Kinds.Count == 0 || Kinds.Contains(kind)) && (Scenarios.Count == 0 || Scenarios.Contains(scenario));
}

/// <summary>A grade and the total it begins at.</summary>
public sealed record GradeStep(string Grade, decimal From);

/// <summary>A rubric: sides, groups and indicators as versioned data.</summary>
public sealed record Rubric
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required Words Title { get; init; }

    /// <summary>What has to stand beside every result: that indicators and weights are the rubric's own.</summary>
    public required Words Statement { get; init; }

    public required string Source { get; init; }

    /// <summary>Its first day (<c>effective.from</c>); null where the text names none.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Part of the weights that must be scored for a grade; 0.7 is 70 %.</summary>
    public required decimal Coverage { get; init; }

    public required IReadOnlyList<ValueSide> Sides { get; init; }

    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    public required IReadOnlyList<Veto> Vetoes { get; init; }

    /// <summary>From the best grade down; the last begins at 0.</summary>
    public required IReadOnlyList<GradeStep> Grades { get; init; }

    /// <summary>The document it was read from.</summary>
    public required DocNode Document { get; init; }

    /// <summary>Sides, groups and indicators: 3/14/27.</summary>
    public string Shape => $"{Sides.Count}/{Sides.Sum(s => s.Groups.Count)}/{Indicators.Count}";

    public string Name => $"{Id}/{Version}";

    public IReadOnlyList<Indicator> Indicators => [.. Sides.SelectMany(s => s.Groups).SelectMany(g => g.Indicators)];

    public Scenario? Scenario(string id) => Scenarios.FirstOrDefault(s => s.Id == id);

    public string GradeOf(decimal total) => Grades.First(g => total >= g.From).Grade;

    /// <summary>What differs between two versions, field by field: weights, anchors, indicators added and taken out.</summary>
    public static IReadOnlyList<DocChange> Changes(Rubric before, Rubric after) => DocChanges.Between(before.Document, after.Document);
}

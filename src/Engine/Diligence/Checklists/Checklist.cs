using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Diligence.Checklists;

/// <summary>What is asked, what weighs against a right and how much: data with a version, its grades and factors assumptions.</summary>
public sealed record Checklist
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required DateOnly Dated { get; init; }

    public required Words Title { get; init; }

    public required string Source { get; init; }

    /// <summary>The sentence beside every result: whose grades and factors these are.</summary>
    public required Words Statement { get; init; }

    /// <summary>The appraisal's parameters findings touch.</summary>
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    public required IReadOnlyList<FactWord> Facts { get; init; }

    public required IReadOnlyList<Chapter> Chapters { get; init; }

    /// <summary>Tried in order; the last fits always.</summary>
    public required IReadOnlyList<ConclusionRule> RightConclusions { get; init; }

    public required IReadOnlyList<ConclusionRule> CaseConclusions { get; init; }

    public string Name => $"{Id}/{Version}";

    public FactWord? Fact(string name) => Facts.FirstOrDefault(f => f.Name == name);

    public Parameter? Parameter(string id) => Parameters.FirstOrDefault(p => p.Id == id);
}

/// <param name="Path">Where it stands in an appraisal's request.</param>
public sealed record Parameter(string Id, Words Title, string Path);

/// <summary>What shape a fact's value has.</summary>
public enum FactShape
{
    Word,
    Number,
    Flag,
}

/// <summary>A fact the checklist knows.</summary>
/// <param name="Words">For <see cref="FactShape.Word"/>: what it may say.</param>
/// <param name="OfFirm">Of the firm, not of a right.</param>
/// <param name="Ask">What a person is asked to bring.</param>
public sealed record FactWord(string Name, Words Title, FactShape Shape, IReadOnlyList<string> Words, bool OfFirm, Words Ask);

public sealed record Chapter(string Id, Words Title, IReadOnlyList<ChecklistItem> Items);

/// <summary>One question of the checklist.</summary>
public sealed record ChecklistItem
{
    public required string Id { get; init; }

    public required Words Title { get; init; }

    public required bool OfFirm { get; init; }

    /// <summary>Categories it is asked of; empty for all.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Purposes it is asked for; empty for all.</summary>
    public required IReadOnlyList<DiligencePurpose> Purposes { get; init; }

    /// <summary>The facts it rests on, shown with every answer.</summary>
    public required IReadOnlyList<string> Asks { get; init; }

    /// <summary>Without an answer to it nothing is concluded.</summary>
    public required bool Must { get; init; }

    /// <summary>Most days a source may be old to speak for the right; null where age does not matter.</summary>
    public int? FreshDays { get; init; }

    public required string Touches { get; init; }

    /// <summary>All have to hold of everything said, by sources.</summary>
    public required IReadOnlyList<Condition> Clear { get; init; }

    /// <summary>Tried in order; the first that fits counts.</summary>
    public required IReadOnlyList<FindingRule> Findings { get; init; }
}

/// <summary>A condition on one fact: one of the words, or a number from (inclusive) to (exclusive).</summary>
public sealed record Condition(string Fact, IReadOnlyList<string> In, decimal? From, decimal? To);

/// <summary>How much a finding weighs.</summary>
/// <param name="Factor">Times the right's value; null where the value stays.</param>
/// <param name="OwnShare">The factor is the firm's own share.</param>
public sealed record Weight(RiskGrade Grade, decimal? Factor, bool OwnShare);

public sealed record FindingRule(string Id, IReadOnlyList<Condition> When, Weight Weight, IReadOnlyDictionary<DiligencePurpose, Weight> ByPurpose, Words Text, Words Advice)
{
    public Weight For(DiligencePurpose purpose) => ByPurpose.GetValueOrDefault(purpose, Weight);
}

/// <summary>What may be done with what was examined.</summary>
public enum ConclusionAnswer
{
    No,
    Open,
    Conditions,
    Yes,
}

/// <param name="AtLeast">Counts by name (<c>fatal</c>, <c>major</c>, <c>minor</c>, <c>unknown</c>, <c>must_unknown</c>, <c>excluded</c>) that have to be reached, all of them.</param>
public sealed record ConclusionRule(string Id, ConclusionAnswer Answer, IReadOnlyDictionary<string, int> AtLeast, Words Text);
